// A unit's own month through the handlers: proposed, rated with its head, published, taken up again; its findings on the way.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { newUnitFinding } from '../../../test/fixtures/unitDocuments.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { replayUnit } from '../domain/unitDecision.ts';
import { vacant } from '../domain/vacant.ts';
import { unitFindingId } from '../schema/paths.ts';
import {
  assessmentRef,
  boardRef,
  cycleRef,
  refOf,
  unitMonthRef,
  unitRatingRef,
  unitSheetRef,
} from '../schema/refs.ts';
import { unitFindingSchema, type UnitFinding } from '../schema/unitFinding.ts';
import type { UnitSheet } from '../schema/unit.ts';
import type { UnitRating } from '../schema/unitRating.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { isIntact } from './audit.ts';
import { everyDay } from './everyDay.ts';
import { factsEveryDay } from './factsEveryDay.ts';
import { keepDeadline } from './keepDeadline.ts';
import type { DeadlineKind } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { unitFindingWritten } from './unitFindingWritten.ts';
import { unitSheetWritten } from './unitSheetWritten.ts';

const month = '2026-04';
const unit = 'phong-noi-vu';
const at = (day: string, clock = '09:00') => atTime(day, clock);
let ports: MemoryPorts;

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, at('2026-04-01', '00:00'));
});

const ratingRef = unitRatingRef(org, unit, month);
const rating = () => ports.read(ratingRef);
const sheet = () => ports.read(unitSheetRef(org, unit, month));

async function keep(kind: DeadlineKind, only: string | null = null) {
  const due = ports.read(cycleRef(org, month)).deadlines[kind];
  ports.setNow(due);
  await keepDeadline(ports, { org, month, kind, due, unit: only });
}

async function file(day = '2026-04-23', over: Partial<UnitSheet> = {}) {
  const ref = unitSheetRef(org, unit, month);
  const tasks = { t1: 'Rà soát thủ tục' };
  ports.put(ref, { ...sheet(), tasks, ...over, state: 'submitted', rev: 1, savedAt: stampAt(at(day)) });
  await unitSheetWritten(ports, org, `${unit}_${month}`);
}

/** As the page writes it: the unit's own record, and the head's beside it where there is one. */
async function act(moment: Moment, over: Partial<UnitRating>, head: object | null = {}) {
  const before = rating();
  const signed = { rev: before.rev + 1, actor: before.decider, actedFor: null, actedAt: stampAt(moment) };
  ports.setNow(moment);
  ports.put(ratingRef, { ...before, ...over, ...signed, followed: false });
  if (head === null) return;
  const ref = assessmentRef(org, before.head, month);
  const known = ports.read(ref);
  const scores = {
    eRating: 'A',
    eLevel: 'good',
    dRating: 'A',
    dLevel: 'good',
    dReason: 'Đề nghị xem lại',
  } as const;
  const stands = { ...known, ...scores, state: over.state === 'decided' ? 'decided' : 'evaluated' } as const;
  ports.put(ref, { ...stands, ...head, ...signed, rev: known.rev + 1 });
  await assessmentWritten(ports, org, `${before.head}_${month}`);
}

const decided: Partial<UnitRating> & { dReason: string } = {
  ...{ dRating: 'B', dLevel: 'good', dReason: 'Hoàn thành kế hoạch tháng' },
  ...{ aboveReason: 'Người đứng đầu mới nhận nhiệm vụ', state: 'decided' },
};
const takenBack = { dReason: 'Số liệu của Văn phòng được sửa', state: 'waiting' } as const;
const upToDecision = async () => {
  await keep('staff');
  await keep('heads');
  await keep('finalRun');
};

