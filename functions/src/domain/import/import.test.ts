// Lists of people and units: which column is which, which line is who, and what importing them would do.
import { describe, expect, it } from 'vitest';
import { judgePeople, judgeUnits, type PersonValue, type UnitValue } from '../changes.ts';
import type { Person, Post, Unit } from '../organisation.ts';
import { profileOf } from '../profiles/profile.ts';
import type { CivilDate } from '../words.ts';
import { flagOf } from './cells.ts';
import { findHead, guessMapping, personColumns, unitColumns, type Cell, type Grid } from './columns.ts';
import { differencesOfPerson, differencesOfUnit, type Names } from './differences.ts';
import { dryRun, personColumnOf } from './dryRun.ts';
import { idFromName, slugOf } from './ids.ts';
import { peopleFromList } from './peopleList.ts';
import { unitsFromList } from './unitList.ts';

const profile = profileOf('district@S3-2024');
const day = '2026-04-22';
const unitOf = (id: string, name: string, kind: string, more: Partial<Unit> = {}) => ({
  id,
  name,
  kind,
  block: 'government' as const,
  parent: 'ubnd',
  headcountOverride: null,
  role: null,
  closed: null,
  excludedFromSystem: [] as string[],
  rev: 1,
  ...more,
});
const units = [
  unitOf('hdnd', 'Hội đồng nhân dân quận', 'council', { parent: null }),
  unitOf('ubnd', 'Ủy ban nhân dân quận', 'peoples-committee', { parent: 'hdnd' }),
  unitOf('qldt', 'Phòng Quản lý đô thị', 'division'),
  unitOf('tu-phap', 'Phòng Tư pháp', 'division'),
  unitOf('binh-minh', 'Trường Tiểu học Bình Minh', 'school'),
];
const post = (more: Partial<Post> = {}): Post => ({
  unit: 'qldt',
  kind: 'staff',
  title: 'Chuyên viên',
  primary: true,
  acting: false,
  fields: [],
  inCharge: [],
  from: null,
  to: null,
  ...more,
});
const personOf = (id: string, name: string, more: Partial<Person> = {}): Person & { rev: number } => ({
  id,
  name,
  email: `${id}@quan.example`,
  category: 'civil-servant',
  partyMember: false,
  decidedOutside: false,
  posts: [post()],
  absences: [],
  joined: null,
  left: null,
  rev: 4,
  ...more,
});
const an = personOf('cv-01', 'Nguyễn Văn Ân');
const binh = personOf('cv-02', 'Trần Thị Bình', { partyMember: true });
const people = [an, binh];

/** Stands for the library's reader (web/src/data/import/readDay.ts), which has its own tests. */
const readDay = (cell: Cell): CivilDate | null | undefined => {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const match = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(cell));
  return match ? `${match[3]}-${match[2]}-${match[1]}` : undefined;
};
const names: Names = {
  unit: (id) => units.find((unit) => unit.id === id)?.name ?? id,
  person: (id) => people.find((person) => person.id === id)?.name ?? id,
  unitKind: (kind) => kind,
  postKind: (kind) => kind,
  unitRole: (role) => role,
};

const head = ['Mã', 'Họ và tên', 'Thư điện tử', 'Đối tượng', 'Đơn vị', 'Chức vụ'];
const lineOf = (person: Person, more: Partial<Record<number, Cell>> = {}): Cell[] => {
  const own = person.posts[0];
  const cells = [
    person.id,
    person.name,
    person.email,
    'Công chức',
    names.unit(own?.unit ?? ''),
    own?.title ?? '',
  ];
  return cells.map((cell, i) => more[i] ?? cell);
};

function runPeople(lines: Cell[][], heads: Cell[] = head, now = people) {
  const grid: Grid = [heads, ...lines];
  const drafts = peopleFromList(
    grid,
    0,
    guessMapping(heads, personColumns),
    { units, people: now, profile, day },
    readDay,
  );
  const known = new Map(now.map((person) => [person.id, person]));
  return dryRun<PersonValue>(drafts, {
    judge: (rows) => judgePeople({ units, people: now }, rows, profile),
    columnOf: personColumnOf,
    differences: (id, value) => differencesOfPerson(known.get(id) ?? null, value, names),
  });
}
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

