// Locking waits for appeals, of whichever month and whoever comes first, and goes on when the last one is answered.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  answerTime,
  appealOf,
  file,
  follow,
  inTime,
  month,
  org,
  publishedMonth,
  resultOf,
  tooLate,
} from '../../../test/fixtures/appealMonth.ts';
import { Killed, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { cycleRef, resultRef } from '../schema/refs.ts';
import { aResult } from '../../../test/fixtures/documents.ts';
import { keepDeadline } from './keepDeadline.ts';

const due = tooLate;
let ports: MemoryPorts;

const lock = async (memory: MemoryPorts) => {
  memory.setNow(due);
  await keepDeadline(memory, { org, month, kind: 'appeal', due, unit: null });
};
const cycleOf = (memory: MemoryPorts) => memory.read(cycleRef(org, month));
const other = resultRef(org, 'nam', month);

beforeEach(async () => {
  ports = await publishedMonth();
  ports.put(other, aResult({ person: 'nam', appealUntil: due }));
});

describe('the lock', () => {
  it('comes with the end of the window where nobody appeals', async () => {
    await lock(ports);
    expect(resultOf(ports).state).toBe('locked');
    expect(cycleOf(ports).state).toBe('locked');
  });

  it('waits for an appeal, and for nobody else’s result', async () => {
    file(ports, inTime);
    await follow(ports);
    await lock(ports);
    expect(resultOf(ports).state).toBe('published');
    expect(ports.read(other).state).toBe('locked');
    expect(cycleOf(ports)).toMatchObject({ state: 'published', kept: { appeal: due } });
  });

  it('waits for one that no function has seen yet', async () => {
    file(ports, inTime);
    await lock(ports);
    expect(resultOf(ports).state).toBe('published');
    await follow(ports);
    expect(appealOf(ports).state).toBe('filed');
  });

  it('takes an appeal filed in time though the lock came first', async () => {
    await lock(ports);
    file(ports, inTime);
    await follow(ports);
    answer(ports, answerTime);
    await follow(ports);
    expect(resultOf(ports)).toMatchObject({ version: 2, state: 'published' });
  });

  it('follows a refusal at once', async () => {
    file(ports, inTime);
    await follow(ports);
    await lock(ports);
    answer(ports, answerTime, { outcome: 'refused' });
    await follow(ports);
    expect(resultOf(ports)).toMatchObject({ version: 1, state: 'locked' });
    expect(resultOf(ports).log.at(-1)).toMatchObject({ what: 'lock', at: answerTime });
    expect(cycleOf(ports).state).toBe('locked');
  });

  it('is not held up by an appeal that came too late', async () => {
    file(ports, tooLate);
    await lock(ports);
    expect(resultOf(ports).state).toBe('published');
    await follow(ports);
    expect(resultOf(ports).state).toBe('locked');
    expect(cycleOf(ports).state).toBe('locked');
  });

  it('leaves the window of a correction open until its own end', async () => {
    file(ports, inTime);
    await follow(ports);
    answer(ports, answerTime);
    await follow(ports);
    await lock(ports);
    expect(resultOf(ports)).toMatchObject({ version: 2, state: 'published' });
    const next = resultOf(ports).appealUntil;
    ports.setNow(next);
    const cycle = cycleOf(ports);
    ports.put(cycleRef(org, '2026-05'), {
      ...cycle,
      ...{ month: '2026-05', kept: {}, deadlines: { ...cycle.deadlines, appeal: next } },
    });
    await keepDeadline(ports, { org, month: '2026-05', kind: 'appeal', due: next, unit: null });
    expect(resultOf(ports).state).toBe('locked');
  });

  it('ends the same whichever comes first, answer or lock, and wherever either is cut off', async () => {
    const steps = (memory: MemoryPorts) => ({ answer: () => follow(memory), lock: () => lock(memory) });
    const prepared = async () => {
      const memory = await publishedMonth();
      file(memory, inTime);
      await follow(memory);
      answer(memory, answerTime, { outcome: 'refused' });
      return memory;
    };
    const essence = (memory: MemoryPorts) => [resultOf(memory).state, cycleOf(memory), appealOf(memory)];
    const first = await prepared();
    await lock(first);
    await follow(first);
    const orders = [
      ['answer', 'lock'],
      ['lock', 'answer'],
    ] as const;
    for (const order of orders) {
      for (let n = 0; n < 7; n++) {
        const memory = await prepared();
        memory.writesToLive = n;
        for (const step of order) {
          const run = steps(memory)[step];
          await run().catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        }
        memory.writesToLive = null;
        for (const step of order) await steps(memory)[step]();
        expect(essence(memory)).toEqual(essence(first));
      }
    }
  });
});
