// On any day (domain.md section 2): what is recorded while no month is open stands in the newest one and counts in the next.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aFinding } from '../../../test/fixtures/documents.ts';
import { aCoordination } from '../../../test/fixtures/facts.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { newUnitFinding } from '../../../test/fixtures/unitDocuments.ts';
import { addDays, atTime } from '../domain/civilDate.ts';
import type { CivilDate } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Finding } from '../schema/finding.ts';
import { unitFindingId } from '../schema/paths.ts';
import {
  assessmentRef,
  cycleRef,
  findingRef,
  refOf,
  resultRef,
  sheetRef,
  unitMonthRef,
  unitRatingRef,
  unitSheetRef,
} from '../schema/refs.ts';
import { unitFindingSchema } from '../schema/unitFinding.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { everyDay } from './everyDay.ts';
import { findingFromCoordination } from './findingFromCoordination.ts';
import { findingWritten } from './findingWritten.ts';
import { keepDeadline } from './keepDeadline.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { sheetWritten } from './sheetWritten.ts';
import { unitFindingWritten } from './unitFindingWritten.ts';

const [december, january] = ['2026-12', '2027-01'];
const person = 'qldt-cv-01';
const id = `${person}_${december}_x1`;
let ports: MemoryPorts;
/** Tasks that were called already. */
let done = new Set<string>();

const cycle = (month: string) => ports.read(cycleRef(org, month));
const finding = () => ports.read(findingRef(org, id));
const sheet = (month: string) => ports.read(sheetRef(org, person, month));
const assessment = (month: string) => ports.read(assessmentRef(org, person, month));

/** Every night and every deadline from one day to another, both included. */
async function live(from: CivilDate, to: CivilDate): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    ports.setNow(atTime(day, '00:00'));
    await everyDay(ports, atTime(day, '00:00'));
    for (;;) {
      const end = atTime(addDays(day, 1), '00:00');
      const [next] = [...ports.asked.entries()]
        .filter(([name, { fn, at }]) => fn === 'keepDeadline' && at < end && !done.has(name))
        .sort(([, a], [, b]) => (a.at < b.at ? -1 : 1));
      if (!next) break;
      done.add(next[0]);
      ports.setNow(next[1].at);
      await keepDeadline(ports, next[1].payload as Parameters<typeof keepDeadline>[1]);
    }
  }
}

async function file(month: string, day: CivilDate): Promise<void> {
  const at = atTime(day, '09:00');
  const before = sheet(month);
  const words = { tasks: { t1: 'Rà soát hồ sơ' }, taskState: { t1: 'done' }, nextTasks: { t1: 'Tiếp dân' } };
  const scores = { score1: 28, score21: 18, score22: 40, nothing: true, state: 'submitted' };
  const filed = { ...before, ...words, ...scores, rev: before.rev + 1, savedAt: stampAt(at) };
  ports.put(sheetRef(org, person, month), filed as typeof before);
  ports.setNow(at);
  await sheetWritten(ports, org, `${person}_${month}`);
}

async function judge(month: string, day: CivilDate, patch: Partial<Assessment>): Promise<void> {
  const at = atTime(day, '10:00');
  const before = assessment(month);
  const { evaluator: actor } = before;
  const acted = { ...before, actor, ...patch, rev: before.rev + 1, actedAt: stampAt(at) };
  ports.put(assessmentRef(org, person, month), acted);
  ports.setNow(at);
  await assessmentWritten(ports, org, `${person}_${month}`);
}

async function decide(month: string, day: CivilDate): Promise<void> {
  const { evaluator, decider } = sheet(month);
  const points = { eScore1: 27, eScore21: 17, eScore22: 41, eRating: 'B', eLevel: 'good' } as const;
  const decided = { dScore1: 27, dScore21: 17, dScore22: 41, dRating: 'B', dLevel: 'good' } as const;
  if (evaluator !== decider) await judge(month, day, { state: 'evaluated', ...points });
  await judge(month, day, { state: 'decided', ...points, ...decided, actor: decider });
}

/** What a client writes on recording, on 20 December unless it says otherwise. */
async function record(over: Partial<Finding> = {}, day: CivilDate = '2026-12-20'): Promise<void> {
  const { unit, block, evaluator, decider } = sheet(december);
  const at = atTime(day, '09:00');
  ports.put(findingRef(org, id), {
    ...aFinding(),
    ...{ subject: person, unit, block, evaluator, decider, month: december, key: 'x1' },
    ...{ source: 'inspection', author: 'bkt-truong', codes: '2.05', degree: 'rare', due: '2027-02-20' },
    ...{ state: 'suspected', notified: false, notifiedAt: null, countsIn: null, carriedTo: null, log: [] },
    ...{ rev: 1, actor: evaluator, actedFor: null, savedAt: stampAt(at), remedyState: 'none', ...over },
  });
  ports.setNow(at);
  await findingWritten(ports, org, id);
}

