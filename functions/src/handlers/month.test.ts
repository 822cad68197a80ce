// One person's month through the real handlers in memory: what comes out, and that duplicates, other orders and kills change nothing.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg, sampleOrganisation } from '../../../local/sample/organisation.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { Killed, MemoryPorts, stampAt } from '../../../test/fixtures/memoryPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { momentOf, millisOf, type Moment } from '../domain/moment.ts';
import {
  assessmentRef,
  cycleRef,
  findingRef,
  refOf,
  resultRef,
  sheetRef,
  unitMonthRef,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { everyDay } from './everyDay.ts';
import { keepDeadline } from './keepDeadline.ts';
import type { DeadlineKind } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { sheetWritten } from './sheetWritten.ts';

const org = sampleOrg;
const month = '2026-04';
const opening = atTime('2026-04-01', '00:00');

let ports: MemoryPorts;
let person: string;
let id: string;

/** Somebody whose evaluator and decider are two people: row 10. */
function twoStepPerson(memory: MemoryPorts): string {
  const sheets = [...memory.kept.values()].map(({ data }) => data as Partial<Sheet>);
  const found = sheets.find(
    (sheet) => sheet.row === 10 && sheet.evaluator !== sheet.decider && sheet.excuse === null,
  );
  if (found?.person === undefined) throw new Error('the sample has no two-step person');
  return found.person;
}

const filing: Partial<Sheet> = {
  tasks: { t1: 'Rà soát hồ sơ', t2: 'Báo cáo tuần' },
  taskState: { t1: 'done', t2: 'late' },
  taskWhy: { t2: 'Chờ số liệu' },
  score1: 28,
  score21: 18,
  score22: 40,
  rowSection: { r1: 'II.2' },
  rowResult: { r1: 'Báo cáo tuần chậm 2 ngày' },
  rowCause: { r1: 'Chưa chủ động' },
  rowRemedy: { r1: 'Lập lịch nhắc việc' },
  rowCodes: { r1: '2.06' },
  rowDegree: { r1: 'rare' },
  rowRemedyState: { r1: 'remedied' },
  nextTasks: { t1: 'Kế hoạch tháng sau' },
};

async function file(memory: MemoryPorts, at: Moment, patch: Partial<Sheet> = filing): Promise<void> {
  const ref = sheetRef(org, person, month);
  const { rev } = memory.read(ref);
  memory.put(ref, { ...memory.read(ref), ...patch, state: 'submitted', rev: rev + 1, savedAt: stampAt(at) });
  memory.setNow(at);
}

function act(memory: MemoryPorts, at: Moment, patch: object): void {
  const ref = assessmentRef(org, person, month);
  const before = memory.read(ref);
  memory.put(ref, {
    ...before,
    actor: before.evaluator,
    ...patch,
    rev: before.rev + 1,
    actedAt: stampAt(at),
  });
  memory.setNow(at);
}

const evaluation = {
  state: 'evaluated',
  eScore1: 27,
  eScore21: 17,
  eScore22: 40,
  eRating: 'B',
  eLevel: 'fair',
};
const decision = { state: 'decided', dScore1: 27, dScore21: 17, dScore22: 40, dRating: 'B', dLevel: 'fair' };

async function keep(memory: MemoryPorts, kind: DeadlineKind, unit: string | null = null): Promise<void> {
  const due = memory.read(cycleRef(org, month)).deadlines[kind];
  memory.setNow(due);
  await keepDeadline(memory, { org, month, kind, due, unit });
}

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, opening);
  person = twoStepPerson(ports);
  id = `${person}_${month}`;
});