describe('what the rules propose of a unit', () => {
  it('is D where its report is missing, once the heads’ deadline has passed and not before', async () => {
    await rebuildUnit(ports, org, unit, month);
    expect(rating().proposal).toMatchObject({ rating: null, level: 'good' });
    await keep('heads');
    expect(rating().proposal).toMatchObject({ rating: 'D', level: 'good' });
    expect(rating().proposal.trace.at(-1)?.facts).toContain('Đơn vị không nộp báo cáo');
  });

  it('is nothing but its level where plan and report came', async () => {
    await file();
    await keep('heads');
    expect(rating().proposal).toMatchObject({ rating: null, level: 'good' });
  });

  describe('of a plan that was due with the month before', () => {
    const may = '2026-05';
    const mays = () => ports.read(unitRatingRef(org, unit, may)).proposal;
    const noPlan = 'Đơn vị không nộp kế hoạch';
    const fileMay = async () => {
      const ref = unitSheetRef(org, unit, may);
      const own = { tasks: { t1: 'Việc đã làm' }, report: 'Đã xong', nextTasks: { t1: 'Việc mới' } };
      const filed = { ...own, state: 'submitted', savedAt: stampAt(at('2026-05-25')) } as const;
      ports.put(ref, { ...ports.read(ref), ...filed, rev: ports.read(ref).rev + 1 });
      await unitSheetWritten(ports, org, `${unit}_${may}`);
      const due = ports.read(cycleRef(org, may)).deadlines.heads;
      ports.setNow(due);
      await keepDeadline(ports, { org, month: may, kind: 'heads', due, unit: null });
    };
    const open = () => everyDay(ports, at('2026-05-01', '00:00'));

    it('is D where none came, whatever tasks the report names', async () => {
      await open();
      await fileMay();
      expect(mays()).toMatchObject({ rating: 'D' });
      expect(mays().trace.at(-1)?.facts).toEqual([noPlan]);
    });

    it('is none where it came', async () => {
      await file('2026-04-23', { nextTasks: { t1: 'Việc của tháng 5' } });
      await open();
      await fileMay();
      expect(mays()).toMatchObject({ rating: null });
    });

    it('is withdrawn where it comes late, with the filing of the month before', async () => {
      await open();
      await fileMay();
      expect(mays()).toMatchObject({ rating: 'D' });
      await file('2026-05-27', { nextTasks: { t1: 'Việc của tháng 5' } });
      expect(mays()).toMatchObject({ rating: null });
    });
  });

  it('stands before who decides its head, and waits with them for the final run', async () => {
    await keep('heads');
    const { head, headEvaluator, headDecider } = sheet();
    expect(rating()).toMatchObject({ head, evaluator: headEvaluator, decider: headDecider, held: true });
    await keep('finalRun');
    expect(rating().held).toBe(false);
  });

  it('is made for nobody where nobody heads the unit: a gap and no error', async () => {
    ports.kept.delete(unitSheetRef(org, unit, month).path);
    ports.kept.delete(ratingRef.path);
    await keep('heads');
    await rebuildUnit(ports, org, unit, month);
    expect(ports.kept.has(ratingRef.path)).toBe(false);
    expect(ports.read(unitMonthRef(org, unit, month)).own).toBeNull();
  });

  it('names the vacant seat in the month of the unit', async () => {
    ports.put(unitSheetRef(org, unit, month), { ...sheet(), headDecider: vacant });
    await rebuildUnit(ports, org, unit, month);
    expect(ports.read(unitMonthRef(org, unit, month)).own).toMatchObject({ stage: 'vacant', result: null });
  });
});

