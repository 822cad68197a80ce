// Whoever heads several units: opening, both unit plans, the proposal, readers, and what follows when a unit gets another head.
import { beforeEach, describe, expect, it } from 'vitest';
import { aConfirmedFinding } from '../../../test/fixtures/documents.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Post } from '../domain/organisation.ts';
import { vacant } from '../domain/vacant.ts';
import type { PersonDocument } from '../schema/person.ts';
import {
  assessmentRef,
  boardRef,
  cycleRef,
  figuresRef,
  findingRef,
  refOf,
  sheetRef,
  unitMonthRef,
  unitPlanRef,
  unitSheetRef,
} from '../schema/refs.ts';
import type { SentChange } from './changeOutcome.ts';
import { correctAuthority } from './correctAuthority.ts';
import { everyDay } from './everyDay.ts';
import { keepDeadline } from './keepDeadline.ts';
import { personWritten } from './personWritten.ts';
import type { DeadlineKind } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { sheetWritten } from './sheetWritten.ts';
import { unitSheetWritten } from './unitSheetWritten.ts';

const month = '2026-04';
const openedAt = atTime('2026-04-01', '00:00');
/** Heads her division, and acts for the head of another. */
const head = 'tckh-truong';
const own = 'phong-tckh';
const beside = 'phong-tnmt';
/** The head of that one, who holds the post and doesn't act; and one of its staff. */
const holder = 'tnmt-truong';
const subordinate = 'tnmt-cv';
const judge = 'chu-tich-ubnd';
/** Heads a unit of the other block, under another judge. */
const partyHead = 'btc-truong';
const partyJudge = 'bi-thu';

const unitSheet = (memory: MemoryPorts, unit: string) => memory.read(unitSheetRef(org, unit, month));
/** Of the second unit: nobody in it is judged by them, so that only its head can be why. */
const reads = (memory: MemoryPorts, who: string) =>
  memory.read(figuresRef(org, beside, month)).readers.includes(who);
const sheet = (memory: MemoryPorts, person: string) => memory.read(sheetRef(org, person, month));
const proposal = (memory: MemoryPorts) => memory.read(assessmentRef(org, head, month)).proposal;

function alter(memory: MemoryPorts, id: string, over: Partial<PersonDocument>): void {
  const ref = refOf(org, 'people', id);
  memory.put(ref, { ...memory.read(ref), ...over });
}

function act(memory: MemoryPorts, who: string, unit: string, over: Partial<Post> = {}): void {
  const { posts } = memory.read(refOf(org, 'people', who));
  const [first] = posts;
  if (!first) throw new Error(`${who} holds no post`);
  const acting = { kind: 'head', title: 'Phụ trách phòng', primary: false, acting: true, fields: [] };
  alter(memory, who, { posts: [...posts, { ...first, ...acting, inCharge: [], unit, ...over }] });
}

/** The sample in which the head of one division acts for the head of another. */
async function opened(over: Partial<Post> = {}, who = head): Promise<MemoryPorts> {
  const memory = seeded();
  act(memory, who, beside, over);
  const finding = {
    subject: subordinate,
    month: '2026-03',
    countsIn: '2026-03',
    key: 'k1',
    due: '2026-03-31',
  };
  memory.put(findingRef(org, `${subordinate}_2026-03_k1`), aConfirmedFinding(finding));
  await everyDay(memory, openedAt);
  return memory;
}

async function fileUnit(memory: MemoryPorts, unit: string, at: Moment): Promise<void> {
  const ref = unitSheetRef(org, unit, month);
  const filed = { report: 'Đã hoàn thành kế hoạch tháng', nextTasks: { t1: 'Lập kế hoạch quý' } };
  const before = memory.read(ref);
  memory.put(ref, { ...before, ...filed, state: 'submitted', rev: before.rev + 1, savedAt: stampAt(at) });
  memory.setNow(at);
  await unitSheetWritten(memory, org, `${unit}_${month}`);
}

