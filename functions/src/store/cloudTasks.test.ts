// Cloud Tasks as the REST fallback of its client meets it: what is asked for, and which answers are no failure.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { atTime } from '../domain/civilDate.ts';
import type { Tasks } from '../handlers/ports.ts';
import { cloudTasks, forgetClient } from './cloudTasks.ts';

interface Asked {
  url: string;
  body: { name: string; scheduleTime: string; httpRequest: { url: string; body: string } };
}
let server: Server | null = null;
afterEach(() => {
  server?.close();
  forgetClient();
});

async function answering(status: number, body: object): Promise<{ tasks: Tasks; asked: Asked[] }> {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { task } = JSON.parse(Buffer.concat(chunks).toString()) as { task: Asked['body'] };
      asked.push({ url: request.url ?? '', body: task });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const local = `http://127.0.0.1:${port}`;
  return {
    tasks: cloudTasks({ project: 'demo-x', region: 'asia-southeast1', local, caller: '', version: '1' }),
    asked,
  };
}

const payload = { org: 'o', month: '2026-04', unit: 'u' };
const at = atTime('2026-04-24', '23:50');
const error = (code: number, status: string) => ({ error: { code, status, message: status } });

describe('enqueue', () => {
  it('asks for a call by name, at a time, with the payload as data', async () => {
    const { tasks, asked } = await answering(200, { name: 'x' });
    await tasks.enqueue('rebuildUnit', 'o/u/2026-04/1', payload, at);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toContain('/v2/projects/demo-x/locations/asia-southeast1/queues/rebuildUnit/tasks');
    expect(asked[0]?.body.name).toMatch(/queues\/rebuildUnit\/tasks\/[0-9a-f]{64}$/);
    expect(asked[0]?.body.scheduleTime).toBe('2026-04-24T16:50:00.000Z');
    const body: unknown = JSON.parse(Buffer.from(asked[0]?.body.httpRequest.body ?? '', 'base64').toString());
    expect(body).toEqual({ data: payload });
  });

  it('gives the same act the same name, and another act another', async () => {
    const { tasks, asked } = await answering(200, { name: 'x' });
    for (const key of ['a', 'a', 'b']) await tasks.enqueue('rebuildUnit', key, payload, at);
    const [first, again, other] = asked.map(({ body }) => body.name);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('takes "already exists" for done: the REST fallback says 409 where gRPC says 6', async () => {
    const { tasks, asked } = await answering(409, error(409, 'ALREADY_EXISTS'));
    await expect(tasks.enqueue('rebuildUnit', 'a', payload, at)).resolves.toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it.each([
    [400, 'INVALID_ARGUMENT'],
    [403, 'PERMISSION_DENIED'],
  ])('fails on %i %s, so that the handler is called again', async (code, status) => {
    const { tasks } = await answering(code, error(code, status));
    await expect(tasks.enqueue('rebuildUnit', 'a', payload, at)).rejects.toThrow(status);
  });
});
