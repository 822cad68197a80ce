// Evidence files: names that are safe to show and save, who attaches and who reads, each case beside the clause it comes from.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appealFileRefusal,
  cleanName,
  evidenceTypes,
  findingFileRefusal,
  typeOfName,
  unitFindingFileRefusal,
  type AppealOfFile,
  type FindingOfFile,
  type UnitFindingOfFile,
} from './evidence.ts';
import {
  fileReaders,
  standingOfAppeal,
  standingOfFinding,
  standingOfUnitFinding,
  type FileRights,
} from './evidenceReaders.ts';
import { vacant } from './vacant.ts';

describe('the type by the name', () => {
  it.each([
    ['Biên bản.pdf', 'pdf'],
    ['ANH.JPEG', 'jpg'],
    ['a.b.Docx ', 'docx'],
    ['bang.xlsx', 'xlsx'],
    ['anh.png', 'png'],
    ['chay.exe', null],
    ['bien-ban.pdf.exe', null],
    ['macro.docm', null],
    ['pdf', null],
    ['', null],
  ])('%s is %s', (name, type) => expect(typeOfName(name)).toBe(type));
});

describe('a name', () => {
  it.each([
    ['Biên bản khắc phục.pdf', 'Biên bản khắc phục.pdf'],
    ['Bie\u0302n ba\u0309n.pdf', 'Biên bản.pdf'],
    ['..\\..\\Windows\\anh.pdf', 'anh.pdf'],
    ['/etc/passwd/x.pdf', 'x.pdf'],
    ['gi\u0000a\u0007y\u001b.pdf', 'giay.pdf'],
    ['ảnh\u202Efdp.exe.pdf', 'ảnhfdp.exe.pdf'],
    ['zero\u200Bwidth\uFEFF.pdf', 'zerowidth.pdf'],
    ['a<b>c:d"e|f?g*.pdf', 'a-b-c-d-e-f-g-.pdf'],
    ['  nhiều   khoảng\u3000trắng .pdf', 'nhiều khoảng trắng.pdf'],
    ['...ẩn.pdf', 'ẩn.pdf'],
    ['.pdf', 'tep.pdf'],
    ['\u202E', 'tep.pdf'],
    ['biên bản', 'biên bản.pdf'],
    ['GIẤY.PDF', 'GIẤY.pdf'],
  ])('%j is shown as %s', (name, shown) => expect(cleanName(name, 'pdf')).toBe(shown));

  it('keeps one ending of a picture', () => {
    expect(cleanName('anh.JPEG', 'jpg')).toBe('anh.jpg');
    expect(cleanName('anh.png', 'jpg')).toBe('anh.png.jpg');
  });

  it('is short, ends as its type, and holds nothing that is invisible or parts a path, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...evidenceTypes), (name, type) => {
        const shown = cleanName(name, type);
        expect(shown.endsWith(`.${type}`)).toBe(true);
        expect(shown).toBe(shown.normalize('NFC'));
        expect(/[\p{C}\u2028\u2029/\\<>:"|?*]/u.test(shown)).toBe(false);
        expect([...shown].length).toBeLessThanOrEqual(125);
        expect(cleanName(shown, type)).toBe(shown);
      }),
    );
  });
});

const finding = (over: Partial<FindingOfFile> = {}) => ({
  ...{ subject: 'lan', author: 'hoa', evaluator: 'hoa', decider: 'mai', notified: true },
  ...({ source: 'evaluator', state: 'confirmed', remedyState: 'none' } as const),
  ...({ unit: 'phong', block: 'government' } as const),
  ...over,
});
const appeal = (over: Partial<AppealOfFile> = {}) => ({
  ...{ person: 'lan', answerer: 'cao', decider: 'mai', above: 'tren', overdue: false, unit: 'phong' },
  state: 'filed' as const,
  ...over,
});
const mayAttach = (refusal: string | null) => refusal === null;

const untold = { notified: false, state: 'suspected' } as const;
/** At themselves, on their sheet or on any day. */
const named = { author: 'lan', source: 'self' } as const;

