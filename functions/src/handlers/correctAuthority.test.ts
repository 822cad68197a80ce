// Authority corrected in an open month: named, resolved again after a transfer, opened late; onto every copy, and before the decision only.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { outside } from '../domain/vacant.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate } from '../domain/words.ts';
import {
  assessmentRef,
  authoritiesRef,
  consultationRef,
  cycleRef,
  figuresRef,
  findingRef,
  refOf,
  sheetRef,
  unitSheetRef,
} from '../schema/refs.ts';
import type { PersonDocument } from '../schema/person.ts';
import { isIntact } from './audit.ts';
import type { SentChange } from './changeOutcome.ts';
import { correctAuthority } from './correctAuthority.ts';
import { everyDay } from './everyDay.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { setAside } from './setAside.ts';
import { sheetWritten } from './sheetWritten.ts';

const month = '2026-04';
const clerk = 'nv-cv';
const openedAt = atTime('2026-04-01', '00:00');
let ports: MemoryPorts;

const change = (over: Partial<SentChange> = {}): SentChange => ({
  ...{ id: `${clerk}_a1`, author: clerk, kind: 'authority', source: 'screen', reason: 'Theo phân công mới' },
  ...{ rows: [], parts: 0, state: 'sent', rev: 1, savedAt: null, judgedAt: null, problems: [], counts: null },
  ...over,
});
const asked = (person: string, evaluator: string | null = null, decider: string | null = null) => ({
  ...{ person, month, evaluator, decider },
});

async function correct(
  memory: MemoryPorts,
  at: Moment,
  rows: readonly unknown[],
  over: Partial<SentChange> = {},
) {
  memory.setNow(at);
  return await correctAuthority(memory, org, change(over), rows, at);
}

const sheetOf = (memory: MemoryPorts, person: string) => memory.read(sheetRef(org, person, month));
const personOf = (memory: MemoryPorts, id: string) => memory.read(refOf(org, 'people', id));
/** Whom everyone's own document says that they judge, and whom the people's documents say so of. */
function judgings(memory: MemoryPorts): { told: string[]; meant: string[] } {
  const all = (collection: 'members' | 'people') =>
    [...memory.kept.keys()].filter((path) => path.startsWith(`orgs/${org}/${collection}/`));
  const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return {
    told: all('members').flatMap((path) =>
      memory.read(refOf(org, 'members', idOf(path))).judges.map((person) => `${idOf(path)} ${person}`),
    ),
    meant: all('people').flatMap((path) =>
      personOf(memory, idOf(path)).judgedBy.map((judge) => `${judge} ${idOf(path)}`),
    ),
  };
}
const expectToldAsMeant = (memory: MemoryPorts) => {
  const { told, meant } = judgings(memory);
  expect(meant.length).toBeGreaterThan(100);
  expect(told.sort()).toEqual(meant.sort());
};
const edgesOf = (memory: MemoryPorts, unit: string) => memory.read(authoritiesRef(org, unit, month));

function alter(memory: MemoryPorts, id: string, over: Partial<PersonDocument>): void {
  const ref = refOf(org, 'people', id);
  memory.put(ref, { ...memory.read(ref), ...over });
}

async function file(memory: MemoryPorts, person: string, at: Moment): Promise<void> {
  const ref = sheetRef(org, person, month);
  const rows = {
    rowSection: { r1: 'II.2' },
    rowResult: { r1: 'Chậm một việc' },
    rowCodes: { r1: '2.06' },
    rowDegree: { r1: 'rare' },
  } as const;
  memory.put(ref, { ...memory.read(ref), ...rows, state: 'submitted', rev: 1, savedAt: stampAt(at) });
  memory.setNow(at);
  await sheetWritten(memory, org, `${person}_${month}`);
}

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, openedAt);
});

