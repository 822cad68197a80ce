// Events on the real emulator: parallel, again after a failure, with faults on request, and settled without sleeping.
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { connectSuite } from '../../local/suite.ts';
import { documentsOf } from './documents.ts';

const suite = connectSuite(inject('suite'));
const documents = documentsOf(suite);

beforeEach(() => suite.resetData());

const ids = Array.from({ length: 8 }, (_, index) => `t${index}`);
const writeAll = () => Promise.all(ids.map((id, n) => documents.set(`things/${id}`, { n })));

describe('settling', () => {
  test('waits for a chain of events, each written by the one before', async () => {
    await documents.set('links/x', { left: 6 });
    await suite.settle();
    expect(await documents.get('links/x-5-4-3-2-1-0')).toEqual({ left: 0 });
  });

  test('again and again never resolves too early', async () => {
    for (let round = 1; round <= 15; round++) {
      await documents.set('things/a', { n: round });
      await suite.settle();
      expect(await documents.get('echoes/a')).toEqual({ n: round });
    }
  });

  test('leaves no marker behind', async () => {
    await suite.settle();
    expect(await documents.trace('thing')).toEqual([]);
    const response = await fetch(
      `http://127.0.0.1:${suite.ports.firestore}/v1/projects/${suite.project}/databases/(default)/documents:listCollectionIds`,
      { method: 'POST', headers: { authorization: 'Bearer owner' } },
    );
    expect(await response.json()).toEqual({});
  });

  test('rejects once for a dead event, with its function and its error', async () => {
    await documents.set('things/bad', { n: 1, fail: 'always' });
    await documents.set('things/good', { n: 2 });
    await expect(suite.settle()).rejects.toThrow(
      /onThingWritten.* failed 3 times on things\/bad: 500 Error: thing bad always fails/,
    );
    expect(await documents.get('echoes/good')).toEqual({ n: 2 });
    await suite.settle();
    expect(await suite.relay.dead()).toMatchObject([{ document: 'things/bad', attempts: 3, reported: true }]);
    await suite.relay.clearDead();
    expect(await suite.relay.dead()).toEqual([]);
  });

  test('refuses while events are held back', async () => {
    await suite.relay.setFaults({ hold: true });
    await documents.set('things/a', { n: 1 });
    await expect(suite.settle()).rejects.toThrow(/holds events back/);
    await suite.relay.setFaults({});
    await suite.settle();
    expect(await documents.get('echoes/a')).toEqual({ n: 1 });
  });
});

describe('delivery', () => {
  test('happens again after a failure, until it succeeds', async () => {
    await documents.set('things/a', { n: 5, fail: 1 });
    await suite.settle();
    expect(await documents.get('echoes/a')).toEqual({ n: 5 });
    expect(await documents.trace('thing')).toHaveLength(2);
  });

  test('is in parallel: slow events do not wait for each other', async () => {
    await writeAll();
    await suite.settle(); // both processes are warm
    const began = Date.now();
    await Promise.all(['a', 'b'].map((id) => documents.set(`things/${id}`, { n: 1, slowMs: 1000 })));
    await suite.settle();
    expect(Date.now() - began).toBeLessThan(1900);
  });

  test('duplicates and a shuffled order come with the same event id', async () => {
    await suite.relay.setFaults({ duplicate: 2, shuffle: true, delayMs: 20 });
    await writeAll();
    await suite.settle();
    const traces = await documents.trace('thing');
    expect(traces).toHaveLength(ids.length * 3);
    expect(new Set(traces.map((one) => one.event)).size).toBe(ids.length);
    for (const [n, id] of ids.entries()) expect(await documents.get(`echoes/${id}`)).toEqual({ n });
  });

  test('what is dropped is listed, and never arrives', async () => {
    await suite.relay.setFaults({ drop: 0.5, seed: 3 });
    await writeAll();
    await suite.settle();
    const dropped = (await suite.relay.dropped()).map((one) => one.document.replace('things/', ''));
    expect(dropped.length).toBeGreaterThan(0);
    for (const id of ids) expect((await documents.get(`echoes/${id}`)) === null).toBe(dropped.includes(id));
  });

  test('survives kill -9 of every function in the middle', async () => {
    await documents.set('things/slow', { n: 7, slowMs: 1500 });
    while ((await documents.trace('thing')).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await suite.killFunctions()).toBeGreaterThan(0);
    await suite.settle();
    expect(await documents.get('echoes/slow')).toEqual({ n: 7 });
    const pids = (await documents.trace('thing')).map((one) => one.pid);
    expect(new Set(pids).size).toBe(2);
  });
});