async function change(day: CivilDate, over: Partial<Finding>): Promise<void> {
  const at = atTime(day, '09:00');
  const before = finding();
  ports.put(findingRef(org, id), { ...before, ...over, rev: before.rev + 1, savedAt: stampAt(at) });
  ports.setNow(at);
  await findingWritten(ports, org, id);
}

/** All that December and the year came to, at the person and the unit. */
async function ofDecember() {
  const { unit } = sheet(december);
  await rebuildUnit(ports, org, unit, december);
  const ofYear = new RegExp(`/(personYears|unitYears|yearAssessments)/(${person}|${unit})_2026`);
  return [
    ...[ports.read(resultRef(org, person, december)), assessment(december)],
    ...[ports.read(unitMonthRef(org, unit, december)), ports.read(unitRatingRef(org, unit, december))],
    [...ports.kept].filter(([path]) => ofYear.test(path)).map(([, { data }]) => data),
  ];
}

/** As it stands on the morning of 20 December: published, locked, and no month open. */
const before = { kept: new Map<string, never>(), asked: new Map<string, never>(), done };

beforeAll(async () => {
  ports = seeded();
  await live('2026-12-01', '2026-12-01');
  await file(december, '2026-12-01');
  await decide(december, '2026-12-02');
  await live('2026-12-02', '2026-12-19');
  Object.assign(before, { kept: new Map(ports.kept), asked: new Map(ports.asked), done });
}, 60_000);

beforeEach(() => {
  ports = seeded();
  for (const [path, one] of before.kept) ports.kept.set(path, one);
  for (const [name, one] of before.asked) ports.asked.set(name, one);
  done = new Set(before.done);
});

describe('the newest month', () => {
  it('is December until January opens, published and locked as it is', async () => {
    expect(cycle(december)).toMatchObject({ state: 'locked', newest: true });
    await live('2026-12-20', '2027-01-01');
    expect(cycle(december)).toMatchObject({ state: 'locked', newest: false });
    expect(cycle(january)).toMatchObject({ state: 'open', newest: true });
  });

  it('stays December while January is blocked', async () => {
    const head = refOf(org, 'people', sheet(december).decider);
    const heads = ports.read(head);
    ports.put(head, { ...heads, posts: [] });
    await live('2027-01-01', '2027-01-03');
    expect(cycle(january)).toMatchObject({ state: 'blocked', newest: false });
    expect(cycle(december)).toMatchObject({ newest: true });
    ports.put(head, heads);
    await live('2027-01-04', '2027-01-04');
    expect(cycle(january)).toMatchObject({ state: 'open', newest: true });
    expect(cycle(december)).toMatchObject({ newest: false });
  });

  it('is marked by the next night where a run was cut off, and where no function had marked it yet', async () => {
    const { newest: _, ...older } = cycle(december);
    ports.put(cycleRef(org, december), older as ReturnType<typeof cycle>);
    await everyDay(ports, atTime('2026-12-20', '00:00'));
    expect(cycle(december).newest).toBe(true);
    let isCut = false;
    ports.beforeWrite = () => {
      // The new month stands there, and the mark is still on the old one.
      if (isCut || !ports.kept.has(cycleRef(org, january).path)) return;
      isCut = true;
      throw new Killed('killed');
    };
    await expect(everyDay(ports, atTime('2027-01-01', '00:00'))).rejects.toBeInstanceOf(Killed);
    expect([cycle(december).newest, cycle(january).newest]).toEqual([true, true]);
    await everyDay(ports, atTime('2027-01-02', '00:00'));
    expect([cycle(december).newest, cycle(january).newest]).toEqual([false, true]);
  });

  it('is written once: another night changes nothing', async () => {
    await live('2026-12-20', '2026-12-20');
    const before = JSON.stringify(cycle(december));
    const { writes } = ports;
    await everyDay(ports, atTime('2026-12-20', '00:00'));
    expect([JSON.stringify(cycle(december)), ports.writes]).toEqual([before, writes]);
  });
});