async function fileOwn(memory: MemoryPorts): Promise<void> {
  const at = atTime('2026-04-20', '09:00');
  const ref = sheetRef(org, head, month);
  const scores = {
    score1: 28,
    score21: 18,
    score22: 40,
    tasks: { t1: 'Điều hành' },
    nextTasks: { t1: 'Tiếp' },
  };
  memory.put(ref, {
    ...memory.read(ref),
    ...scores,
    nothing: true,
    state: 'submitted',
    rev: 1,
    savedAt: stampAt(at),
  });
  memory.setNow(at);
  await sheetWritten(memory, org, `${head}_${month}`);
}

async function keep(memory: MemoryPorts, kind: DeadlineKind, unit: string | null = null): Promise<void> {
  const due = memory.read(cycleRef(org, month)).deadlines[kind];
  memory.setNow(due);
  await keepDeadline(memory, { org, month, kind, due, unit });
}

/** The clerk asks for the authority over them to be resolved again. */
async function correct(memory: MemoryPorts, at: Moment, people: readonly string[]) {
  const change: SentChange = {
    ...{ id: 'nv-cv_a1', author: 'nv-cv', kind: 'authority', source: 'screen', reason: 'Theo phân công mới' },
    ...{
      rows: [],
      parts: 0,
      state: 'sent',
      rev: 1,
      savedAt: null,
      judgedAt: null,
      problems: [],
      counts: null,
    },
  };
  memory.setNow(at);
  const rows = people.map((person) => ({ person, month, evaluator: null, decider: null }));
  return await correctAuthority(memory, org, change, rows, at);
}

let ports: MemoryPorts;
beforeEach(async () => {
  ports = await opened();
});

describe('as the month opens', () => {
  it('each unit has its sheet, in the name of its one head and of who judges them', () => {
    for (const unit of [own, beside])
      expect(unitSheet(ports, unit)).toMatchObject({ head, headEvaluator: judge, headDecider: judge });
    expect(unitSheet(ports, beside).unitName).not.toBe(unitSheet(ports, own).unitName);
    expect(sheet(ports, head)).toMatchObject({ unit: own, isHead: true });
    expect(sheet(ports, holder)).toMatchObject({ unit: beside, isHead: false, head });
  });

  it('the section of the head names findings past their date of the people of both', () => {
    expect(sheet(ports, subordinate)).toMatchObject({ unit: beside, head });
    expect(Object.keys(sheet(ports, head).headFacts)).toEqual([`${subordinate}_2026-03_k1`]);
    expect(sheet(ports, holder).headFacts).toEqual({});
  });

  it('a Bí thư who is Chủ tịch beside files for party committee and people’s committee', () => {
    for (const unit of ['dai-mo-du', 'dai-mo-ub']) expect(unitSheet(ports, unit).head).toBe('dai-mo-bi-thu');
  });

  it('whoever heads only a unit that their month doesn’t lie in is a head all the same', async () => {
    const memory = seeded();
    act(memory, 'ubnd-pct-do-thi', beside);
    await everyDay(memory, openedAt);
    expect(sheet(memory, 'ubnd-pct-do-thi')).toMatchObject({ unit: 'ubnd', isHead: true });
    expect(unitSheet(memory, beside).head).toBe('ubnd-pct-do-thi');
    await rebuildUnit(memory, org, 'ubnd', month);
    // Their colleagues' rows are not theirs to read: they head another unit.
    expect(memory.read(unitMonthRef(org, 'ubnd', month)).readers).not.toContain('ubnd-pct-do-thi');
  });
});

