// Data over restarts: documents, accounts, files, and the clock with its tasks and the names they used.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { callJson } from '../../local/http/callJson.ts';
import { startSuite, type Suite } from '../../local/suite.ts';
import { documentsOf } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = join(import.meta.dirname, 'fixture');
const start = () =>
  startSuite({
    only: ['auth', 'firestore', 'functions', 'storage'],
    functionsDir: join(fixture, 'functions'),
    storageRules: join(fixture, 'storage.rules'),
    dataDir: join(folder, 'data'),
  });

const account = { email: 'an@example.test', password: 'mat-khau', returnSecureToken: true };
const auth = (suite: Suite, what: string) =>
  callJson(
    'POST',
    `http://127.0.0.1:${suite.ports.auth}/identitytoolkit.googleapis.com/v1/accounts:${what}?key=local`,
    account,
  );

const files = (suite: Suite, query: string) =>
  `http://127.0.0.1:${suite.ports.storage}${query.replace('BUCKET', `${suite.project}.appspot.com`)}`;

async function createTask(suite: Suite, id: string, scheduleTime: string): Promise<void> {
  const queue = `projects/${suite.project}/locations/${suite.region}/queues/remind`;
  const body = Buffer.from(JSON.stringify({ data: { from: id } })).toString('base64');
  const task = {
    name: `${queue}/tasks/${id}`,
    scheduleTime,
    httpRequest: { url: 'https://example.test/', httpMethod: 'POST', body },
  };
  const response = await fetch(`${suite.clock.url}/v2/${queue}/tasks`, {
    method: 'POST',
    body: JSON.stringify({ task }),
  });
  if (!response.ok) throw new Error(await response.text());
}

test('a restart goes on where the last run ended', { timeout: 240_000 }, async () => {
  const first = await start();
  try {
    expect(first.resumed).toBe(false);
    await first.clock.set('2026-04-20T08:00');
    await auth(first, 'signUp');
    await fetch(files(first, '/upload/storage/v1/b/BUCKET/o?uploadType=media&name=kept.txt'), {
      method: 'POST',
      headers: { authorization: 'Bearer owner' },
      body: 'kept',
    });
    await documentsOf(first).set('things/a', { n: 1 });
    await createTask(first, 'ran', '2026-04-20T02:00:00Z');
    await first.clock.runUntil('2026-04-20T12:00');
    await createTask(first, 'waits', '2026-04-22T02:00:00Z');
    await documentsOf(first).set('things/last', { n: 9, slowMs: 200 });
  } finally {
    await first.stop();
  }

  const second = await start();
  try {
    expect(second.resumed).toBe(true);
    const documents = documentsOf(second);
    expect(await documents.get('echoes/a')).toEqual({ n: 1 });
    // Its event was on its way when the stop came.
    expect(await documents.get('echoes/last')).toEqual({ n: 9 });
    await auth(second, 'signInWithPassword');
    const file = await fetch(files(second, '/download/storage/v1/b/BUCKET/o/kept.txt?alt=media'), {
      headers: { authorization: 'Bearer owner' },
    });
    expect(await file.text()).toBe('kept');
    expect((await second.clock.history()).length).toBeGreaterThan(2);
    expect((await second.clock.now()).now).toMatch(/^2026-04-20T05:/);
    await expect(createTask(second, 'ran', '2026-04-20T06:00:00Z')).rejects.toThrow(/ALREADY_EXISTS/);
    await second.clock.runUntil('2026-04-22T12:00');
    expect((await documents.trace('task')).map((one) => one.id)).toEqual(['ran', 'waits']);
    const mornings = (await documents.trace('schedule')).filter((one) => one.name === 'everyMorning');
    expect(mornings.map((one) => one.scheduleTime)).toEqual([
      '2026-04-20T23:00:00.000Z',
      '2026-04-21T23:00:00.000Z',
    ]);
  } finally {
    await second.stop();
  }
});