describe('columns', () => {
  it('are told by what offices head them, in either Unicode form, with marks and in any case', () => {
    const heads = ['STT', 'HỌ VÀ TÊN (*)'.normalize('NFD'), 'Email', 'Phòng ban', 'CHỨC DANH', 'Mã CBCCVC'];
    expect(guessMapping(heads, personColumns)).toEqual({ name: 1, email: 2, unit: 3, title: 4, id: 5 });
  });
  it('go each to one key: "Tên" does not take the place of "Họ và tên"', () => {
    expect(guessMapping(['Tên', 'Họ và tên'], personColumns)).toEqual({ name: 1 });
  });
  it('are found below the titles of an office list', () => {
    const grid = [['DANH SÁCH CÁN BỘ'], [''], ['Đơn vị: quận'], head, lineOf(an)];
    expect(findHead(grid, personColumns)).toBe(3);
  });
});

describe('ids', () => {
  it.each([
    ['Nguyễn Văn Ân', 'nguyen-van-an'],
    ['Đỗ Thị Ước'.normalize('NFD'), 'do-thi-uoc'],
    ['  --  ', ''],
    ['Trường Mầm non bán công khu đô thị Mỹ Đình Mễ Trì', 'truong-mam-non-ban-cong-khu-do-thi-my-di'],
  ])('of %s is %s', (name, id) => expect(slugOf(name)).toBe(id));
  it('are numbered where they are taken, and never too long', () => {
    expect(idFromName('Nguyễn Văn Ân', new Set(['nguyen-van-an', 'nguyen-van-an-2']))).toBe(
      'nguyen-van-an-3',
    );
    const long = 'a'.repeat(60);
    expect(idFromName(long, new Set(['a'.repeat(40)]))).toBe(`${'a'.repeat(38)}-2`);
  });
});

it.each([
  ['x', true],
  ['Có', true],
  ['✓', true],
  [true, true],
  [1, true],
  ['Không', false],
  [null, false],
  ['', false],
  ['có lẽ', undefined],
])('yes or no: %s', (cell, flag) => expect(flagOf(cell)).toBe(flag));