describe('a finding of a person, recorded on 20 December', () => {
  it('confirmed, is told at once, counts in January and changes nothing of December', async () => {
    const came = await ofDecember();
    await record({ state: 'confirmed', source: 'evaluator' });
    expect(finding()).toMatchObject({ month: december, countsIn: january, notified: true, carriedTo: null });
    expect(await ofDecember()).toEqual(came);
  });

  it('suspected by others, is confirmed or dismissed before January opens, and remedied', async () => {
    const came = await ofDecember();
    await record();
    expect(finding()).toMatchObject({ countsIn: null, notified: false });
    await change('2026-12-22', { state: 'confirmed' });
    expect(finding()).toMatchObject({ countsIn: january, notifiedAt: atTime('2026-12-22', '09:00') });
    const reported = stampAt(atTime('2026-12-24', '09:00'));
    await change('2026-12-24', { remedyState: 'reported', remedy: 'Đã trả lời', remedyAt: reported });
    await change('2026-12-25', { remedyState: 'accepted', state: 'remedied' });
    await live('2026-12-25', '2027-01-01');
    await file(january, '2027-01-20');
    expect(assessment(january).proposal.level).toBe('fair');
    expect(await ofDecember()).toEqual(came);
  });

  it('open, stands in section III of January and makes it Kém, and lives on into February', async () => {
    await record({ state: 'confirmed', source: 'evaluator', due: '2027-01-15' });
    await live('2026-12-20', '2027-01-01');
    expect(Object.keys(sheet(january).carried)).toContain(id);
    await file(january, '2027-01-20');
    expect(assessment(january).proposal.level).toBe('poor');
    await everyDay(ports, atTime('2027-02-01', '00:00'));
    const due = cycle(january).deadlines.decide;
    ports.setNow(due);
    await keepDeadline(ports, { org, month: january, kind: 'decide', due, unit: null });
    expect(finding()).toMatchObject({ countsIn: january, carriedTo: '2027-02' });
    expect(Object.keys(sheet('2027-02').carried)).toContain(id);
  });

  it('still suspected, asks for its verdict with January’s sheet', async () => {
    const came = await ofDecember();
    await record({ source: 'self', author: person, actor: person });
    await live('2026-12-20', '2027-01-01');
    await file(january, '2027-01-20');
    expect(assessment(january).suspected).toEqual([id]);
    await judge(january, '2027-01-21', { verdicts: { [id]: 'open' } });
    expect(finding()).toMatchObject({ state: 'confirmed', countsIn: january });
    expect(await ofDecember()).toEqual(came);
  });

  it('goes with whoever judges the person in January', async () => {
    await record();
    const { evaluator } = finding();
    await live('2026-12-20', '2026-12-31');
    const deputy = refOf(org, 'people', evaluator);
    const { posts, ...rest } = ports.read(deputy);
    ports.put(deputy, { ...rest, posts: posts.map((post) => ({ ...post, inCharge: [] })) });
    await live('2027-01-01', '2027-01-01');
    const now = sheet(january);
    expect(now.evaluator).not.toBe(evaluator);
    expect(finding()).toMatchObject({ evaluator: now.evaluator, decider: now.decider });
  });
});

describe('a finding of a unit, recorded on 20 December', () => {
  const unit = 'phong-noi-vu';
  const key = unitFindingId(unit, december, 'k1');
  const ref = refOf(org, 'unitFindings', key);

  it('leaves December’s rating of the unit and stands before who rates January from its first day', async () => {
    const { headDecider: author } = ports.read(unitSheetRef(org, unit, december));
    const before = JSON.stringify(ports.read(unitRatingRef(org, unit, december)).proposal);
    const at = atTime('2026-12-20', '09:00');
    const seen = newUnitFinding({ unit, month: december, author, actor: author, due: '2027-01-10' });
    ports.put(ref, { ...unitFindingSchema.parse(seen), state: 'confirmed', savedAt: stampAt(at) });
    await unitFindingWritten(ports, org, key);
    expect(ports.read(ref)).toMatchObject({ countsIn: january, notified: true });
    expect(JSON.stringify(ports.read(unitRatingRef(org, unit, december)).proposal)).toBe(before);
    await live('2026-12-20', '2027-01-01');
    expect(ports.read(unitRatingRef(org, unit, january)).proposal.facts).toContain(key);
  });
});

describe('trouble that the authority above makes a finding while January is blocked', () => {
  it('makes it in December, which counts later', async () => {
    const { head, decider } = sheet(december);
    const at = atTime('2027-01-08', '09:00');
    const trouble = aCoordination({
      ...{ authority: decider, fSubject: person, fCodes: '2.05', fDegree: 'rare', fDue: '2027-01-20' },
      ...{ head: head ?? '', state: 'found', finding: null, savedAt: stampAt(at), month: december },
    });
    const made = await findingFromCoordination(ports.documents, org, trouble, at);
    expect(ports.read(findingRef(org, made ?? ''))).toMatchObject({ month: december, state: 'confirmed' });
  });
});