describe('as the month opens', () => {
  it('every sheet has its edge, and everyone is judged by the two of their sheet', () => {
    const sheets = [...ports.kept.keys()].filter((path) => path.includes('/sheets/'));
    expect(sheets.length).toBeGreaterThan(100);
    for (const path of sheets) {
      const person = path.slice(path.lastIndexOf('/') + 1, -'_2026-04'.length);
      const sheet = sheetOf(ports, person);
      const { rows, names } = edgesOf(ports, sheet.unit);
      expect(rows[person]).toMatchObject({
        ...{ evaluator: sheet.evaluator, decider: sheet.decider, row: sheet.row, corrected: null },
      });
      expect(names[sheet.decider]).toBe(sheet.deciderName);
      const judges = [...new Set([sheet.evaluator, sheet.decider])].filter((one) => one !== outside);
      expect(personOf(ports, person).judgedBy).toEqual(judges.sort());
    }
  });

  it('everyone who judges is told whom, on the one document that tells every right of theirs', () => {
    expectToldAsMeant(ports);
  });

  it('the second time writes nobody whose judges are the same', async () => {
    ports.writes = 0;
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    const people = [...ports.kept.keys()].filter((path) => path.includes('/people/')).length;
    const sheets = [...ports.kept.keys()].filter((path) => path.endsWith('_2026-05')).length;
    expect(ports.writes).toBeLessThan(sheets + people / 2);
  });
});

describe('somebody named', () => {
  const person = 'qldt-cv-03';
  const at = atTime('2026-04-27', '09:00');
  const rows = [asked(person, 'qldt-pho-2')];

  it('evaluates on every copy, with the reason in the log and the edge', async () => {
    await file(ports, person, atTime('2026-04-23', '09:00'));
    expect(await correct(ports, at, rows)).toEqual({
      problems: [],
      counts: { added: 0, changed: 1, unchanged: 0 },
    });
    const sheet = sheetOf(ports, person);
    expect(sheet).toMatchObject({ evaluator: 'qldt-pho-2', decider: 'qldt-truong', row: 10, headcount: 20 });
    expect(sheet.log.at(-1)).toMatchObject({
      at,
      who: clerk,
      what: 'authority',
      reason: 'Theo phân công mới',
    });
    expect(sheet.log.at(-1)?.after).toContain(sheet.evaluatorName);
    expect(isIntact(sheetRef(org, person, month).path, sheet.log)).toBe(true);
    const assessment = ports.read(assessmentRef(org, person, month));
    expect(assessment).toMatchObject({ evaluator: 'qldt-pho-2', evaluatorName: sheet.evaluatorName });
    expect(assessment.log.at(-1)).toMatchObject({ who: clerk, what: 'authority' });
    expect(ports.read(findingRef(org, `${person}_${month}_r1`)).evaluator).toBe('qldt-pho-2');
    expect(edgesOf(ports, 'phong-qldt').rows[person]).toMatchObject({
      ...{ evaluator: 'qldt-pho-2', corrected: 'Theo phân công mới' },
    });
    expect(personOf(ports, person).judgedBy).toEqual(['qldt-pho-2', 'qldt-truong']);
    expect(ports.read(refOf(org, 'members', 'qldt-pho-2')).judges).toContain(person);
    expectToldAsMeant(ports);
    expect([...ports.asked.keys()].some((key) => key.includes('/phong-qldt/'))).toBe(true);
  });

  it('who evaluates nobody else in the unit any more loses its figures', async () => {
    const readers = () => ports.read(figuresRef(org, 'phong-qldt', month)).readers;
    expect(readers()).toContain('qldt-pho-1');
    const theirs = Object.entries(edgesOf(ports, 'phong-qldt').rows)
      .filter(([, row]) => row.evaluator === 'qldt-pho-1')
      .map(([id]) => asked(id, 'qldt-pho-2'));
    await correct(ports, at, theirs.slice(1));
    expect(readers()).toContain('qldt-pho-1');
    await correct(ports, at, theirs.slice(0, 1));
    expect(readers()).not.toContain('qldt-pho-1');
    expect(readers()).toContain('qldt-truong');
  });

  it('twice is once, and a call killed anywhere is finished by the next', async () => {
    const quiet = seeded();
    await everyDay(quiet, openedAt);
    await file(quiet, person, atTime('2026-04-23', '09:00'));
    await correct(quiet, at, rows);
    const once = quiet.dump();
    expect((await correct(quiet, at, rows)).counts.changed).toBe(1);
    expect(quiet.dump()).toBe(once);
    for (let writes = 0; writes < 7; writes++) {
      const cut = seeded();
      await everyDay(cut, openedAt);
      await file(cut, person, atTime('2026-04-23', '09:00'));
      cut.writesToLive = writes;
      await correct(cut, at, rows).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await correct(cut, at, rows);
      expect(cut.dump()).toBe(once);
    }
  });

  it.each([
    ['themselves', [asked(person, person)], 'chính mình', 'evaluator'],
    ['somebody the organisation has not', [asked(person, 'khong-co')], 'không có', 'evaluator'],
    ['the author, whom the profile would not choose', [asked(person, null, clerk)], 'tự giao', 'decider'],
    ["for the author's own month", [asked(clerk, 'nv-pho')], 'Không tự chọn', 'evaluator'],
    [
      'for a month that is not open',
      [{ ...asked(person, 'qldt-pho-2'), month: '2026-05' }],
      'chưa mở',
      'month',
    ],
    ['for nobody', [asked('khong-co', 'qldt-pho-2')], 'không có', 'person'],
    ['twice in one change', [asked(person, 'qldt-pho-2'), asked(person, 'qldt-pho-3')], 'hai dòng', 'person'],
    ['without saying whom', [{ person, month }], 'Thiếu', 'evaluator'],
  ])('%s is refused, and with it every other row', async (_, wrong, reason, field) => {
    const before = ports.dump();
    const { problems, counts } = await correct(ports, at, [asked('qldt-cv-06', 'qldt-pho-3'), ...wrong]);
    expect(problems.at(-1)?.reason).toContain(reason);
    expect(problems.at(-1)?.field).toBe(field);
    expect(counts).toEqual({ added: 0, changed: 0, unchanged: 0 });
    expect(ports.dump()).toBe(before);
  });

  it('is refused after the decision, and accepted after an evaluation, which keeps who evaluated', async () => {
    await file(ports, person, atTime('2026-04-23', '09:00'));
    const ref = assessmentRef(org, person, month);
    const filed = ports.read(ref);
    ports.put(ref, { ...filed, state: 'decided' });
    expect((await correct(ports, at, rows)).problems[0]?.reason).toContain('trước khi quyết định');
    ports.put(ref, { ...filed, state: 'evaluated', evaluatedBy: filed.evaluatorName });
    expect((await correct(ports, at, rows)).problems).toEqual([]);
    expect(ports.read(ref)).toMatchObject({ evaluator: 'qldt-pho-2', evaluatedBy: filed.evaluatorName });
  });

  it('while the decider decides: the decision stands, and nothing else is written', async () => {
    await file(ports, person, atTime('2026-04-23', '09:00'));
    const ref = assessmentRef(org, person, month);
    ports.beforeWrite = () => {
      ports.beforeWrite = () => undefined;
      ports.put(ref, { ...ports.read(ref), state: 'decided' });
    };
    const { problems } = await correct(ports, at, rows);
    expect(problems[0]?.reason).toContain('vừa được quyết định');
    expect(sheetOf(ports, person).evaluator).toBe('qldt-pho-1');
  });
});