describe('a list of people', () => {
  it('that says what the records say changes nothing, decomposed and with stray blanks too', () => {
    const lines = people.map((person) =>
      lineOf(person).map((cell) => ` ${String(cell).normalize('NFD').replace(' ', '  ')} `),
    );
    const run = runPeople(lines);
    expect(run.counts).toEqual({ refused: 0, added: 0, changed: 0, unchanged: 2 });
    expect(run.toSend).toEqual([]);
  });

  it('names each field that differs, before and after', () => {
    const run = runPeople([lineOf(an, { 1: 'Nguyễn Văn Ấn', 5: 'Chuyên viên chính' })]);
    const row = only(run.rows);
    expect(row).toMatchObject({ outcome: 'changed', lines: [2] });
    expect(row.differences.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Họ và tên', 'Nguyễn Văn Ân', 'Nguyễn Văn Ấn'],
      ['Chức vụ', 'Chuyên viên, Phòng Quản lý đô thị', 'Chuyên viên chính, Phòng Quản lý đô thị'],
    ]);
    expect(only(run.toSend)).toMatchObject({ id: 'cv-01', base: 4 });
  });

  it('clears nothing by an empty cell', () => {
    const heads = [...head, 'Đảng viên'];
    const run = runPeople([[...lineOf(binh), null]], heads);
    expect(only(run.rows).outcome).toBe('unchanged');
  });

  it('applied and run again changes nothing', () => {
    const heads = [...head, 'Đảng viên', 'Từ ngày'];
    const lines = [
      [...lineOf(an, { 5: 'Chuyên viên chính' }), 'x', null],
      [
        '',
        'Lê Văn Cường',
        'cuong@quan.example',
        'Viên chức',
        'Trường Tiểu học Bình Minh',
        'Giáo viên',
        '',
        null,
      ],
      [...lineOf(binh, { 4: 'Phòng Tư pháp' }), '', '01/05/2026'],
    ];
    const first = runPeople(lines, heads);
    expect(first.counts).toEqual({ refused: 0, added: 1, changed: 2, unchanged: 0 });
    const after = new Map<string, Person & { rev: number }>(people.map((person) => [person.id, person]));
    for (const { id, value } of first.toSend) after.set(id, { ...value, id, rev: 5 });
    const again = runPeople(lines, heads, [...after.values()]);
    expect(again.counts).toEqual({ refused: 0, added: 0, changed: 0, unchanged: 3 });
  });

  it('without codes finds people by mailbox, then by name in their unit, and derives the code of a new one', () => {
    const heads = head.slice(1);
    const lines = [
      lineOf(an).slice(1),
      lineOf(binh, { 2: 'binh.moi@quan.example' }).slice(1),
      ['Nguyễn Văn Ân', 'an2@quan.example', 'Công chức', 'Phòng Tư pháp', 'Chuyên viên'],
    ];
    const run = runPeople(lines, heads);
    expect(run.rows.map(({ id, outcome, isDerived }) => [id, outcome, isDerived])).toEqual([
      ['cv-01', 'unchanged', true],
      ['cv-02', 'changed', true],
      ['nguyen-van-an', 'added', true],
    ]);
  });

  it('tells two of one name in one unit apart by nothing but code and mailbox', () => {
    const twin = personOf('cv-03', 'Nguyễn Văn Ân');
    const run = runPeople(
      [['Nguyễn Văn Ân', 'khac@quan.example', 'Công chức', 'Phòng Quản lý đô thị', 'Chuyên viên']],
      head.slice(1),
      [...people, twin],
    );
    expect(only(run.rows)).toMatchObject({ id: 'nguyen-van-an', outcome: 'added' });
  });

  it('refuses with line, column and reason, and then sends nothing at all', () => {
    const run = runPeople([
      lineOf(an, { 5: 'Chuyên viên chính' }),
      ['moi-1', 'Lê Thị Sai', 'khong-phai-thu', 'Công chức', 'Phòng Tư pháp', 'Chuyên viên'],
      ['moi-2', 'Lê Thị Lạc', 'lac@quan.example', 'Công chức', 'Phòng Không Có', 'Chuyên viên'],
      ['moi-3', 'Lê Thị Lạ', 'la@quan.example', 'Tình nguyện', 'Phòng Tư pháp', 'Chuyên viên'],
    ]);
    expect(run.counts).toMatchObject({ refused: 3, changed: 1 });
    expect(run.rows.flatMap(({ problems }) => problems.map(({ line, column }) => [line, column]))).toEqual([
      [3, 'email'],
      [4, 'unit'],
      [5, 'category'],
    ]);
    expect(run.rows[2]?.problems[0]?.reason).toContain('Phòng Không Có');
    expect(run.toSend).toEqual([]);
  });

  it('refuses a person who comes twice, naming the other line', () => {
    const row = only(runPeople([lineOf(an), lineOf(an)]).rows);
    expect(row).toMatchObject({ outcome: 'refused', lines: [2, 3] });
    expect(row.problems[0]?.reason).toContain('dòng 2');
  });

  it('takes a further line as a further post where it is marked so, wherever it stands', () => {
    const heads = [...head, 'Kiêm nhiệm'];
    const run = runPeople(
      [
        [...lineOf(an, { 4: 'Phòng Tư pháp', 5: 'Thành viên tổ rà soát' }), 'x'],
        [...lineOf(an), ''],
      ],
      heads,
    );
    const sent = only(run.toSend).value;
    expect(sent.posts.map(({ unit, primary }) => [unit, primary])).toEqual([
      ['qldt', true],
      ['tu-phap', false],
    ]);
  });

  it('moves somebody only with a day, and ends the old post the day before', () => {
    const heads = [...head, 'Từ ngày'];
    const without = only(runPeople([[...lineOf(an, { 4: 'Phòng Tư pháp' }), null]], heads).rows);
    expect(without.problems).toEqual([
      { line: 2, column: 'from', reason: expect.stringContaining('Phòng Quản lý đô thị') as string },
    ]);
    const run = runPeople([[...lineOf(an, { 4: 'Phòng Tư pháp' }), new Date('2026-05-01T00:00:00Z')]], heads);
    expect(only(run.toSend).value.posts).toEqual([
      post({ to: '2026-04-30' }),
      post({ unit: 'tu-phap', from: '2026-05-01' }),
    ]);
  });

  it.each([
    ['Phó Trưởng phòng', 'Phòng Quản lý đô thị', 'deputy'],
    ['Trưởng phòng', 'Phòng Quản lý đô thị', 'head'],
    ['Hiệu trưởng', 'Trường Tiểu học Bình Minh', 'principal'],
    ['Giáo viên', 'Trường Tiểu học Bình Minh', 'teacher'],
    ['Chuyên viên chính', 'Phòng Tư pháp', 'staff'],
  ])('concludes the kind of %s in %s, and says so unless it is a kind by name', (title, unit, kind) => {
    const run = runPeople([['m-1', 'Vũ Thị Mới', 'moi@quan.example', 'Viên chức', unit, title]]);
    expect(only(run.toSend).value.posts[0]?.kind).toBe(kind);
    const isByName = [...profile.postKinds.values()].includes(title);
    expect(only(run.rows).notes.length).toBe(isByName ? 0 : 1);
  });

  it('asks for days as days, and for none before the first month that could matter', () => {
    const heads = [...head, 'Ngày vào'];
    const run = runPeople(
      [
        [...lineOf(an), 'hôm qua'],
        [...lineOf(binh), '01/06/1998'],
      ],
      heads,
    );
    expect(run.rows.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ['joined'],
      ['joined'],
    ]);
  });

  it('reads whom a deputy is in charge of by code or by name, new people of the same list among them', () => {
    const heads = [...head, 'Phụ trách người'];
    const run = runPeople(
      [
        [
          'pho',
          'Đỗ Văn Phó',
          'pho@quan.example',
          'Công chức',
          'Phòng Quản lý đô thị',
          'Phó Trưởng phòng',
          'cv-01; Phạm Thị Mới',
        ],
        ['moi', 'Phạm Thị Mới', 'moi@quan.example', 'Công chức', 'Phòng Quản lý đô thị', 'Chuyên viên', ''],
        [
          'sai',
          'Lý Sai',
          'sai@quan.example',
          'Công chức',
          'Phòng Quản lý đô thị',
          'Chuyên viên',
          'Người Không Có',
        ],
      ],
      heads,
    );
    expect(run.rows.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'refused']);
    expect(run.rows[0]?.differences.find(({ field }) => field === 'posts')?.after).toContain('Nguyễn Văn Ân');
  });

  it('without a column that new people need refuses these, and still updates those who are known', () => {
    const heads = ['Mã', 'Họ và tên'];
    const run = runPeople(
      [
        ['cv-01', 'Nguyễn Văn Ấn'],
        ['moi', 'Người Mới'],
      ],
      heads,
    );
    expect(run.rows.map(({ outcome }) => outcome)).toEqual(['changed', 'refused']);
    expect(run.rows[1]?.problems.map(({ column }) => column)).toEqual(['category', 'unit', 'title']);
  });

  it('of 5,000 takes seconds, not minutes: nothing in it grows with the square', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => [
      `n-${i}`,
      `Nguyễn Thị ${i}`,
      `n${i}@quan.example`,
      'Viên chức',
      'Trường Tiểu học Bình Minh',
      'Giáo viên',
    ]);
    const began = performance.now();
    const run = runPeople(lines);
    expect(run.counts.added).toBe(5000);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('a list of units', () => {
  const heads = ['Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Khối', 'Đơn vị cấp trên', 'Số CBCCVC ấn định'];
  const run = (lines: Cell[][]) => {
    const mapping = guessMapping(heads, unitColumns);
    const drafts = unitsFromList([heads, ...lines], 0, mapping, { units, profile }, readDay);
    const known = new Map(units.map((unit) => [unit.id, unit]));
    return dryRun<UnitValue>(drafts, {
      judge: (rows) => judgeUnits({ units, people }, rows, profile),
      columnOf: (field) => field,
      differences: (id, value) => differencesOfUnit(known.get(id) ?? null, value, names),
    });
  };

  it('takes kind, block and parent by their names; a new unit stands in the block of the one above', () => {
    const made = run([
      ['', 'Phòng Kinh tế', 'Phòng, ban chuyên môn', '', 'Ủy ban nhân dân quận', ''],
      ['', 'Trạm Khuyến nông', 'Đơn vị sự nghiệp', '', 'Phòng Kinh tế', '25'],
    ]);
    expect(made.rows.map(({ problems }) => problems)).toEqual([[], []]);
    expect(
      made.toSend.map(({ id, value }) => [id, value.block, value.parent, value.headcountOverride]),
    ).toEqual([
      ['phong-kinh-te', 'government', 'ubnd', null],
      ['tram-khuyen-nong', 'government', 'phong-kinh-te', 25],
    ]);
  });

  it('that says what stands changes nothing', () => {
    const made = run([
      [
        'qldt',
        'Phòng Quản lý đô thị'.normalize('NFD'),
        'Phòng, ban chuyên môn',
        'Khối chính quyền',
        'ubnd',
        '',
      ],
    ]);
    expect(made.counts.unchanged).toBe(1);
  });

  it('refuses what it does not know, and a unit that comes twice', () => {
    const made = run([
      ['', 'Phòng Lạ', 'Loại lạ', '', 'Nơi không có', 'nhiều'],
      ['qldt', 'Phòng Quản lý đô thị', '', '', '', ''],
      ['qldt', 'Phòng Quản lý đô thị', '', '', '', ''],
    ]);
    expect(made.rows[0]?.problems.map(({ column }) => column)).toEqual([
      'kind',
      'parent',
      'headcountOverride',
      'block',
    ]);
    expect(made.rows[1]?.problems[0]?.reason).toContain('dòng 3');
  });
});