describe('attaching to a finding', () => {
  it.each([
    ['the person who was told', 'lan', {}, true],
    ['the person, a remedy underway', 'lan', { remedyState: 'underway' }, true],
    ['the person, a remedy reported', 'lan', { remedyState: 'reported' }, true],
    ['the person, a remedy returned', 'lan', { remedyState: 'returned' }, true],
    ['the person, a remedy accepted', 'lan', { remedyState: 'accepted' }, false],
    ['the person, once it is remedied', 'lan', { state: 'remedied', remedyState: 'accepted' }, false],
    ['the person, once it is dismissed', 'lan', { state: 'dismissed' }, false],
    ['the person who was not told', 'lan', { notified: false, state: 'suspected' }, false],
    // A rule's proposal has the person's name on it, who didn't write it and wasn't told.
    ['the person, what a rule proposes', 'lan', { ...untold, author: 'lan', source: 'rule' }, false],
    ['the person, what another named as theirs', 'lan', { ...untold, source: 'self' }, false],
    ['the person who named it, not told yet', 'lan', { ...untold, ...named }, true],
    [
      'the person who named it, remedied at once',
      'lan',
      { ...untold, ...named, remedyState: 'reported' },
      true,
    ],
    ['the person who named it, once it is confirmed', 'lan', { ...named, remedyState: 'reported' }, true],
    ['the person who named it, its remedy accepted', 'lan', { ...named, remedyState: 'accepted' }, false],
    ['the person who named it, once it is remedied', 'lan', { ...named, state: 'remedied' }, false],
    [
      'the person who named it, once it is dismissed',
      'lan',
      { ...untold, ...named, state: 'dismissed' },
      false,
    ],
    ['a colleague, what the person named', 'binh', { ...untold, ...named }, false],
    ['who evaluates', 'hoa', {}, true],
    ['who evaluates, while it is suspected', 'hoa', { state: 'suspected', notified: false }, true],
    ['who decides', 'mai', {}, true],
    ['who recorded it', 'ktra', { author: 'ktra' }, true],
    ['who evaluates, once it is dismissed', 'hoa', { state: 'dismissed' }, false],
    ['a colleague', 'binh', {}, false],
  ] as const)('%s', (_, who, over, may) => {
    expect(mayAttach(findingFileRefusal(finding(over as Partial<FindingOfFile>), who))).toBe(may);
  });

  it('tells a stranger of a finding no more than of none', () => {
    expect(findingFileRefusal(finding(), 'binh')).toBe(findingFileRefusal(null, 'binh'));
    const unknown = findingFileRefusal(finding({ notified: false, state: 'suspected' }), 'lan');
    expect(unknown).toBe(findingFileRefusal(null, 'lan'));
  });
});

const unitFinding = (over: Partial<UnitFindingOfFile & { block: 'government' | null }> = {}) => ({
  ...{ head: 'son', author: 'mai', evaluator: 'hoa', decider: 'mai', notified: true },
  ...({ source: 'decider', state: 'confirmed', remedyState: 'none' } as const),
  ...({ unit: 'phong', block: 'government' } as const),
  ...over,
});
/** As its author's client wrote it, before a function came. */
const unheard = (over: Partial<UnitFindingOfFile> = {}) => ({
  ...({ source: 'inspection', author: 'ktra', state: 'suspected', remedyState: 'none' } as const),
  ...({ unit: 'phong', block: null } as const),
  ...over,
});

describe('attaching to a finding of a unit (domain.md sections 2 and 11)', () => {
  it.each([
    ['the head who was told', 'son', {}, true],
    ['the head, a remedy underway', 'son', { remedyState: 'underway' }, true],
    ['the head, a remedy reported', 'son', { remedyState: 'reported' }, true],
    ['the head, a remedy returned', 'son', { remedyState: 'returned' }, true],
    ['the head, a remedy accepted', 'son', { state: 'remedied', remedyState: 'accepted' }, false],
    ['the head, once it is dismissed', 'son', { state: 'dismissed' }, false],
    ['the head who was not told', 'son', { notified: false, state: 'suspected' }, false],
    [
      'the head who recorded it before they headed the unit',
      'son',
      { notified: false, state: 'suspected', author: 'son' },
      false,
    ],
    ['who evaluates the head', 'hoa', {}, true],
    ['who decides the head, while it is suspected', 'mai', { state: 'suspected', notified: false }, true],
    ['who recorded it', 'ktra', { author: 'ktra' }, true],
    ['who recorded it, once it is dismissed', 'ktra', { author: 'ktra', state: 'dismissed' }, false],
    ['who decides the head, once it is remedied', 'mai', { state: 'remedied' }, false],
    ['who heads another unit', 'binh', {}, false],
  ] as const)('%s', (_, who, over, may) => {
    expect(mayAttach(unitFindingFileRefusal(unitFinding(over as Partial<UnitFindingOfFile>), who))).toBe(may);
  });

  it('is open to who recorded it before a function came, and to nobody else', () => {
    expect(mayAttach(unitFindingFileRefusal(unheard(), 'ktra'))).toBe(true);
    expect(mayAttach(unitFindingFileRefusal(unheard(), ''))).toBe(false);
    expect(mayAttach(unitFindingFileRefusal(unheard(), 'son'))).toBe(false);
  });

  it('tells a stranger, and a head who was not told, no more than of none', () => {
    const nothing = unitFindingFileRefusal(null, 'binh');
    expect(unitFindingFileRefusal(unitFinding(), 'binh')).toBe(nothing);
    expect(unitFindingFileRefusal(unitFinding({ notified: false, state: 'suspected' }), 'son')).toBe(nothing);
  });
});

describe('attaching to an appeal', () => {
  it.each([
    ['the person', 'lan', 'filed', true],
    ['the person, once it is answered', 'lan', 'answered', false],
    ['the person, where it was not taken', 'lan', 'refused', false],
    ['who answers', 'cao', 'filed', false],
    ['who decided', 'mai', 'filed', false],
  ] as const)('%s', (_, who, state, may) => {
    expect(mayAttach(appealFileRefusal(appeal({ state }), who))).toBe(may);
  });
});

