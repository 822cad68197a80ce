// The Cloud Tasks API through Google's own client, in rehearsed time.
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { CloudTasksClient } from '../../functions/node_modules/@google-cloud/tasks/build/esm/src/index.js';
import { parseMoment } from '../../local/clock/localTime.ts';
import { connectSuite } from '../../local/suite.ts';
import { documentsOf } from './documents.ts';

const suite = connectSuite(inject('suite'));
const documents = documentsOf(suite);
const client = new CloudTasksClient({
  apiEndpoint: '127.0.0.1',
  port: suite.ports.clock,
  protocol: 'http',
  fallback: true,
  apiKey: 'local',
});
const parent = client.queuePath(suite.project, suite.region, 'remind');
const nameOf = (id: string) => `${parent}/tasks/${id}`;

interface Wish {
  at?: string;
  id?: string;
  data?: object;
  queue?: string;
}

async function create({ at, id, data = {}, queue = parent }: Wish) {
  const ms = at === undefined ? null : parseMoment(at);
  const [task] = await client.createTask({
    parent: queue,
    task: {
      ...(id === undefined ? {} : { name: nameOf(id) }),
      ...(ms === null ? {} : { scheduleTime: { seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1e6 } }),
      httpRequest: {
        httpMethod: 'POST',
        url: 'https://example.test/remind',
        headers: { 'Content-Type': 'application/json' },
        body: Buffer.from(JSON.stringify({ data })).toString('base64'),
      },
    },
  });
  return task;
}

/** Over REST the client passes the status of HTTP on, where gRPC would give 6, 3 and 5. */
const refusal = { exists: 409, invalid: 400, absent: 404 };

beforeEach(async () => {
  await suite.resetData();
  await suite.clock.set('2026-04-01T08:00');
});

describe('the API', () => {
  test('makes, tells, lists and deletes', async () => {
    const task = await create({ id: 'one', at: '2026-04-02T08:00' });
    expect(task.name).toBe(nameOf('one'));
    const [told] = await client.getTask({ name: nameOf('one') });
    expect(Number(told.scheduleTime?.seconds) * 1000).toBe(parseMoment('2026-04-02T08:00'));
    await create({ at: '2026-04-01T20:00' });
    const [listed] = await client.listTasks({ parent });
    expect(listed.map((one) => one.name?.length)).toEqual([
      nameOf('x'.repeat(32)).length,
      nameOf('one').length,
    ]);
    await client.deleteTask({ name: nameOf('one') });
    await expect(client.getTask({ name: nameOf('one') })).rejects.toMatchObject({ code: refusal.absent });
    const [queue] = await client.getQueue({ name: parent });
    expect(queue.retryConfig?.maxAttempts).toBe(3);
  });

  test('refuses a name in use', async () => {
    await create({ id: 'one', at: '2026-04-02' });
    await expect(create({ id: 'one', at: '2026-04-03' })).rejects.toMatchObject({ code: refusal.exists });
  });

  test('refuses a name for 24 rehearsed hours after its task, and takes it then', async () => {
    await create({ id: 'done' });
    await create({ id: 'deleted', at: '2026-04-20' });
    await client.deleteTask({ name: nameOf('deleted') });
    await suite.settle();
    for (const id of ['done', 'deleted'])
      await expect(create({ id })).rejects.toMatchObject({ code: refusal.exists });
    await suite.clock.advance('PT23H');
    for (const id of ['done', 'deleted'])
      await expect(create({ id })).rejects.toMatchObject({ code: refusal.exists });
    await suite.clock.advance('PT2H');
    for (const id of ['done', 'deleted']) expect((await create({ id })).name).toBe(nameOf(id));
  });

  test('refuses more than 30 days ahead, counted from rehearsed time', async () => {
    await create({ at: '2026-05-01T07:59' });
    await expect(create({ at: '2026-05-01T08:01' })).rejects.toMatchObject({ code: refusal.invalid });
  });

  test('refuses a queue that no function has, and a name of another form', async () => {
    const queue = client.queuePath(suite.project, suite.region, 'nobody');
    await expect(create({ queue })).rejects.toMatchObject({ code: refusal.absent });
    await expect(create({ id: 'with space' })).rejects.toMatchObject({ code: refusal.invalid });
  });
});

