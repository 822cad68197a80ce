// Cloud Tasks through its own client, loaded only where a task is made: the module costs 0.3 s and 43 MB (limits.md 3.2).
import { createHash } from 'node:crypto';
import type { CloudTasksClient } from '@google-cloud/tasks';
import type { Moment } from '../domain/moment.ts';
import type { TaskFunction, TaskPayloads, Tasks } from '../handlers/ports.ts';

export interface TaskSettings {
  project: string;
  region: string;
  /** Address of the local Cloud Tasks service, null in production. */
  local: string | null;
  /** Service account that signs the calls in production. */
  caller: string;
  /** Part of every name: raise it when the meaning of a task changes, so that old names don't swallow new tasks. */
  version: string;
}

/** ALREADY_EXISTS as gRPC says it, and as the client's REST fallback does: it passes the HTTP status on. */
const alreadyExists = new Set<unknown>([6, 409]);

/** Names are hashes: sequential prefixes raise latency and errors (limits.md 1.5). */
export const taskName = (version: string, fn: string, key: string) =>
  createHash('sha256').update(`${version}/${fn}/${key}`).digest('hex');

let client: Promise<CloudTasksClient> | null = null;

/** For tests, whose server has another address each time. */
export function forgetClient(): void {
  client = null;
}

async function clientOf(local: string | null): Promise<CloudTasksClient> {
  const { CloudTasksClient } = await import('@google-cloud/tasks');
  if (local === null) return new CloudTasksClient();
  const { hostname, port } = new URL(local);
  return new CloudTasksClient({
    apiEndpoint: hostname,
    port: Number(port),
    protocol: 'http',
    fallback: true,
    apiKey: 'local',
  });
}

export function cloudTasks(settings: TaskSettings): Tasks {
  const { project, region, local, caller, version } = settings;
  return {
    async enqueue<F extends TaskFunction>(
      fn: F,
      key: string,
      payload: TaskPayloads[F],
      at: Moment,
    ): Promise<void> {
      client ??= clientOf(local);
      const tasks = await client;
      const url = `https://${region}-${project}.cloudfunctions.net/${fn}`;
      const serviceAccountEmail = caller || `${project}@appspot.gserviceaccount.com`;
      const parent = tasks.queuePath(project, region, fn);
      const ms = Date.parse(at);
      try {
        await tasks.createTask({
          parent,
          task: {
            name: `${parent}/tasks/${taskName(version, fn, key)}`,
            scheduleTime: { seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1e6 },
            httpRequest: {
              httpMethod: 'POST',
              url,
              headers: { 'Content-Type': 'application/json' },
              body: Buffer.from(JSON.stringify({ data: payload })).toString('base64'),
              ...(local === null ? { oidcToken: { serviceAccountEmail, audience: url } } : {}),
            },
          },
        });
      } catch (error) {
        // Asked for already: that is what the name is for.
        if (!alreadyExists.has((error as { code?: unknown }).code)) throw error;
      }
    },
  };
}
