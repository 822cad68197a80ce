// A published or locked result that its decider takes up again: readable meanwhile, decided anew as the next version, told to the aggregators.
import { beforeEach, describe, expect, it } from 'vitest';
import { aRun } from '../../../test/fixtures/documents.ts';
import {
  cast,
  file,
  follow,
  inTime,
  month,
  org,
  publishedMonth,
  resultOf,
  tooLate,
} from '../../../test/fixtures/appealMonth.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Assessment } from '../schema/assessment.ts';
import { personMonthId } from '../schema/paths.ts';
import { assessmentRef, cycleRef, runRef, versionRef } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { keepDeadline } from './keepDeadline.ts';

const id = personMonthId(cast.person, month);
const ref = assessmentRef(org, cast.person, month);
const reason = 'Tính sót hai nhiệm vụ đã nghiệm thu';
const reopenedAt = atTime('2026-05-20', '09:00');
const decidedAt = atTime('2026-05-21', '09:00');
let ports: MemoryPorts;

const assessmentOf = (memory: MemoryPorts) => memory.read(ref);
const runOf = (memory: MemoryPorts) => memory.read(runRef(org, month));

/** As the decider's client writes; the function comes by `assessmentWritten`. */
function act(memory: MemoryPorts, at: Moment, patch: Partial<Assessment>): void {
  const known = assessmentOf(memory);
  memory.put(ref, {
    ...known,
    ...patch,
    ...{ rev: known.rev + 1, actor: known.decider, actedAt: stampAt(at) },
  });
  memory.setNow(at);
}
const reopen = (memory: MemoryPorts) => act(memory, reopenedAt, { state: 'evaluated', dReason: reason });
const decideAgain = (memory: MemoryPorts) =>
  act(memory, decidedAt, {
    ...{ dScore1: 26, dScore21: 16, dScore22: 40, dRating: 'B', dLevel: 'good' },
    ...{ dReason: 'Chấm lại theo biên bản nghiệm thu', state: 'decided' },
  });

async function lock(memory: MemoryPorts, due = tooLate): Promise<void> {
  memory.setNow(due);
  await keepDeadline(memory, { org, month, kind: 'appeal', due, unit: null });
}

/** What the late decision asked for. */
async function publishLate(memory: MemoryPorts): Promise<void> {
  for (const { fn, payload } of [...memory.asked.values()])
    if (fn === 'keepDeadline') await keepDeadline(memory, payload as never);
}

async function reopenAndFollow(memory: MemoryPorts): Promise<void> {
  reopen(memory);
  await assessmentWritten(memory, org, id);
}

beforeEach(async () => {
  ports = await publishedMonth();
  const cycle = ports.read(cycleRef(org, month));
  ports.put(cycleRef(org, month), { ...cycle, kept: { publish: cycle.deadlines.publish } });
  ports.put(runRef(org, month), aRun());
  await lock(ports);
});

describe('a locked result that is reopened', () => {
  it('stands as it was, published, with who reopened it and why', async () => {
    const before = resultOf(ports);
    expect(before.state).toBe('locked');
    await reopenAndFollow(ports);
    const { state, reopened, log, ...rest } = resultOf(ports);
    const { state: _s, reopened: _r, log: _l, ...same } = before;
    expect(rest).toEqual(same);
    expect(state).toBe('published');
    expect(reopened).toEqual({ at: reopenedAt, by: assessmentOf(ports).deciderName, reason });
    expect(log.at(-1)).toMatchObject({ what: 'reopen', before: 'locked', after: 'published', reason });
    expect(isIntact(`orgs/${org}/results/${id}`, log)).toBe(true);
    expect(ports.read(cycleRef(org, month)).state).toBe('published');
  });

  it('lets the decider decide anew, and nobody before the function came', async () => {
    reopen(ports);
    expect(assessmentOf(ports).frozen).toBe(true);
    await assessmentWritten(ports, org, id);
    expect(assessmentOf(ports)).toMatchObject({ frozen: false, state: 'evaluated', decidedAt: null });
  });

  it('is told to the aggregators of the month, with the version and that it was locked', async () => {
    await reopenAndFollow(ports);
    expect(runOf(ports).reopened[cast.person]).toMatchObject({ reason, version: 1, before: 'locked' });
  });

  it('becomes the next version, with a window of its own, and the first stays readable', async () => {
    await reopenAndFollow(ports);
    decideAgain(ports);
    await assessmentWritten(ports, org, id);
    await publishLate(ports);
    expect(resultOf(ports)).toMatchObject({
      ...{ version: 2, rating: 'B', level: 'good', score: 82, state: 'published', reopened: null },
      ...{ publishedAt: decidedAt, appealUntil: atTime('2026-05-29', '00:00') },
    });
    expect(ports.read(versionRef(org, id, 1))).toMatchObject({ version: 1, rating: 'C' });
    expect(assessmentOf(ports)).toMatchObject({ frozen: true, version: 2 });
  });

  it('is not locked again before it is decided', async () => {
    await reopenAndFollow(ports);
    const cycle = ports.read(cycleRef(org, month));
    ports.put(cycleRef(org, month), { ...cycle, kept: { publish: cycle.deadlines.publish } });
    await lock(ports);
    expect(resultOf(ports).state).toBe('published');
    expect(ports.read(cycleRef(org, month)).state).toBe('published');
  });

  it('comes to the same when it is followed twice, or was cut off at any write', async () => {
    reopen(ports);
    const start = new Map(ports.kept);
    await assessmentWritten(ports, org, id);
    const wanted = ports.dump();
    await assessmentWritten(ports, org, id);
    expect(ports.dump()).toBe(wanted);
    for (let lives = 0; ; lives++) {
      const again = await publishedMonth();
      again.kept.clear();
      for (const [path, kept] of start) again.kept.set(path, kept);
      again.setNow(reopenedAt);
      again.writesToLive = lives;
      const died = await assessmentWritten(again, org, id).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      again.writesToLive = null;
      await assessmentWritten(again, org, id);
      expect(again.dump()).toBe(wanted);
      if (!died) break;
    }
  });
});

describe('a reopening', () => {
  it('waits for the answer to an appeal, which would lose its object', async () => {
    ports = await publishedMonth();
    file(ports, inTime);
    await follow(ports);
    const { dReason } = assessmentOf(ports);
    await reopenAndFollow(ports);
    // The reason for reopening stayed where the reason of the decision stands.
    expect(assessmentOf(ports)).toMatchObject({ state: 'decided', frozen: true, dReason });
    expect(assessmentOf(ports).log.at(-1)).toMatchObject({ what: 'refuse' });
    expect(resultOf(ports).reopened).toBeNull();
  });
});