describe('opening', () => {
  it('opens once, whoever asks again', async () => {
    const once = ports.dump();
    await everyDay(ports, opening);
    expect(ports.dump()).toBe(once);
  });

  it('is finished by the next run wherever a run is cut off', async () => {
    const quiet = ports.dump();
    for (const writes of [0, 1, 57, 129, 150, 200]) {
      const cut = seeded();
      cut.writesToLive = writes;
      await everyDay(cut, opening).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await everyDay(cut, opening);
      expect(cut.dump()).toBe(quiet);
    }
  });

  it('opens nothing and names the gap where somebody has no evaluator', async () => {
    const memory = seeded();
    const headless = sampleOrganisation().organisation.people.filter((one) =>
      one.posts.some((post) => post.kind === 'chair'),
    );
    for (const one of headless) memory.kept.delete(refOf(org, 'people', one.id).path);
    await everyDay(memory, opening);
    const cycle = memory.read(cycleRef(org, month));
    expect(cycle.state).toBe('blocked');
    expect(cycle.gaps.length).toBeGreaterThan(0);
    expect([...memory.kept.keys()].filter((path) => path.includes('/sheets/'))).toEqual([]);
  });
});

describe('filing', () => {
  const inTime = atTime('2026-04-24', '23:59');
  const tooLate = atTime('2026-04-25', '00:00');

  it('lays an assessment with a proposal and the suspected finding before the evaluator', async () => {
    await file(ports, inTime);
    await sheetWritten(ports, org, id);
    const assessment = ports.read(assessmentRef(org, person, month));
    expect(assessment).toMatchObject({
      state: 'waiting',
      filed: true,
      late: false,
      sheetRev: 1,
      selfScore: 86,
    });
    expect(assessment.suspected).toEqual([`${id}_r1`]);
    expect(assessment.proposal.rating).toBe('B');
    expect(ports.read(findingRef(org, `${id}_r1`))).toMatchObject({
      state: 'suspected',
      codes: '2.06',
      notified: false,
    });
    expect(ports.read(sheetRef(org, person, month)).stage).toBe('submitted');
  });

  it.each([
    ['23:59 on the 24th', inTime, false],
    ['00:00 on the 25th', tooLate, true],
  ])('judges lateness by the moment of saving: %s', async (_, at, late) => {
    await file(ports, at);
    ports.setNow(atTime('2026-04-27', '09:00')); // handled late, judged by its own moment
    await sheetWritten(ports, org, id);
    expect(ports.read(sheetRef(org, person, month)).late).toBe(late);
    expect(ports.kept.has(findingRef(org, `${id}_late`).path)).toBe(late);
  });

  it('changes nothing when the trigger is delivered three times', async () => {
    await file(ports, inTime);
    await sheetWritten(ports, org, id);
    const once = ports.dump();
    await sheetWritten(ports, org, id);
    await sheetWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
  });

  it('ends the same wherever the trigger is killed and delivered again', async () => {
    await file(ports, inTime);
    await sheetWritten(ports, org, id);
    const quiet = ports.dump();
    for (let writes = 0; writes < 6; writes++) {
      const cut = seeded();
      await everyDay(cut, opening);
      await file(cut, inTime);
      cut.writesToLive = writes;
      await sheetWritten(cut, org, id).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await sheetWritten(cut, org, id);
      expect(cut.dump()).toBe(quiet);
    }
  });
});