describe('plans and reports of the units', () => {
  it('are proposed D for until the last of them has come', async () => {
    await fileOwn(ports);
    expect(proposal(ports).rating).toBe('B');
    await fileUnit(ports, own, atTime('2026-04-21', '09:00'));
    await keep(ports, 'heads');
    expect(proposal(ports)).toMatchObject({ rating: 'D', level: 'poor' });
    await fileUnit(ports, beside, atTime('2026-04-29', '09:00'));
    expect(unitSheet(ports, beside)).toMatchObject({ state: 'submitted', late: true });
    expect(proposal(ports).rating).toBe('B');
  });

  it('hit nobody where both came in time, and staff of neither where one is missing', async () => {
    await fileOwn(ports);
    for (const unit of [own, beside]) await fileUnit(ports, unit, atTime('2026-04-21', '09:00'));
    await keep(ports, 'heads');
    expect(proposal(ports).rating).toBe('B');
    expect([own, beside].map((unit) => unitSheet(ports, unit).late)).toEqual([false, false]);
  });

  it('carry next month’s tasks over into the second unit too', async () => {
    await fileUnit(ports, beside, atTime('2026-04-21', '09:00'));
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    const next = ports.read(unitSheetRef(org, beside, '2026-05'));
    expect(next).toMatchObject({ head, tasks: { t1: 'Lập kế hoạch quý' }, state: 'open' });
  });
});

describe('what the second unit shows its head', () => {
  it('is its rows, with who judges the head', async () => {
    await rebuildUnit(ports, org, beside, month);
    const { readers, rows } = ports.read(unitMonthRef(org, beside, month));
    expect(Object.keys(rows)).toEqual([subordinate, holder].sort());
    expect(readers).toEqual(expect.arrayContaining([head, judge]));
    expect(readers).not.toContain(holder);
  });

  it('is the published board, although their own row stands on another', async () => {
    const decided = { state: 'decided', eRating: 'B', eLevel: 'good', dRating: 'B', dLevel: 'good' } as const;
    await keep(ports, 'staff');
    const ref = assessmentRef(org, subordinate, month);
    ports.put(ref, { ...ports.read(ref), ...decided, rev: 1 });
    await keep(ports, 'publish', beside);
    const { members, rows } = ports.read(boardRef(org, beside, month));
    expect(members).toEqual([subordinate, head, holder].sort());
    expect(Object.keys(rows)).toEqual([subordinate]);
  });
});