const nobody = { inspects: false, aggregates: [], judges: [] };
const rights: FileRights = {
  members: [
    { id: 'ktra', ...nobody, inspects: true },
    { id: 'th-cq', ...nobody, aggregates: ['government'] },
    { id: 'th-dang', ...nobody, aggregates: ['party'] },
    { id: 'nay', ...nobody, judges: ['lan'] },
    { id: 'khac', ...nobody, judges: ['binh'] },
    { id: 'clerk', ...nobody },
  ],
  delegations: [
    { giver: 'hoa', delegate: 'uq1', acts: 'evaluate', unit: null },
    { giver: 'mai', delegate: 'uq2', acts: 'both', unit: 'phong' },
    { giver: 'mai', delegate: 'uq3', acts: 'evaluate', unit: null },
    { giver: 'mai', delegate: 'uq4', acts: 'decide', unit: 'khac' },
    { giver: 'la', delegate: 'uq5', acts: 'both', unit: null },
  ],
};

describe('readers (domain.md section 11)', () => {
  const readers = (over: Partial<FindingOfFile> = {}, of = rights, by = 'hoa') =>
    fileReaders(standingOfFinding(finding(over), by), of);

  it('of a finding: whom it names, inspectors, aggregators of the block, judges of today and delegates in force', () => {
    expect(readers()).toEqual(['hoa', 'ktra', 'lan', 'mai', 'nay', 'th-cq', 'uq1', 'uq2']);
  });
  it('are without the person before they were told, though they named it or inspect', () => {
    const suspected = { notified: false, state: 'suspected' } as const;
    expect(readers(suspected)).not.toContain('lan');
    expect(readers({ ...suspected, author: 'lan' })).not.toContain('lan');
    const inspecting = {
      ...rights,
      members: [{ id: 'lan', inspects: true, aggregates: [], judges: ['lan'] }],
    };
    expect(readers(suspected, inspecting)).not.toContain('lan');
    expect(readers({}, inspecting)).toContain('lan');
  });
  it('of a file of their own on what they named at themselves are with the person, told or not', () => {
    expect(readers({ ...untold, ...named }, rights, 'lan')).toContain('lan');
    expect(readers({ ...untold, ...named }, rights, 'hoa')).not.toContain('lan');
    expect(readers({ ...untold, author: 'lan', source: 'rule' }, rights, 'lan')).not.toContain('lan');
  });
  it('are nobody where a seat is vacant', () => {
    expect(readers({ evaluator: vacant, decider: vacant })).toEqual(['hoa', 'ktra', 'lan', 'nay', 'th-cq']);
  });
  const ofUnit = (over: Parameters<typeof unitFinding>[0] = {}, of = rights) =>
    fileReaders(standingOfUnitFinding(unitFinding(over)), of);
  it('of a finding of a unit: whom it names, inspectors and aggregators of the block, no delegate and no judge of today', () => {
    expect(ofUnit()).toEqual(['hoa', 'ktra', 'mai', 'son', 'th-cq']);
    const judging = { ...rights, members: [{ id: 'nay', ...nobody, judges: ['son'] }] };
    expect(ofUnit({}, judging)).toEqual(['hoa', 'mai', 'son']);
  });
  it('of a finding of a unit are without its head before they were told, though they recorded it, inspect or aggregate', () => {
    const suspected = { notified: false, state: 'suspected' } as const;
    expect(ofUnit(suspected)).toEqual(['hoa', 'ktra', 'mai', 'th-cq']);
    expect(ofUnit({ ...suspected, author: 'son' })).not.toContain('son');
    const overseeing = {
      ...rights,
      members: [
        { id: 'son', inspects: true, aggregates: ['government' as const], judges: [] },
        { id: 'th-cq', inspects: false, aggregates: ['government' as const], judges: [] },
      ],
    };
    expect(ofUnit(suspected, overseeing)).toEqual(['hoa', 'mai', 'th-cq']);
    expect(ofUnit({}, overseeing)).toContain('son');
  });
  it('of a finding of a unit that no function has seen: its author alone', () => {
    expect(fileReaders(standingOfUnitFinding(unheard({ author: 'th-dang' })), rights)).toEqual(['th-dang']);
  });
  it('of an appeal: the person, who answers, who decided and inspectors', () => {
    expect(fileReaders(standingOfAppeal(appeal()), rights)).toEqual(['cao', 'ktra', 'lan', 'mai']);
    expect(fileReaders(standingOfAppeal(appeal({ answerer: vacant })), rights)).toEqual([
      'ktra',
      'lan',
      'mai',
    ]);
  });
  it('of an appeal past its date: who stands above as well', () => {
    expect(fileReaders(standingOfAppeal(appeal({ overdue: true })), rights)).toContain('tren');
  });
});