describe('a unit that is rated in the act on its head', () => {
  beforeEach(async () => {
    await file();
    await upToDecision();
    await act(at('2026-04-30'), decided);
  });

  it('is numbered, signed and entered in its log, once however often the event comes', async () => {
    expect(rating()).toMatchObject({
      followed: true,
      version: 1,
      decidedAt: at('2026-04-30'),
      headRating: 'A',
    });
    expect(rating().log.map(({ what }) => what)).toEqual(['decided']);
    const { writes } = ports;
    await assessmentWritten(ports, org, `${rating().head}_${month}`);
    expect(ports.writes).toBe(writes);
  });

  it('tells nothing of it before publication, neither its head nor anybody in it', async () => {
    await rebuildUnit(ports, org, unit, month);
    expect(ports.read(unitMonthRef(org, unit, month)).own).toMatchObject({ stage: 'decided', result: null });
    expect(rating().frozen).toBe(false);
  });

  it('is published with the month: on the board, in the unit’s month, with its trace and what it was made from', async () => {
    await keep('publish', unit);
    await rebuildUnit(ports, org, unit, month);
    const [version] = rating().published;
    expect(rating().frozen).toBe(true);
    expect(version).toMatchObject({ version: 1, rating: 'B', level: 'good', reason: decided.dReason });
    expect(version?.trace.at(-1)).toMatchObject({ clause: 'NĐ 335 Điều 20.6' });
    expect(version && replayUnit(version)).toEqual([]);
    const own = { rating: 'B', level: 'good', version: 1 };
    expect(ports.read(boardRef(org, unit, month)).own).toMatchObject(own);
    expect(ports.read(unitMonthRef(org, unit, month)).own).toMatchObject({ stage: 'published', result: own });
    expect(JSON.stringify(ports.read(boardRef(org, unit, month)).own)).not.toContain(decided.dReason);
  });

  it('is another version where it is taken up again, and the one before stays readable', async () => {
    await keep('publish', unit);
    await act(at('2026-05-07'), takenBack);
    expect(rating()).toMatchObject({
      frozen: false,
      followed: true,
      reopened: { reason: takenBack.dReason },
    });
    await rebuildUnit(ports, org, unit, month);
    expect(ports.read(unitMonthRef(org, unit, month)).own).toMatchObject({
      ...{ stage: 'waiting', result: { rating: 'B', version: 1 } },
      reopened: { reason: takenBack.dReason },
    });
    // The whole month was published, which the task per unit doesn't note.
    const cycle = ports.read(cycleRef(org, month));
    ports.put(cycleRef(org, month), { ...cycle, kept: { ...cycle.kept, publish: cycle.deadlines.publish } });
    await act(at('2026-05-08'), { ...decided, dRating: 'C' });
    const late = [...ports.asked.values()].filter(({ key }) => key.includes('/unit/'));
    expect(late).toHaveLength(1);
    await keep('publish', unit);
    expect(rating().published.map(({ version, rating: given }) => [version, given])).toEqual([
      [1, 'B'],
      [2, 'C'],
    ]);
    expect(rating().published[1]?.publishedAt).toBe(at('2026-05-08'));
    expect(rating().log.map(({ what }) => what)).toEqual([
      'decided',
      'publish',
      'reopen',
      'decided',
      'publish',
    ]);
    expect(isIntact(ratingRef.path, rating().log)).toBe(true);
  });

  it('comes to the same wherever publication is cut off', async () => {
    const { dump } = await publishedWith(null);
    const total = ports.writes;
    for (let lives = 0; lives < total; lives++) {
      const again = await publishedWith(lives);
      expect(again.dump).toBe(dump);
    }
  }, 60_000);
});