describe('delivery', () => {
  test('comes at the due moment, with what Cloud Tasks tells', async () => {
    await create({ id: 'later', at: '2026-04-01T10:00', data: { thing: 'x' } });
    await suite.clock.advance('1h');
    expect(await documents.trace('task')).toEqual([]);
    await suite.clock.runUntil('2026-04-01T12:00');
    const [told] = await documents.trace('task');
    const due = parseMoment('2026-04-01T10:00');
    expect(told).toMatchObject({
      id: 'later',
      queueName: 'remind',
      retryCount: 0,
      executionCount: 0,
      scheduledTime: String(due / 1000),
    });
    expect(Date.parse(told?.now ?? '') - due).toBeLessThan(5000);
    // The event of the document that the task wrote was handled before time went on.
    expect(await documents.get('echoes/x')).toEqual({ n: 1 });
  });

  test('of a task that is due now belongs to settling', async () => {
    await create({ data: { thing: 'now', slowMs: 300 } });
    await suite.settle();
    expect(await documents.get('echoes/now')).toEqual({ n: 1 });
  });

  test('comes again with back-off in rehearsed time', async () => {
    await create({ id: 'twice', at: '2026-04-01T09:00', data: { fail: 2 } });
    await suite.clock.advance('2h');
    const told = await documents.trace('task');
    expect(told.map((one) => one.retryCount)).toEqual([0, 1, 2]);
    const minutes = told.map((one) =>
      Math.round((Date.parse(one.now) - parseMoment('2026-04-01T09:00')) / 60_000),
    );
    expect(minutes).toEqual([0, 1, 3]);
    expect((await client.listTasks({ parent }))[0]).toEqual([]);
  });

  test('goes in order of time, and time stops at the first task that fails for good', async () => {
    await create({ id: 'third', at: '2026-04-01T11:00' });
    await create({ id: 'first', at: '2026-04-01T09:00' });
    await create({ id: 'second', at: '2026-04-01T10:00', data: { fail: 'always' } });
    await expect(suite.clock.runUntil('2026-04-02')).rejects.toThrow(
      /task remind .*second\) due 01\/04\/2026 10:0\d:\d\d failed 3 times: 500 .*the task fails as asked/,
    );
    expect((await documents.trace('task')).map((one) => one.id)).toEqual([
      'first',
      'second',
      'second',
      'second',
    ]);
    const { now } = await suite.clock.now();
    expect(Date.parse(now)).toBeLessThan(parseMoment('2026-04-01T10:10'));
    await suite.clock.runUntil('2026-04-02');
    expect((await documents.trace('task')).at(-1)).toMatchObject({ id: 'third' });
  });

  test('of many at one moment is in parallel', async () => {
    for (let n = 0; n < 6; n++) await create({ at: '2026-04-01T09:00', data: { slowMs: 400 } });
    const began = Date.now();
    const { fired } = await suite.clock.runUntil('2026-04-01T10:00');
    const elapsed = Date.now() - began;
    expect(fired).toHaveLength(6);
    expect(fired.reduce((sum, one) => sum + one.ms, 0)).toBeGreaterThan(elapsed * 1.1);
  });

  test('survives kill -9 in the middle', async () => {
    await create({ id: 'killed', at: '2026-04-01T09:00', data: { slowMs: 1500 } });
    const move = suite.clock.advance('2h');
    while ((await documents.trace('task')).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await suite.killFunctions();
    await move;
    expect((await documents.trace('task')).map((one) => one.retryCount)).toEqual([0, 1]);
  });
});
