// Makes a task of what the Cloud Tasks API is given, or refuses it as Cloud Tasks would.
import { randomUUID } from 'node:crypto';
import type { QueueBook } from './queueBook.ts';
import type { Task, TaskStore } from './taskStore.ts';

/** Cloud Tasks refuses anything further ahead (limits.md 1.5). */
const furthestMs = 30 * 86_400_000;
const defaultDeadlineMs = 600_000;

export const codes = { ALREADY_EXISTS: 409, INVALID_ARGUMENT: 400, NOT_FOUND: 404 } as const;

export class Refusal extends Error {
  readonly status: keyof typeof codes;
  constructor(status: keyof typeof codes, message: string) {
    super(message);
    this.status = status;
  }
}

interface Seconds {
  seconds?: string | number;
  nanos?: number;
}

export interface TaskBody {
  name?: string;
  scheduleTime?: string | Seconds;
  dispatchDeadline?: string | Seconds;
  httpRequest?: { url?: string; headers?: Record<string, string>; body?: string };
}

export interface TaskWorld {
  store: TaskStore;
  queues: QueueBook;
  now: () => number;
}

function scheduled(time: TaskBody['scheduleTime'], now: number): number {
  if (time === undefined) return now;
  const ms =
    typeof time === 'string' ? Date.parse(time) : Number(time.seconds ?? 0) * 1000 + (time.nanos ?? 0) / 1e6;
  if (Number.isNaN(ms)) throw new Refusal('INVALID_ARGUMENT', 'Invalid schedule time.');
  if (ms > now + furthestMs)
    throw new Refusal(
      'INVALID_ARGUMENT',
      'The schedule time must not be more than 30 days in the future (720h).',
    );
  return Math.max(ms, now);
}

function deadline(value: TaskBody['dispatchDeadline']): number {
  if (value === undefined) return defaultDeadlineMs;
  const seconds = typeof value === 'string' ? Number.parseFloat(value) : Number(value.seconds ?? 0);
  if (!(seconds >= 15 && seconds <= 1800))
    throw new Refusal('INVALID_ARGUMENT', 'The dispatch deadline must be within [15s, 30m].');
  return seconds * 1000;
}

function nameFor(queue: string, given: string | undefined): string {
  if (given === undefined || given === '') return `${queue}/tasks/${randomUUID().replaceAll('-', '')}`;
  const id = given.startsWith(`${queue}/tasks/`) ? given.slice(queue.length + '/tasks/'.length) : '';
  if (/^[A-Za-z0-9_-]{1,500}$/.test(id)) return given;
  throw new Refusal(
    'INVALID_ARGUMENT',
    `Task name must be formatted: "${queue}/tasks/<TASK_ID>", with letters, digits, hyphens and underscores.`,
  );
}

export function createTask({ store, queues, now: clock }: TaskWorld, queue: string, body: TaskBody): Task {
  if (!queues.get(queue))
    throw new Refusal('NOT_FOUND', `Queue does not exist: ${queue}. No function of this name takes tasks.`);
  const now = clock();
  const name = nameFor(queue, body.name);
  const due = scheduled(body.scheduleTime, now);
  const { url, headers = {}, body: content = '' } = body.httpRequest ?? {};
  if (url === undefined)
    throw new Refusal('INVALID_ARGUMENT', 'Either http_request or app_engine_http_request is required.');
  if (store.isTaken(name, now))
    throw new Refusal(
      'ALREADY_EXISTS',
      `The task cannot be created because a task with this name existed too recently: ${name}`,
    );
  return store.add({
    name,
    created: now,
    due,
    url,
    headers,
    body: content,
    deadlineMs: deadline(body.dispatchDeadline),
  });
}