describe('return', () => {
  it('opens the sheet again with a date of its own, and a second filing after the deadline is not late', async () => {
    await file(ports, atTime('2026-04-24', '10:00'));
    await sheetWritten(ports, org, id);
    const returnedAt = atTime('2026-04-24', '16:00');
    act(ports, returnedAt, { state: 'returned', note: 'Bổ sung nguyên nhân' });
    await assessmentWritten(ports, org, id);
    // 25–27/4/2026 are days off, so one working day later is the 28th.
    expect(ports.read(sheetRef(org, person, month))).toMatchObject({
      state: 'open',
      stage: 'open',
      returns: 1,
      returnNote: 'Bổ sung nguyên nhân',
      dueDay: '2026-04-28',
    });
    await file(ports, atTime('2026-04-28', '09:00'));
    await sheetWritten(ports, org, id);
    expect(ports.read(sheetRef(org, person, month))).toMatchObject({ stage: 'submitted', late: false });
    expect(ports.read(assessmentRef(org, person, month))).toMatchObject({ state: 'waiting', sheetRev: 2 });
  });

  it('delivered after the second filing does not open the sheet again', async () => {
    await file(ports, atTime('2026-04-23', '10:00'));
    await sheetWritten(ports, org, id);
    act(ports, atTime('2026-04-23', '11:00'), { state: 'returned', note: 'Bổ sung' });
    await assessmentWritten(ports, org, id);
    await file(ports, atTime('2026-04-23', '14:00'));
    await assessmentWritten(ports, org, id);
    expect(ports.read(sheetRef(org, person, month)).state).toBe('submitted');
  });
});

describe('from evaluation to publication', () => {
  const evaluate = async (memory: MemoryPorts) => {
    await file(memory, atTime('2026-04-24', '10:00'));
    await sheetWritten(memory, org, id);
    act(memory, atTime('2026-04-27', '10:00'), { ...evaluation, verdicts: { [`${id}_r1`]: 'remedied' } });
    await assessmentWritten(memory, org, id);
  };
  const decide = async (memory: MemoryPorts) => {
    await evaluate(memory);
    const { decider } = memory.read(assessmentRef(org, person, month));
    act(memory, atTime('2026-05-04', '10:00'), { ...decision, actor: decider });
    await assessmentWritten(memory, org, id);
  };

  it('settles the finding, tells the person, and proposes Trung bình for what was remedied', async () => {
    await evaluate(ports);
    const finding = ports.read(findingRef(org, `${id}_r1`));
    expect(finding).toMatchObject({ state: 'remedied', notified: true, countsIn: month });
    const { proposal, suspected } = ports.read(assessmentRef(org, person, month));
    expect(proposal.level).toBe('fair');
    expect(suspected).toEqual([]);
    expect(ports.read(sheetRef(org, person, month)).stage).toBe('evaluated');
  });

  it('publishes result, board and reports, each once', async () => {
    await decide(ports);
    const { unit } = ports.read(sheetRef(org, person, month));
    await keep(ports, 'publish');
    await keep(ports, 'publish', unit);
    const result = ports.read(resultRef(org, person, month));
    expect(result).toMatchObject({ version: 1, rating: 'B', level: 'fair', score: 84, state: 'published' });
    expect(result.publishedAt).toBe(ports.read(cycleRef(org, month)).deadlines.publish);
    expect(result.trace.at(-1)?.outcome).toContain('Hoàn thành tốt nhiệm vụ');
    expect(result.log.map(({ what }) => what)).toEqual(['continue', 'publish']);
    expect(result.log.at(-1)).toMatchObject({ before: 'decided', after: 'v1: B fair 84' });
    const decided = (log: typeof result.log) => log.find(({ what }) => what === 'decided')?.after;
    expect(decided(ports.read(assessmentRef(org, person, month)).log)).toContain(': B fair 84');
    // The person reads the sheet before anything is published.
    expect(decided(ports.read(sheetRef(org, person, month)).log)).toBe('decided rev 2');
    expect(ports.read(assessmentRef(org, person, month)).frozen).toBe(true);
    const once = ports.dump();
    await keep(ports, 'publish', unit);
    await assessmentWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
    expect([...ports.asked.values()].filter(({ fn }) => fn === 'renderReport')).toHaveLength(1);
  });

  it('publishes the same wherever it is killed', async () => {
    await decide(ports);
    const { unit } = ports.read(sheetRef(org, person, month));
    await keep(ports, 'publish', unit);
    const quiet = ports.dump();
    for (let writes = 0; writes < 4; writes++) {
      const cut = seeded();
      await everyDay(cut, opening);
      await decide(cut);
      cut.writesToLive = writes;
      await keep(cut, 'publish', unit).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await keep(cut, 'publish', unit);
      expect(cut.dump()).toBe(quiet);
    }
  });

  it('publishes a unit whose task never got through as of its day, when the night has asked again', async () => {
    await decide(ports);
    const { unit } = ports.read(sheetRef(org, person, month));
    await keep(ports, 'publish');
    const { publish } = ports.read(cycleRef(org, month)).deadlines;
    const ofUnit = () =>
      [...ports.asked.values()].filter(({ key }) => key.includes(`/publish/${publish}/${unit}`));
    ports.asked.clear();
    await everyDay(ports, atTime('2026-05-06', '00:00'));
    expect(ofUnit()).toMatchObject([{ payload: { kind: 'publish', due: publish, unit } }]);
    const [missed] = ofUnit();
    await keepDeadline(ports, missed?.payload as Parameters<typeof keepDeadline>[1]);
    expect(ports.read(resultRef(org, person, month)).publishedAt).toBe(publish);
    ports.asked.clear();
    await everyDay(ports, atTime('2026-05-07', '00:00'));
    expect(ofUnit()).toEqual([]);
  });

  it('counts a decision after one that was taken back as version 2', async () => {
    await decide(ports);
    act(ports, atTime('2026-05-04', '11:00'), { state: 'evaluated', dReason: 'Xem lại theo ý kiến tập thể' });
    await assessmentWritten(ports, org, id);
    expect(ports.read(assessmentRef(org, person, month)).decidedAt).toBeNull();
    act(ports, atTime('2026-05-04', '12:00'), decision);
    await assessmentWritten(ports, org, id);
    expect(ports.read(assessmentRef(org, person, month)).version).toBe(2);
  });

  it('shows the unit its rows, and builds the same again after they were deleted', async () => {
    await decide(ports);
    const { unit } = ports.read(sheetRef(org, person, month));
    await rebuildUnit(ports, org, unit, month);
    const ref = refOf(org, 'unitMonths', `${unit}_${month}`);
    const built = JSON.stringify(ports.read(ref));
    expect(ports.read(ref).rows[person]).toMatchObject({
      stage: 'decided',
      rating: 'B',
      level: 'fair',
      score: 84,
    });
    ports.kept.delete(ref.path);
    await rebuildUnit(ports, org, unit, month);
    expect(JSON.stringify(ports.read(ref))).toBe(built);
  });
});