/** The month of this file published from the start, dying once after so many writes. */
async function publishedWith(lives: number | null): Promise<{ dump: string }> {
  ports = seeded();
  await everyDay(ports, at('2026-04-01', '00:00'));
  await file();
  await upToDecision();
  await act(at('2026-04-30'), decided);
  ports.writes = 0;
  ports.writesToLive = lives;
  try {
    await keep('publish', unit);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  ports.writesToLive = null;
  await keep('publish', unit);
  return { dump: ports.dump() };
}

describe('a unit that is rated by itself', () => {
  it('is found at night, as of when it was rated, and published late where the month is out', async () => {
    await upToDecision();
    await act(at('2026-05-03'), decided, null);
    expect(rating()).toMatchObject({ followed: false, version: 0 });
    await everyDay(ports, at('2026-05-04', '00:00'));
    expect(rating()).toMatchObject({ followed: true, version: 1, decidedAt: at('2026-05-03') });
  });

  it('is published though no night came between', async () => {
    await upToDecision();
    await act(at('2026-05-04'), decided, null);
    await keep('publish', unit);
    expect(rating().published).toHaveLength(1);
  });

  it('is passed over where nobody rated it', async () => {
    await upToDecision();
    await keep('publish', unit);
    expect(rating()).toMatchObject({ frozen: false, published: [] });
  });
});

describe('a finding of a unit', () => {
  const id = unitFindingId(unit, month, 'k1');
  const ref = refOf(org, 'unitFindings', id);
  const record = async (over: Partial<UnitFinding> = {}, moment = at('2026-04-10')) => {
    const { headDecider } = sheet();
    const written = newUnitFinding({ unit, author: headDecider, actor: headDecider });
    ports.put(ref, unitFindingSchema.parse({ ...written, savedAt: stampAt(moment), ...over }));
    await unitFindingWritten(ports, org, id);
    return ports.read(ref);
  };
  const write = async (moment: Moment, over: Partial<UnitFinding>) => {
    const before = ports.read(ref);
    ports.put(ref, { ...before, ...over, rev: before.rev + 1, savedAt: stampAt(moment) });
    await unitFindingWritten(ports, org, id);
    return ports.read(ref);
  };

  it('is nobody’s to know but its judges’ while it is suspected, and counts nowhere', async () => {
    const { head, headEvaluator, headDecider } = sheet();
    expect(await record()).toMatchObject({
      ...{ head, evaluator: headEvaluator, decider: headDecider },
      ...{ notified: false, notifiedAt: null, countsIn: null },
    });
    expect(rating().proposal.level).toBe('good');
  });

  it('is told to the head at the moment of confirming, and makes the month Kém until it is remedied', async () => {
    await record();
    const confirmed = await write(at('2026-04-13'), { state: 'confirmed' });
    expect(confirmed).toMatchObject({ notified: true, notifiedAt: at('2026-04-13'), countsIn: month });
    expect(rating().proposal.level).toBe('poor');
    await write(at('2026-04-20'), {
      remedyState: 'reported',
      remedy: 'Đã ban hành',
      remedyAt: stampAt(at('2026-04-20')),
    });
    const remedied = await write(at('2026-04-27'), { remedyState: 'accepted', state: 'remedied' });
    expect(remedied).toMatchObject({ remedyReportedAt: at('2026-04-20') });
    expect(rating().proposal.level).toBe('fair');
    expect(remedied.log.map(({ what }) => what)).toEqual([
      ...['suspected/none', 'confirmed/none', 'confirmed/reported', 'remedied/accepted'],
    ]);
    expect(isIntact(ref.path, remedied.log)).toBe(true);
  });

  it('counts next month where its head was told after the deadline to evaluate', async () => {
    expect(await record({ state: 'confirmed' }, at('2026-05-01'))).toMatchObject({ countsIn: '2026-05' });
    expect(rating().proposal.level).toBe('good');
  });

  it('is carried until it is closed, and a remedy in the next month makes that one Trung bình', async () => {
    await record({ state: 'confirmed' });
    await keep('decide');
    expect(ports.read(ref).carriedTo).toBe('2026-05');
    await everyDay(ports, at('2026-05-01', '00:00'));
    await rebuildUnit(ports, org, unit, '2026-05');
    const may = () => ports.read(unitRatingRef(org, unit, '2026-05')).proposal.level;
    expect(may()).toBe('poor');
    await write(at('2026-05-11'), { remedyState: 'reported', remedyAt: stampAt(at('2026-05-11')) });
    await write(at('2026-05-12'), { remedyState: 'accepted', state: 'remedied' });
    expect(may()).toBe('fair');
    expect(rating().proposal.level).toBe('poor');
  });

  it('follows who heads the unit and who stands above as the newest month has it, while it is open', async () => {
    await record();
    const moved = { head: 'tckh-cv-01', headEvaluator: 'tckh-cv-02', headDecider: 'tckh-cv-03' };
    ports.put(unitSheetRef(org, unit, month), { ...sheet(), ...moved });
    await factsEveryDay(ports, org, at('2026-04-11', '00:00'));
    const followed = { head: moved.head, evaluator: moved.headEvaluator, decider: moved.headDecider };
    expect(ports.read(ref)).toMatchObject(followed);
    await write(at('2026-04-12'), { state: 'dismissed', settleReason: 'Không có căn cứ' });
    ports.put(unitSheetRef(org, unit, month), { ...sheet(), head: 'tckh-cv-04' });
    await factsEveryDay(ports, org, at('2026-04-13', '00:00'));
    expect(ports.read(ref)).toMatchObject(followed);
  });

  it('comes to the same when it is delivered twice', async () => {
    await record({ state: 'confirmed' });
    const { writes } = ports;
    await unitFindingWritten(ports, org, id);
    expect(ports.writes).toBe(writes);
  });
});