describe('a transfer', () => {
  const person = 'tckh-cv-03';
  const rows = [asked(person)];
  /** From the division of 19 to the one of 20, whose frozen headcount doesn't count the newcomer. */
  const transferOn = (memory: MemoryPorts, last: CivilDate, first: CivilDate) => {
    const { posts } = personOf(memory, person);
    const [post] = posts;
    if (!post) throw new Error('the sample person has no post');
    alter(memory, person, {
      posts: [
        { ...post, to: last },
        { ...post, unit: 'phong-qldt', from: first },
      ],
    });
  };

  it('before the deadline of staff resolves unit, row and headcount anew and asks the old head for a note', async () => {
    transferOn(ports, '2026-04-14', '2026-04-15');
    const at = atTime('2026-04-16', '09:00');
    expect((await correct(ports, at, rows)).problems).toEqual([]);
    expect(sheetOf(ports, person)).toMatchObject({
      ...{ unit: 'phong-qldt', row: 10, headcount: 20, evaluator: 'qldt-truong', head: 'qldt-truong' },
    });
    expect(edgesOf(ports, 'phong-qldt').rows[person]?.corrected).toBe('Theo phân công mới');
    expect(edgesOf(ports, 'phong-tckh').rows).not.toHaveProperty(person);
    const note = ports.read(consultationRef(org, person, month, 'tckh-truong'));
    expect(note).toMatchObject({ kind: 'former-head', state: 'asked', decider: 'qldt-truong' });
    await file(ports, person, atTime('2026-04-23', '09:00'));
    expect(ports.read(assessmentRef(org, person, month))).toMatchObject({
      ...{ evaluator: 'qldt-truong', consultsOpen: 0, unit: 'phong-qldt' },
    });
    for (const unit of ['phong-tckh', 'phong-qldt'])
      expect([...ports.asked.keys()].some((key) => key.includes(`/${unit}/`))).toBe(true);
  });

  it('after it moves nobody in this month', async () => {
    transferOn(ports, '2026-04-26', '2026-04-27');
    const { counts } = await correct(ports, atTime('2026-04-28', '09:00'), rows);
    expect(counts).toEqual({ added: 0, changed: 0, unchanged: 1 });
    expect(sheetOf(ports, person).unit).toBe('phong-tckh');
  });

  it('of the last person leaves no row in the month of the unit, and no reader', async () => {
    const unit = 'phong-tckh';
    for (const path of [...ports.kept.keys()].filter((one) => one.includes('/sheets/tckh-')))
      if (!path.includes(person)) ports.kept.delete(path);
    await rebuildUnit(ports, org, unit, month);
    const rowsOf = () => ports.read(refOf(org, 'unitMonths', `${unit}_${month}`));
    expect(Object.keys(rowsOf().rows)).toEqual([person]);
    transferOn(ports, '2026-04-14', '2026-04-15');
    await correct(ports, atTime('2026-04-16', '09:00'), rows);
    await rebuildUnit(ports, org, unit, month);
    expect(rowsOf()).toMatchObject({ rows: {}, readers: [] });
    expect(rowsOf().counts.people).toBe(0);
  });

  it('is finished by the next call wherever one is killed', async () => {
    const at = atTime('2026-04-24', '10:00');
    const prepared = async () => {
      const memory = seeded();
      await everyDay(memory, openedAt);
      await file(memory, person, atTime('2026-04-10', '09:00'));
      transferOn(memory, '2026-04-14', '2026-04-15');
      return memory;
    };
    const quiet = await prepared();
    await correct(quiet, at, rows);
    for (let writes = 0; writes < 10; writes++) {
      const cut = await prepared();
      cut.writesToLive = writes;
      await correct(cut, at, rows).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await correct(cut, at, rows);
      expect(cut.dump()).toBe(quiet.dump());
    }
  });

  it('of a head leaves the unit to whoever heads it now, who is asked for nothing of their own', async () => {
    const head = 'tckh-truong';
    const [post] = personOf(ports, head).posts;
    const [deputy] = Object.keys(edgesOf(ports, 'phong-tckh').rows).filter((id) => id.includes('-pho-'));
    if (!post || deputy === undefined) throw new Error('the sample division has no head or no deputy');
    alter(ports, head, {
      posts: [
        { ...post, to: '2026-04-09' },
        { ...post, unit: 'phong-tnmt', kind: 'staff', title: 'Chuyên viên', from: '2026-04-10' },
      ],
    });
    const [seat] = personOf(ports, deputy).posts;
    if (!seat) throw new Error('the deputy has no post');
    alter(ports, deputy, {
      posts: [
        { ...seat, to: '2026-04-09' },
        { ...seat, kind: 'head', title: 'Trưởng phòng', inCharge: [], from: '2026-04-10' },
      ],
    });
    expect(
      (await correct(ports, atTime('2026-04-13', '09:00'), [asked(head), asked(deputy)])).problems,
    ).toEqual([]);
    expect(ports.read(unitSheetRef(org, 'phong-tckh', month)).head).toBe(deputy);
    expect(sheetOf(ports, deputy)).toMatchObject({
      isHead: true,
      evaluator: 'chu-tich-ubnd',
      dueDay: '2026-04-28',
    });
    expect(sheetOf(ports, head)).toMatchObject({
      isHead: false,
      evaluator: 'tnmt-truong',
      dueDay: '2026-04-28',
    });
    expect(ports.kept.has(consultationRef(org, deputy, month, deputy).path)).toBe(false);
  });
});