describe('a correction', () => {
  const at = atTime('2026-04-13', '09:00');

  it('that ends the acting post gives the unit back, and says so once', async () => {
    const memory = await opened({ to: '2026-04-09' });
    expect((await correct(memory, at, [head])).counts).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(unitSheet(memory, beside)).toMatchObject({
      head: holder,
      headEvaluator: judge,
      headDecider: judge,
    });
    expect(unitSheet(memory, own).head).toBe(head);
    expect(memory.read(unitPlanRef(org, beside, '2026')).head).toBe(holder);
    expect(sheet(memory, head)).toMatchObject({ isHead: true });
    expect(sheet(memory, head).log.filter(({ what }) => what === 'authority')).toHaveLength(1);
    const later = atTime('2026-04-14', '09:00');
    const written = memory.writes;
    expect((await correct(memory, later, [head])).counts.unchanged).toBe(1);
    expect(memory.writes).toBe(written);
  });

  it('that begins one takes the unit over, plan and all', async () => {
    const memory = await opened({ from: '2026-04-10' });
    expect(unitSheet(memory, beside).head).toBe(holder);
    expect((await correct(memory, at, [head])).counts.changed).toBe(1);
    expect(unitSheet(memory, beside)).toMatchObject({ head, headEvaluator: judge });
    const marked = [...memory.asked.keys()].filter((key) => key.startsWith(`rebuildUnit/${org}/${beside}/`));
    expect(marked.length).toBeGreaterThan(0);
    // Its people still name the one before: they are corrected each by themselves.
    expect(sheet(memory, subordinate).head).toBe(holder);
    await rebuildUnit(memory, org, beside, month);
    expect(memory.read(unitMonthRef(org, beside, month)).readers).toContain(head);
  });

  it('leaves the plan of the year to whoever heads the unit in a newer month that is open', async () => {
    const memory = await opened({ from: '2026-04-10', to: '2026-04-20' });
    await everyDay(memory, atTime('2026-05-01', '00:00'));
    await correct(memory, at, [head]);
    expect(unitSheet(memory, beside).head).toBe(head);
    expect(memory.read(unitPlanRef(org, beside, '2026')).head).toBe(holder);
  });

  it('lays out sheet and plan of a unit that nobody headed when the month opened', async () => {
    const memory = await opened({ from: '2026-04-10' });
    memory.kept.delete(unitSheetRef(org, beside, month).path);
    memory.kept.delete(unitPlanRef(org, beside, '2026').path);
    await correct(memory, at, [head]);
    expect(unitSheet(memory, beside)).toMatchObject({ head, state: 'open' });
    expect(memory.read(unitPlanRef(org, beside, '2026'))).toMatchObject({ head, state: 'open' });
  });

  it('leaves the unit with who headed it where nobody follows', async () => {
    const memory = await opened({ to: '2026-04-09' });
    alter(memory, holder, { left: '2026-04-08' });
    expect((await correct(memory, at, [head])).counts.unchanged).toBe(1);
    expect(unitSheet(memory, beside).head).toBe(head);
  });

  it('of who judges the head reaches every unit they head', async () => {
    const deputy = 'ubnd-pct-do-thi';
    const change = { person: head, month, evaluator: deputy, decider: null };
    ports.setNow(at);
    const sent = {
      id: 'nv-cv_a2',
      author: 'nv-cv',
      kind: 'authority',
      source: 'screen',
      reason: 'Phân công',
    };
    const found = await correctAuthority(ports, org, sent as SentChange, [change], at);
    expect(found.problems).toEqual([]);
    for (const unit of [own, beside])
      expect(unitSheet(ports, unit)).toMatchObject({ head, headEvaluator: deputy, headDecider: judge });
  });

  it('is finished by the next call wherever one is killed', async () => {
    const quiet = await opened({ to: '2026-04-09' });
    const before = quiet.writes;
    await correct(quiet, at, [head]);
    const writes = quiet.writes - before;
    expect(writes).toBeGreaterThan(1);
    for (let live = 0; live < writes; live++) {
      const cut = await opened({ to: '2026-04-09' });
      cut.writesToLive = live;
      await correct(cut, at, [head]).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await correct(cut, at, [head]);
      expect(cut.dump()).toBe(quiet.dump());
      expect([...cut.asked.keys()].sort()).toEqual([...quiet.asked.keys()].sort());
    }
  });
});

// Who judged the head of two units read the figures of the unit that the head's sheet lies in, headed by them or not.
describe('figures of the second unit', () => {
  const at = atTime('2026-04-13', '09:00');

  it('are read by who judges its head, from the opening on', async () => {
    expect(reads(ports, partyJudge)).toBe(false);
    expect(reads(await opened({}, partyHead), partyJudge)).toBe(true);
  });

  it('follow when the unit is given back, and when another takes it over', async () => {
    const back = await opened({ to: '2026-04-09' }, partyHead);
    expect(reads(back, partyJudge)).toBe(true);
    await correct(back, at, [partyHead]);
    expect(unitSheet(back, beside).head).toBe(holder);
    expect(reads(back, partyJudge)).toBe(false);

    const taken = await opened({ from: '2026-04-10' }, partyHead);
    expect(reads(taken, partyJudge)).toBe(false);
    await correct(taken, at, [partyHead]);
    expect(unitSheet(taken, beside).head).toBe(partyHead);
    expect(reads(taken, partyJudge)).toBe(true);
  });

  it('follow when the head leaves', async () => {
    const memory = await opened({}, partyHead);
    expect(reads(memory, partyJudge)).toBe(true);
    const accounts = { converge: async () => undefined, close: async () => undefined };
    const ref = refOf(org, 'people', partyHead);
    memory.put(ref, { ...memory.read(ref), left: '2026-04-14', rev: memory.read(ref).rev + 1 });
    memory.setNow(atTime('2026-04-15', '10:00'));
    await personWritten(Object.assign(Object.create(memory) as MemoryPorts, { accounts }), org, partyHead);
    expect(unitSheet(memory, beside)).toMatchObject({ head: holder, headDecider: judge });
    expect(reads(memory, partyJudge)).toBe(false);
  });

  it('are finished by the next call wherever a correction is killed', async () => {
    const quiet = await opened({ to: '2026-04-09' }, partyHead);
    const before = quiet.writes;
    await correct(quiet, at, [partyHead]);
    for (let live = 0; live < quiet.writes - before; live++) {
      const cut = await opened({ to: '2026-04-09' }, partyHead);
      cut.writesToLive = live;
      await correct(cut, at, [partyHead]).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await correct(cut, at, [partyHead]);
      expect(cut.dump()).toBe(quiet.dump());
    }
  });
});