describe('the rows of a unit', () => {
  let unit: string;
  let deputy: string;
  const rows = () => ports.read(unitMonthRef(org, unit, month));
  beforeEach(async () => {
    ({ unit, evaluator: deputy } = ports.read(sheetRef(org, person, month)));
    person = deputy;
    id = `${deputy}_${month}`;
    await file(ports, atTime('2026-04-22', '09:00'));
    await sheetWritten(ports, org, id);
    const verdicts = { [`${id}_r1`]: 'remedied' };
    act(ports, atTime('2026-04-27', '09:00'), { ...evaluation, ...decision, verdicts });
    await assessmentWritten(ports, org, id);
    await rebuildUnit(ports, org, unit, month);
  });

  // They found there, before publication, what colleagues had been given whom they don't evaluate.
  it('are not read by who evaluates some of its people and decides on none', () => {
    const { readers, rows: found, counts } = rows();
    expect(readers).not.toContain(deputy);
    expect(readers).toContain(found[deputy]?.decider);
    expect(found[deputy]).toMatchObject({ stage: 'decided', rating: 'B', level: 'fair', score: 84 });
    expect(counts.ratings.B).toBe(1);
  });

  // Each found there, before publication, what they had been given.
  it('tell nobody who reads them what was made of their own month, until it is published', async () => {
    const head = rows().rows[deputy]?.decider ?? '';
    const judged = { ...ports.read(assessmentRef(org, deputy, month)), person: head };
    ports.put(assessmentRef(org, head, month), judged);
    await rebuildUnit(ports, org, unit, month);
    expect(rows().readers).toContain(head);
    expect(rows().rows[head]).toMatchObject({
      ...{ stage: ports.read(sheetRef(org, head, month)).stage, rating: null, level: null, score: null },
      ...{ codes: [], openFindings: 0, evaluatedBy: null, decidedBy: null },
    });
    // The quota counts them all the same.
    expect(rows().standing).toMatchObject({ A: 0, B: 2 });
    ports.put(assessmentRef(org, head, month), { ...judged, frozen: true });
    await rebuildUnit(ports, org, unit, month);
    expect(rows().rows[head]).toMatchObject({ stage: 'published', rating: 'B', level: 'fair' });
  });
});

