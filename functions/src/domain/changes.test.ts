// What a change of the organisation may say: each refusal beside the nearly identical row that passes.
import { describe, expect, it } from 'vitest';
import { sampleOrganisation } from '../../../local/sample/organisation.ts';
import { districtUnits, person as personOf } from '../../../test/fixtures/organisationTable.ts';
import {
  changedFields,
  judgeMembers,
  judgePeople,
  judgeUnits,
  type ChangeRow,
  type MemberRights,
  type MembersNow,
  type PersonValue,
  type UnitValue,
} from './changes.ts';
import type { Person, Post } from './organisation.ts';
import { profileOf } from './profiles/profile.ts';

const profile = profileOf('district@S3-2024');
const noRights: MemberRights = {
  inspects: false,
  aggregates: [],
  offices: [],
  clerk: false,
  administrator: false,
  oversees: [],
  supervises: false,
};

const people: Person[] = [
  personOf('nv1', 'nv:head'),
  personOf('nv2', 'nv:deputy[nv3]'),
  personOf('nv3', 'nv:staff'),
  personOf('gd1', 'gd:head'),
];
const current: MembersNow = {
  units: districtUnits.map((unit) => ({ ...unit, excludedFromSystem: [], rev: 1 })),
  people: people.map((one) => ({ ...one, rev: 3 })),
  members: [
    { ...noRights, id: 'nv1', clerk: true, rev: 1 },
    { ...noRights, id: 'nv2', administrator: true, rev: 1 },
  ],
};