describe('those who are asked', () => {
  const person = 'tnmt-truong';
  const before = 'ubnd-pct-do-thi';
  const after = 'ubnd-pct-van-xa';
  const at = atTime('2026-04-28', '16:00');
  const consultation = (who: string) => ports.read(consultationRef(org, person, month, who));

  beforeEach(async () => {
    await file(ports, person, atTime('2026-04-27', '09:00'));
    const [from, to] = [personOf(ports, before), personOf(ports, after)];
    const hand = (one: PersonDocument, fields: (all: string[]) => string[]) =>
      alter(ports, one.id, { posts: one.posts.map((post) => ({ ...post, fields: fields(post.fields) })) });
    hand(from, (all) => all.filter((field) => field !== 'phong-tnmt'));
    hand(to, (all) => [...all, 'phong-tnmt']);
  });

  it('are asked anew: the one is no longer waited for, the other has a working day', async () => {
    expect(consultation(before)).toMatchObject({ state: 'asked', due: atTime('2026-04-30', '00:00') });
    await correct(ports, at, [asked(person)]);
    expect(sheetOf(ports, person).consulted).toEqual([after]);
    expect(consultation(before).state).toBe('silent');
    expect(consultation(after)).toMatchObject({ state: 'asked', due: atTime('2026-04-30', '00:00') });
    expect(ports.read(assessmentRef(org, person, month)).consultsOpen).toBe(1);
  });

  it('keep what they answered, which goes to whoever decides now', async () => {
    const ref = consultationRef(org, person, month, before);
    ports.put(ref, { ...ports.read(ref), state: 'answered', note: 'Đồng ý', rev: 1 });
    await correct(ports, at, [asked(person, 'bi-thu', 'bi-thu')]);
    expect(consultation(before)).toMatchObject({ state: 'answered', note: 'Đồng ý', decider: 'bi-thu' });
    await correct(ports, at, [asked(person, before)]);
    expect(sheetOf(ports, person).consulted).toEqual([]);
  });
});