describe('deadlines', () => {
  it('puts those who filed nothing before their evaluator, with D proposed', async () => {
    await keep(ports, 'staff');
    const assessment = ports.read(assessmentRef(org, person, month));
    expect(assessment).toMatchObject({ filed: false, sheetRev: -1, state: 'waiting', consultsOpen: 0 });
    expect(assessment.proposal).toMatchObject({ rating: 'D', level: 'poor' });
    expect(assessment.proposal.trace.some((step) => step.clause.startsWith('S3 II.3.1'))).toBe(true);
  });

  it('puts them there as of the deadline that they missed, where its task was lost and a later one finds them', async () => {
    const { staff } = ports.read(cycleRef(org, month)).deadlines;
    await keep(ports, 'evaluate');
    const { createdAt, log } = ports.read(assessmentRef(org, person, month));
    expect([createdAt, log[0]?.at]).toEqual([staff, staff]);
  });

  it('proposes D for a head whose unit has filed nothing, at the deadline and not before', async () => {
    const heads = [...ports.kept.values()].map(({ data }) => data as Partial<Sheet>);
    const head = heads.find(
      (sheet) => sheet.isHead && sheet.excuse === null && sheet.score1 !== undefined,
    )?.person;
    if (head === undefined) throw new Error('the sample has no head');
    person = head;
    await file(ports, atTime('2026-04-20', '09:00'));
    await sheetWritten(ports, org, `${head}_${month}`);
    const proposed = () => ports.read(assessmentRef(org, head, month)).proposal;
    expect(proposed()).toMatchObject({ rating: 'B' });
    await keep(ports, 'heads');
    expect(proposed()).toMatchObject({ rating: 'D', level: 'poor' });
  });

  it('does nothing when called early but asks to be called again', async () => {
    const { staff } = ports.read(cycleRef(org, month)).deadlines;
    ports.setNow(momentOf(millisOf(staff) - 1));
    const before = ports.dump();
    await keepDeadline(ports, { org, month, kind: 'staff', due: staff, unit: null });
    expect(ports.dump()).toBe(before);
    expect(
      [...ports.asked.values()].filter(({ key, at }) => key.includes('/early/') && at === staff),
    ).toHaveLength(1);
  });

  it('does nothing when called twice, or for a due date that was moved since', async () => {
    await keep(ports, 'staff');
    const once = ports.dump();
    await keep(ports, 'staff');
    await keepDeadline(ports, { org, month, kind: 'heads', due: atTime('2026-04-20', '00:00'), unit: null });
    expect(ports.dump()).toBe(once);
  });

  it('asks for wake-ups of the next 48 hours only, and again for one that was missed', async () => {
    ports.asked.clear();
    await everyDay(ports, atTime('2026-04-23', '00:00'));
    expect([...ports.asked.values()].map(({ payload }) => ('kind' in payload ? payload.kind : ''))).toEqual([
      'staff',
    ]);
    ports.asked.clear();
    await everyDay(ports, atTime('2026-04-26', '00:00'));
    expect(
      [...ports.asked.keys()].filter((key) => key.includes('/staff/') && key.includes('/missed/')),
    ).toHaveLength(1);
  });
});