it('a head who leaves hands each unit to whoever heads it then, and nobody’s to nobody', async () => {
  const accounts = { converge: async () => undefined, close: async () => undefined };
  const ref = refOf(org, 'people', head);
  ports.put(ref, { ...ports.read(ref), left: '2026-04-14', rev: ports.read(ref).rev + 1 });
  ports.setNow(atTime('2026-04-15', '10:00'));
  await personWritten(Object.assign(Object.create(ports) as MemoryPorts, { accounts }), org, head);
  expect(unitSheet(ports, beside)).toMatchObject({ head: holder, headEvaluator: judge, headDecider: judge });
  expect(unitSheet(ports, own).head).toBe(vacant);
  await rebuildUnit(ports, org, own, month);
  expect(ports.read(unitMonthRef(org, own, month)).readers).not.toContain(vacant);
});

it('a head opened late has the facts of their people, and a sheet for each unit', async () => {
  const late = 'th-hieu-truong';
  const teacher = 'th-gv-01';
  const memory = seeded();
  act(memory, late, 'mn-sen-hong', { kind: 'principal' });
  const finding = { subject: teacher, month: '2026-03', countsIn: '2026-03', key: 'k1', due: '2026-03-31' };
  memory.put(findingRef(org, `${teacher}_2026-03_k1`), aConfirmedFinding(finding));
  // Nobody heads the division above the schools yet, so that their heads lack an evaluator and are set aside.
  const above = memory.read(refOf(org, 'people', 'gddt-truong'));
  alter(memory, above.id, { posts: above.posts.map((post) => ({ ...post, from: '2026-04-02' })) });
  await everyDay(memory, openedAt);
  const { gaps } = memory.read(cycleRef(org, month));
  expect(gaps.some((gap) => gap.startsWith(`${late}:`))).toBe(true);
  for (const gap of gaps)
    alter(memory, gap.split(':')[0] ?? '', { setAside: { month, reason: 'Chờ bổ nhiệm', by: 'nv-cv' } });
  await everyDay(memory, openedAt);
  expect(sheet(memory, teacher).head).toBe(late);
  expect(memory.kept.has(unitSheetRef(org, 'th-binh-minh', month).path)).toBe(false);

  const found = await correct(memory, atTime('2026-04-06', '09:00'), [late]);
  expect(found).toEqual({ problems: [], counts: { added: 1, changed: 0, unchanged: 0 } });
  expect(sheet(memory, late)).toMatchObject({ isHead: true, evaluator: 'gddt-truong' });
  expect(Object.keys(sheet(memory, late).headFacts)).toEqual([`${teacher}_2026-03_k1`]);
  for (const unit of ['th-binh-minh', 'mn-sen-hong'])
    expect(unitSheet(memory, unit)).toMatchObject({ head: late, headDecider: 'gddt-truong' });
  expect(memory.read(figuresRef(org, 'mn-sen-hong', month)).readers).toContain('gddt-truong');
});