function rowOf(id: string, more: Partial<PersonValue> = {}, row = 0): ChangeRow<PersonValue> {
  const known = people.find((one) => one.id === id);
  const { id: _, ...value } = known ?? personOf(id, 'nv:staff');
  return { row, id, base: known ? 3 : null, value: { ...value, ...more } };
}
const post = (more: Partial<Post> = {}): Post => ({
  unit: 'nv',
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
const judged = (...rows: ChangeRow<PersonValue>[]) => judgePeople(current, rows, profile);
const fields = (...rows: ChangeRow<PersonValue>[]) => judged(...rows).problems.map(({ field }) => field);

describe('the sample', () => {
  it('passes as a whole into an empty organisation, and is unchanged the second time', () => {
    const { organisation } = sampleOrganisation();
    const units = organisation.units.map((unit) => ({ ...unit, excludedFromSystem: [], rev: 1 }));
    const unitRows = units.map(({ id, rev: _, ...value }, row) => ({ row, id, base: null, value }));
    expect(judgeUnits({ units: [], people: [] }, unitRows, profile).problems).toEqual([]);
    const rows = organisation.people.map(({ id, ...value }, row) => ({ row, id, base: null, value }));
    const first = judgePeople({ units, people: [] }, rows, profile);
    expect(first.problems).toEqual([]);
    expect(first.added).toHaveLength(organisation.people.length);
    const after = organisation.people.map((one) => ({ ...one, rev: 1 }));
    const again = judgePeople({ units, people: after }, rows, profile);
    expect(again).toMatchObject({ problems: [], added: [], changed: [], records: [] });
    expect(again.unchanged).toHaveLength(rows.length);
  });
});

describe('a row', () => {
  it('is added, changed or unchanged', () => {
    const { added, changed, unchanged, problems } = judged(
      rowOf('moi', {}, 0),
      rowOf('nv3', { partyMember: false }, 1),
      rowOf('nv1', {}, 2),
    );
    expect({ added, changed, unchanged, problems }).toEqual({
      added: ['moi'],
      changed: ['nv3'],
      unchanged: ['nv1'],
      problems: [],
    });
  });

  it('that says in decomposed letters what stands there composed is unchanged', () => {
    const value = { name: 'Người nv3'.normalize('NFD'), email: ' nv3@example.invalid' };
    expect(judged(rowOf('nv3', value)).unchanged).toEqual(['nv3']);
  });

  it('comes to be written in composed letters without blanks around them', () => {
    const { records } = judged(rowOf('moi', { name: '  Nguyễn  Thị Hòa '.normalize('NFD') }));
    expect(records[0]?.value.name).toBe('Nguyễn Thị Hòa'.normalize('NFC'));
  });

  it.each([
    ['made from an older record', { base: 2 }, null],
    ['new, while there is somebody of that id', { base: null }, null],
    ['made from the record as it is', { base: 3 }, undefined],
  ])('%s', (_, base, field) => {
    expect(fields({ ...rowOf('nv3', { partyMember: false }), ...base })[0]).toBe(field);
  });

  it('about somebody who is gone from the list is refused', () => {
    expect(judged({ ...rowOf('moi'), base: 1 }).problems[0]?.reason).toContain('không còn');
  });

  it('made from an older record is unchanged where it asks for nothing', () => {
    expect(judged({ ...rowOf('nv3'), base: 1 })).toMatchObject({ unchanged: ['nv3'], problems: [] });
  });

  it('is refused the second time that its id comes', () => {
    const problems = judged(rowOf('moi', {}, 0), rowOf('moi', { email: 'x@example.vn' }, 1)).problems;
    expect(problems).toContainEqual(expect.objectContaining({ row: 1, field: 'id' }));
  });
});

describe('a person', () => {
  it.each<[string, string, Partial<PersonValue>, (string | null)[]]>([
    ['an id of capitals', 'NV9', {}, ['id']],
    ['an id of small letters', 'nv9', {}, []],
    ['the id that stands for nobody', 'vacant', {}, ['id']],
    ['the id that stands for the system, which records findings', 'system', {}, ['id']],
    ['no name', 'moi', { name: '   ' }, ['name']],
    ['no mailbox', 'moi', { email: '' }, ['email']],
    ['half a mailbox', 'moi', { email: 'lan@' }, ['email']],
    ['two addresses', 'moi', { email: 'a@b.vn, c@d.vn' }, ['email']],
    ['a mailbox', 'moi', { email: 'lan.nguyen@namtuliem.hanoi.gov.vn' }, []],
    ["somebody's mailbox in capitals", 'moi', { email: 'NV1@example.invalid' }, ['email']],
    ['left before joining', 'moi', { joined: '2026-05-02', left: '2026-05-01' }, ['left']],
    ['left on the first day', 'moi', { joined: '2026-05-01', left: '2026-05-01' }, []],
    ['a day that no calendar has', 'moi', { joined: '2026-02-30' }, ['joined']],
    [
      'an absence that ends before it begins',
      'moi',
      { absences: [{ excuse: 'leave', from: '2026-05-02', to: '2026-05-01' }] },
      ['absences.0.to'],
    ],
    [
      'two absences on one day',
      'moi',
      {
        absences: [
          { excuse: 'leave', from: '2026-05-01', to: '2026-05-03' },
          { excuse: 'illness', from: '2026-05-03', to: '2026-05-04' },
        ],
      },
      ['absences.1.from'],
    ],
    [
      'absences one after the other',
      'moi',
      {
        absences: [
          { excuse: 'leave', from: '2026-05-01', to: '2026-05-03' },
          { excuse: 'illness', from: '2026-05-04', to: '2026-05-04' },
        ],
      },
      [],
    ],
  ])('with %s', (_, id, value, expected) => {
    expect(fields(rowOf(id, value))).toEqual(expected);
  });

  it('may not take a mailbox that another row takes, and may take one that another row gives up', () => {
    const same = { email: 'chung@example.vn' };
    expect(fields(rowOf('a', same, 0), rowOf('b', same, 1))).toEqual(['email', 'email']);
    const freed = rowOf('nv1', { email: 'khac@example.vn' }, 0);
    expect(fields(freed, rowOf('b', { email: 'nv1@example.invalid' }, 1))).toEqual([]);
  });

  it('may not be the last administrator who leaves', () => {
    expect(fields(rowOf('nv2', { left: '2026-05-31' }))).toEqual(['left']);
    expect(fields(rowOf('nv1', { left: '2026-05-31' }))).toEqual([]);
  });
});

describe('posts', () => {
  const closed = {
    ...current,
    units: current.units.map((u) => (u.id === 'tckh' ? { ...u, closed: '2026-05-31' } : u)),
  };
  const secret = {
    ...current,
    units: current.units.map((u) => (u.id === 'nv' ? { ...u, excludedFromSystem: ['Cán bộ cơ yếu'] } : u)),
  };
  it.each<[string, Post[], (string | null)[]]>([
    ['none', [], ['posts']],
    ['in a unit that there isn’t', [post({ unit: 'xa' })], ['posts.0.unit']],
    ['of a kind that no profile names', [post({ kind: 'captain' })], ['posts.0.kind']],
    ['of a kind that the unit has not', [post({ kind: 'principal' })], ['posts.0.kind']],
    ['without a title', [post({ title: '' })], ['posts.0.title']],
    ['none of them primary', [post({ primary: false })], ['posts']],
    ['two of them primary', [post(), post({ unit: 'gd' })], ['posts.1.primary']],
    ['one primary, one beside it', [post(), post({ unit: 'gd', primary: false })], []],
    ['twice the same', [post(), post({ primary: false })], ['posts.1']],
    ['that end before they begin', [post({ from: '2026-05-02', to: '2026-05-01' })], ['posts.0.to']],
    ['with a day that no calendar has', [post({ from: '2026-04-31' })], ['posts.0.from']],
    ['a transfer', [post({ to: '2026-05-14' }), post({ unit: 'gd', from: '2026-05-15' })], []],
    [
      'a transfer that leaves a day without a primary post',
      [post({ to: '2026-05-14' }), post({ unit: 'gd', from: '2026-05-16' })],
      ['posts'],
    ],
    [
      'a transfer with two primary posts on one day',
      [post({ to: '2026-05-15' }), post({ unit: 'gd', from: '2026-05-15' })],
      ['posts.1.primary'],
    ],
    ['that end, while the person stays', [post({ to: '2026-05-14' })], ['posts']],
    ['in charge of nobody known', [post({ kind: 'deputy', inCharge: ['xa'] })], ['posts.0.inCharge']],
    ['in charge of themselves', [post({ kind: 'deputy', inCharge: ['moi'] })], ['posts.0.inCharge']],
    ['in charge of somebody', [post({ kind: 'deputy', inCharge: ['nv3'] })], []],
    ['in a seat that is taken', [post({ kind: 'head' })], ['posts.0.kind']],
    ['acting in a seat beside its holder', [post({ kind: 'head', acting: true })], []],
    ['in a vacant seat', [post({ unit: 'tnmt', kind: 'head' })], []],
  ])('%s', (_, posts, expected) => {
    expect(fields(rowOf('moi', { posts }))).toEqual(expected);
  });

  it('end with the stay: who has left needs none afterwards and holds no seat', () => {
    const ended = [post({ kind: 'head', to: '2026-05-14' })];
    expect(fields(rowOf('nv1', { posts: ended, left: '2026-05-14' }))).toEqual([]);
    const successor = rowOf('moi', { posts: [post({ kind: 'head', from: '2026-05-15' })] }, 1);
    expect(fields(rowOf('nv1', { left: '2026-05-14' }, 0), successor)).toEqual([]);
    expect(fields(rowOf('nv1', { left: '2026-05-15' }, 0), successor)).toEqual([
      'posts.0.kind',
      'posts.0.kind',
    ]);
  });

  it('of two people acting in one seat refuse both', () => {
    const acting = { posts: [post({ kind: 'head', acting: true })] };
    expect(fields(rowOf('a', acting, 0), rowOf('b', acting, 1))).toEqual(['posts.0.kind', 'posts.0.kind']);
  });

  it('end where their unit does', () => {
    const inClosed = (to: string | null) =>
      judgePeople(
        closed,
        [rowOf('moi', { posts: [post({ unit: 'tckh', to })], left: to })],
        profile,
      ).problems.map(({ field }) => field);
    expect(inClosed('2026-06-01')).toEqual(['posts.0.to']);
    expect(inClosed(null)).toEqual(['posts.0.to']);
    expect(inClosed('2026-05-31')).toEqual([]);
  });

  it('whose holder is classified take nobody in', () => {
    const into = (title: string) =>
      judgePeople(secret, [rowOf('moi', { posts: [post({ title })] })], profile).problems.map((p) => p.field);
    expect(into('cán bộ cơ yếu')).toEqual(['posts.0.title']);
    expect(into('Chuyên viên')).toEqual([]);
  });
});

describe('a unit', () => {
  function unitRow(id: string, more: Partial<UnitValue> = {}, row = 0): ChangeRow<UnitValue> {
    const known = current.units.find((one) => one.id === id);
    const { id: _, rev: __, ...value } = known ?? { ...current.units[10]!, name: 'Phòng mới' };
    return { row, id, base: known ? 1 : null, value: { ...value, ...more } };
  }
  const problemsOf = (...rows: ChangeRow<UnitValue>[]) =>
    judgeUnits(current, rows, profile).problems.map(({ field }) => field);

  it.each<[string, string, Partial<UnitValue>, (string | null)[]]>([
    ['new', 'moi', {}, []],
    ['without a name', 'moi', { name: ' ' }, ['name']],
    ['of an unknown kind', 'moi', { kind: 'regiment' }, ['kind']],
    ['in a block that its kind has not', 'moi', { kind: 'school', block: 'party' }, ['block']],
    ['with an unknown task for the others', 'moi', { role: 'kitchen' }, ['role']],
    ['below one that there isn’t', 'moi', { parent: 'xa' }, ['parent']],
    ['below itself', 'gd', { parent: 'gd' }, ['parent']],
    ['below one that stands below it', 'gd', { parent: 'mn1' }, ['parent']],
    ['below another', 'tnmt', { parent: 'ubnd' }, []],
    ['with a headcount below nothing', 'tnmt', { headcountOverride: -1 }, ['headcountOverride']],
    ['closed on no day of the calendar', 'tnmt', { closed: '2026-02-30' }, ['closed']],
    ['closed with people in it', 'nv', { closed: '2026-05-31' }, ['closed']],
    ['closed with a unit below it', 'gd', { closed: '2026-05-31' }, ['closed', 'closed']],
    ['closed and empty', 'tnmt', { closed: '2026-05-31' }, []],
    ['of a kind that has not the posts in it', 'nv', { kind: 'school' }, ['kind']],
  ])('%s', (_, id, value, expected) => {
    expect(problemsOf(unitRow(id, value))).toEqual(expected);
  });

  it('that closes together with those below it is in order', () => {
    const rows = [unitRow('th2', { parent: 'tnmt' }, 0), unitRow('tnmt', { closed: '2026-05-31' }, 1)];
    expect(problemsOf(...rows)).toEqual(['closed']);
    expect(problemsOf(unitRow('th2', { parent: 'tnmt', closed: '2026-05-31' }, 0), rows[1]!)).toEqual([]);
  });
});

describe('rights', () => {
  const row = (id: string, more: Partial<MemberRights>, at = 0): ChangeRow<MemberRights> => {
    const known = current.members.find((one) => one.id === id);
    const { id: _, rev: __, ...value } = known ?? { ...noRights, id, rev: 0 };
    return { row: at, id, base: known ? 1 : null, value: { ...value, ...more } };
  };
  const problemsOf = (author: string, ...rows: ChangeRow<MemberRights>[]) =>
    judgeMembers(current, rows, author).problems.map(({ field }) => field);

  it.each<[string, string, string, Partial<MemberRights>, (string | null)[]]>([
    ['given to another', 'nv2', 'nv3', { inspects: true }, []],
    ['given to oneself', 'nv2', 'nv2', { inspects: true }, [null]],
    ['of supervision given to another', 'nv2', 'nv3', { supervises: true }, []],
    ['of supervision given to oneself', 'nv2', 'nv2', { supervises: true }, [null]],
    ['of a block given to oneself', 'nv2', 'nv2', { aggregates: ['party'] }, [null]],
    ['taken from oneself, while another administrator stays', 'nv1', 'nv1', { clerk: false }, []],
    ['taken from the last administrator', 'nv1', 'nv2', { administrator: false }, ['administrator']],
    ['given to nobody', 'nv2', 'xa', { clerk: true }, ['id']],
    ['over a unit that there isn’t', 'nv2', 'nv3', { oversees: ['xa'] }, ['oversees']],
    ['over a unit', 'nv2', 'nv3', { oversees: ['gd'] }, []],
  ])('%s', (_, author, id, rights, expected) => {
    expect(problemsOf(author, row(id, rights))).toEqual(expected);
  });

  it('of an administrator may pass to another in one change', () => {
    const rows = [row('nv3', { administrator: true }, 0), row('nv2', { administrator: false }, 1)];
    expect(problemsOf('nv2', ...rows)).toEqual([]);
  });

  it('are not given to somebody who leaves, and may be taken from them', () => {
    const leaving = {
      ...current,
      people: current.people.map((one) => (one.id === 'nv1' ? { ...one, left: '2026-05-31' } : one)),
    };
    const of = (rights: Partial<MemberRights>) =>
      judgeMembers(leaving, [row('nv1', rights)], 'nv2').problems.length;
    expect(of({ inspects: true })).toBe(1);
    expect(of({ supervises: true })).toBe(1);
    expect(of({ clerk: false })).toBe(0);
  });
});

describe('changedFields', () => {
  it('compares what is said, not the order of its keys', () => {
    const before = { id: 'a', name: 'An', posts: [{ unit: 'nv', kind: 'staff' }], rev: 3 };
    expect(changedFields(before, { name: 'An', posts: [{ kind: 'staff', unit: 'nv' }] })).toEqual([]);
    expect(changedFields(before, { name: 'Ân', posts: [{ kind: 'staff', unit: 'gd' }] })).toEqual([
      'name',
      'posts',
    ]);
  });
});
