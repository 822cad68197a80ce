// Edges of authority as pages show them: live and frozen alike, without an edge where there is none, filtered by name and by authority.
import { describe, expect, it } from 'vitest';
import type { Organisation, Person } from '../../../functions/src/domain/organisation.ts';
import { defaultSettings } from '../../../functions/src/domain/settings.ts';
import { completenessOf } from './completeness.ts';
import { filterEdges, frozenEdges, liveEdges } from './edges.ts';
import { profileOf } from './profiles.ts';
import { inTreeOrder } from './unitTree.ts';

const profile = profileOf('district@S3-2024');

const unit = (id: string, name: string, kind: string, parent: string | null) =>
  ({
    id,
    name,
    kind,
    block: 'government',
    parent,
    headcountOverride: null,
    role: null,
    closed: null,
  }) as const;

const person = (id: string, name: string, kind: string, change: Partial<Person> = {}): Person => ({
  ...{ id, name, email: `${id}@x.vn`, category: 'civil-servant', partyMember: true, decidedOutside: false },
  posts: [
    {
      ...{
        unit: kind === 'chair' ? 'ubnd' : 'noi-vu',
        kind,
        title: kind === 'head' ? 'Trưởng phòng' : 'Chuyên viên',
      },
      ...{ primary: true, acting: false, fields: [], inCharge: [], from: null, to: null },
    },
  ],
  ...{ absences: [], joined: null, left: null },
  ...change,
});

const organisation = (people: Person[]): Organisation => ({
  ...{ id: 'o', name: 'Quận', place: 'Hà Nội', partyName: 'Đảng bộ' },
  units: [
    unit('ubnd', 'Ủy ban nhân dân quận', 'peoples-committee', null),
    unit('noi-vu', 'Phòng Nội vụ', 'division', 'ubnd'),
  ],
  people,
});

const chair = person('chu-tich', 'Lê Chủ Tịch', 'chair', { decidedOutside: true });
const head = person('truong', 'Trần Văn Trưởng', 'head');
const staff = person('lan', 'Nguyễn Thị Lan', 'staff');
const whole = organisation([chair, head, staff]);
const live = (of: Organisation) => liveEdges(profile, of, defaultSettings, '2026-05-01');

describe('liveEdges', () => {
  it('names evaluator, decider, row and clause of each person in the unit of the post', () => {
    const [top, division] = live(whole);
    expect(
      division?.edges.map(({ id, evaluator, decider, row, clause }) => [
        id,
        evaluator.name,
        decider.id,
        row,
        clause,
      ]),
    ).toEqual([
      ['lan', 'Trần Văn Trưởng', 'truong', 9, 'S3 II.5.2'],
      ['truong', 'Lê Chủ Tịch', 'chu-tich', 7, 'S3 II.5.2'],
    ]);
    expect(top?.without.map(({ id }) => id)).toEqual(['chu-tich']);
  });

  it('says why somebody has no edge', () => {
    const [, division] = live(organisation([chair, staff]));
    expect(division?.edges).toEqual([]);
    expect(division?.without[0]).toMatchObject({
      id: 'lan',
      why: expect.stringContaining('người đứng đầu Phòng Nội vụ') as string,
    });
  });
});

describe('frozenEdges', () => {
  it('take names from the document, and the code where one is missing', () => {
    const row = {
      ...{
        name: 'Nguyễn Thị Lan',
        post: 'Chuyên viên',
        tier: 'staff' as const,
        row: 9,
        clause: 'S3 II.5.2',
        headcount: 12,
      },
      ...{
        evaluator: 'truong',
        decider: 'ai-do',
        head: 'truong',
        consulted: [],
        onRequest: [],
        proposers: [],
        corrected: 'Chuyển công tác',
      },
    };
    const [shown] = frozenEdges([
      {
        ...{
          unit: 'noi-vu',
          unitName: 'Phòng Nội vụ',
          parent: 'ubnd',
          block: 'government',
          month: '2026-04',
        },
        rows: { lan: row },
        names: { truong: 'Trần Văn Trưởng' },
      },
    ]);
    expect(shown?.edges[0]).toMatchObject({
      evaluator: { id: 'truong', name: 'Trần Văn Trưởng' },
      decider: { id: 'ai-do', name: 'ai-do' },
      corrected: 'Chuyển công tác',
    });
  });
});

describe('filterEdges', () => {
  it('finds people without diacritics, and everybody of a unit by its name', () => {
    const ids = (words: string) =>
      filterEdges(live(whole), { words, by: null }).flatMap(({ edges }) => edges.map(({ id }) => id));
    expect(ids('nguyen thi')).toEqual(['lan']);
    expect(ids('noi vu')).toEqual(['lan', 'truong']);
    expect(ids('không có ai')).toEqual([]);
  });
  it('leaves whom one person evaluates or decides', () => {
    const found = filterEdges(live(whole), { words: '', by: 'chu-tich' });
    expect(found.flatMap(({ edges, without }) => [...edges, ...without].map(({ id }) => id))).toEqual([
      'truong',
    ]);
  });
});

describe('inTreeOrder', () => {
  it('puts units below their parent, and leaves out nobody in a ring', () => {
    const units = [
      unit('b', 'B', 'division', 'a'),
      unit('a', 'A', 'division', null),
      unit('c', 'C', 'division', 'd'),
      unit('d', 'D', 'division', 'c'),
    ];
    expect(inTreeOrder(units).map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
      ['d', 1],
    ]);
  });
});

describe('completenessOf', () => {
  const document = { profile: profile.id, settings: defaultSettings } as never;
  const checked = (people: Person[], setAside: object | null = null) => {
    const of = organisation(people);
    const documents = people.map((p) => ({
      ...p,
      setAside: p.id === 'lan' ? setAside : null,
      judgedBy: [],
      log: [],
      rev: 1,
    }));
    return completenessOf({ profile, document, people: documents as never, organisation: of }, '2026-05');
  };

  it('finds nothing missing where everybody has an evaluator and a decider', () => {
    expect(checked([chair, head, staff])).toMatchObject({
      gaps: [],
      asides: [],
      resolved: 2,
      outside: ['Lê Chủ Tịch'],
    });
  });
  it('names who lacks whom and why, with the way to mend it', () => {
    expect(checked([chair, staff]).gaps).toMatchObject([
      { person: 'lan', post: 'Chuyên viên', unit: 'noi-vu', unitName: 'Phòng Nội vụ' },
    ]);
  });
  it('takes a gap set aside for this month out of the way, and not for another month', () => {
    const aside = { month: '2026-05', reason: 'Chờ bổ nhiệm', by: 'truong' };
    expect(checked([chair, staff], aside)).toMatchObject({ gaps: [], asides: [{ why: 'Chờ bổ nhiệm' }] });
    expect(checked([chair, staff], { ...aside, month: '2026-04' }).gaps).toHaveLength(1);
  });
  it('tells which block nobody aggregates', () => {
    expect(checked([chair, head, staff]).unread).toEqual(['party', 'government']);
  });
});
