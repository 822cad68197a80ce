// The relay's queue with deliveries that never leave this process.
import { describe, expect, test } from 'vitest';
import { DeliveryQueue } from '../../local/relay/deliveryQueue.ts';
import type { Event, Outcome } from '../../local/relay/event.ts';

const event = (document: string, trigger = 'onThing'): Event => ({
  trigger,
  document,
  path: '/',
  headers: {},
  body: Buffer.alloc(0),
});
const ok: Outcome = { status: 200, body: '' };
const tick = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms));

function queueOf(deliver: (event: Event, signal: AbortSignal) => Promise<Outcome>, parallel = 4) {
  return new DeliveryQueue({
    parallel,
    parallelPerTrigger: 2,
    attempts: 3,
    firstBackoffMs: 1,
    lastBackoffMs: 4,
    deliver,
  });
}

/** A queue that notes what it delivers, in the order of arrival. */
function noting(answer: (document: string, times: number) => Outcome = () => ok, parallel = 4) {
  const seen: string[] = [];
  const queue = queueOf(async ({ document }) => {
    seen.push(document);
    await tick();
    return answer(document, seen.filter((one) => one === document).length);
  }, parallel);
  return { queue, seen };
}

const letters = [...'abcdefghij'];

describe('delivery', () => {
  test('is bounded, over all and for one trigger', async () => {
    let running = 0;
    let most = 0;
    const perTrigger = new Map<string, number>();
    let mostOfOne = 0;
    const queue = queueOf(async ({ trigger }) => {
      most = Math.max(most, ++running);
      perTrigger.set(trigger, (perTrigger.get(trigger) ?? 0) + 1);
      mostOfOne = Math.max(mostOfOne, perTrigger.get(trigger) ?? 0);
      await tick(2);
      running--;
      perTrigger.set(trigger, (perTrigger.get(trigger) ?? 0) - 1);
      return ok;
    }, 3);
    for (const letter of letters) for (const trigger of ['one', 'two']) queue.submit(event(letter, trigger));
    await queue.idle();
    expect([most, mostOfOne]).toEqual([3, 2]);
  });

  test('is tried again after a failure', async () => {
    const { queue, seen } = noting((_, times) => (times < 3 ? { status: 500, body: 'no' } : ok));
    queue.submit(event('a'));
    await queue.idle();
    expect(seen).toEqual(['a', 'a', 'a']);
    expect(queue.dead).toEqual([]);
  });

  test('ends in the dead list, and does not stop the others', async () => {
    const { queue, seen } = noting((document) => (document === 'a' ? { status: 500, body: 'why' } : ok));
    for (const letter of ['a', 'b']) queue.submit(event(letter));
    await queue.idle();
    expect(seen.filter((one) => one === 'b')).toHaveLength(1);
    expect(queue.dead).toEqual([
      { trigger: 'onThing', document: 'a', attempts: 3, status: 500, error: 'why', reported: false },
    ]);
  });

  test('takes what runs for failed when its processes are gone', async () => {
    let answers = 0;
    const hanging = (signal: AbortSignal) =>
      new Promise<Outcome>((resolve) =>
        signal.addEventListener('abort', () => resolve({ status: 599, body: 'gone' })),
      );
    const queue = queueOf((_, signal) => (++answers === 1 ? hanging(signal) : Promise.resolve(ok)));
    queue.submit(event('a'));
    await tick();
    expect(queue.isIdle).toBe(false);
    queue.abortRunning();
    await queue.idle();
    expect(answers).toBe(2);
  });
});

describe('faults', () => {
  test('duplicate delivers each event so many times more', async () => {
    const { queue, seen } = noting();
    queue.setFaults({ duplicate: 2 });
    queue.submit(event('a'));
    await queue.idle();
    expect(seen).toEqual(['a', 'a', 'a']);
  });

  test('shuffle changes the order, the same way for the same seed', async () => {
    const orderOf = async (seed: number) => {
      const { queue, seen } = noting(() => ok, 1);
      queue.setFaults({ shuffle: true, seed });
      for (const letter of letters) queue.submit(event(letter));
      await queue.idle();
      return seen.join('');
    };
    const first = await orderOf(7);
    expect(first).not.toBe(letters.join(''));
    expect([...first].sort()).toEqual(letters);
    expect(await orderOf(7)).toBe(first);
    expect(await orderOf(8)).not.toBe(first);
  });

  test('drop lists what it swallowed', async () => {
    const { queue, seen } = noting();
    queue.setFaults({ drop: 0.5 });
    for (const letter of letters) queue.submit(event(letter));
    await queue.idle();
    expect(queue.dropped.length).toBeGreaterThan(0);
    expect([...seen, ...queue.dropped.map((one) => one.document)].sort()).toEqual(letters);
  });

  test('a lost acknowledgement means another delivery, never a dead event', async () => {
    const { queue, seen } = noting();
    queue.setFaults({ loseAck: 1 });
    queue.submit(event('a'));
    await queue.idle();
    expect(seen).toEqual(['a', 'a', 'a']);
    expect(queue.dead).toEqual([]);
  });

  test('hold keeps everything back until it is switched off', async () => {
    const { queue, seen } = noting();
    queue.setFaults({ hold: true });
    queue.submit(event('a'));
    await tick(5);
    expect(seen).toEqual([]);
    queue.setFaults({});
    await queue.idle();
    expect(seen).toEqual(['a']);
  });

  test('delay counts as on its way', async () => {
    const { queue, seen } = noting();
    queue.setFaults({ delayMs: 20 });
    for (const letter of letters) queue.submit(event(letter));
    expect(queue.isIdle).toBe(false);
    await queue.idle();
    expect([...seen].sort()).toEqual(letters);
  });

  test('only limits them to some triggers', async () => {
    const { queue, seen } = noting();
    queue.setFaults({ drop: 1, only: 'Other' });
    queue.submit(event('a', 'onThing'));
    queue.submit(event('b', 'onOther'));
    await queue.idle();
    expect(seen).toEqual(['a']);
  });
});