describe('a gap set aside', () => {
  const person = 'qldt-cv-03';
  const next = '2026-05';
  const aside = (author = clerk) => change({ kind: 'setAside', author, reason: 'Chờ điều động' });
  const lackPost = () => {
    const { posts } = personOf(ports, person);
    alter(ports, person, { posts: [] });
    return posts;
  };
  const open = () => everyDay(ports, atTime('2026-05-01', '00:00'));

  it('lets the month open without the person, named in the cycle; mended, they are opened late', async () => {
    const posts = lackPost();
    await open();
    expect(ports.read(cycleRef(org, next))).toMatchObject({ state: 'blocked' });
    const at = atTime('2026-05-04', '09:00');
    await setAside(ports, org, aside(), [{ person, month: next }], at);
    expect(personOf(ports, person)).toMatchObject({
      setAside: { month: next, by: clerk, reason: 'Chờ điều động' },
    });
    await everyDay(ports, atTime('2026-05-05', '00:00'));
    const cycle = ports.read(cycleRef(org, next));
    expect(cycle).toMatchObject({ state: 'open', gaps: [] });
    expect(cycle.setAside[0]).toMatch(new RegExp(`^${person}: `));
    expect(ports.kept.has(sheetRef(org, person, next).path)).toBe(false);

    alter(ports, person, { posts });
    const late = atTime('2026-05-26', '09:00');
    const rows = [{ ...asked(person), month: next }];
    expect((await correct(ports, late, rows)).counts).toEqual({ added: 1, changed: 0, unchanged: 0 });
    const sheet = ports.read(sheetRef(org, person, next));
    expect(sheet).toMatchObject({ evaluator: 'qldt-pho-1', state: 'open', dueDay: '2026-05-27' });
    const after = ports.read(cycleRef(org, next));
    expect(after).toMatchObject({ setAside: [], people: cycle.people + 1, units: cycle.units });
    const once = ports.dump();
    expect((await correct(ports, late, rows)).counts.added).toBe(1);
    expect(ports.dump()).toBe(once);
  });

  it.each([
    ['of oneself', () => ({ author: person, rows: [{ person, month: next }] }), 'chính mình'],
    ['of nobody', () => ({ author: clerk, rows: [{ person: 'khong-co', month: next }] }), 'không có'],
    ['of a month that is open', () => ({ author: clerk, rows: [{ person, month }] }), 'đã mở'],
    ['of a month that is past', () => ({ author: clerk, rows: [{ person, month: '2026-03' }] }), 'đã qua'],
    ['without a month', () => ({ author: clerk, rows: [{ person }] }), 'Thiếu'],
  ])('%s is refused', async (_, of, reason) => {
    const { author, rows } = of();
    const before = ports.dump();
    const { problems } = await setAside(ports, org, aside(author), rows, atTime('2026-04-20', '09:00'));
    expect(problems[0]?.reason).toContain(reason);
    expect(ports.dump()).toBe(before);
  });

  it('for one month says nothing about the next', async () => {
    lackPost();
    await setAside(ports, org, aside(), [{ person, month: next }], atTime('2026-04-28', '09:00'));
    await open();
    expect(ports.read(cycleRef(org, next)).state).toBe('open');
    await everyDay(ports, atTime('2026-06-01', '00:00'));
    expect(ports.read(cycleRef(org, '2026-06')).state).toBe('blocked');
  });
});
