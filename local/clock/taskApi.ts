// The part of the Cloud Tasks REST API (v2) that its client library uses, on rehearsed time.
import { randomUUID } from 'node:crypto';
import { Reply, type Call, type Route } from '../http/jsonServer.ts';
import type { Queue } from './backends.ts';
import { queueOf, type Task, type TaskStore } from './taskStore.ts';

/** Cloud Tasks refuses anything further ahead (limits.md 1.5). */
const furthestMs = 30 * 86_400_000;
const defaultDeadlineMs = 600_000;

export interface TaskClock {
  now: () => number;
  store: TaskStore;
  /** Queues of the functions, and those made through the API. */
  queue: (path: string) => Queue | null;
  addQueue: (path: string) => Queue;
  queues: () => { path: string; queue: Queue }[];
  /** Something may be due now. */
  wake: () => void;
}

type Status = 'ALREADY_EXISTS' | 'INVALID_ARGUMENT' | 'NOT_FOUND';
const codes: Record<Status, number> = { ALREADY_EXISTS: 409, INVALID_ARGUMENT: 400, NOT_FOUND: 404 };

class Refusal extends Error {
  readonly status: Status;
  constructor(status: Status, message: string) {
    super(message);
    this.status = status;
  }
}

interface HttpRequest {
  url?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface TaskBody {
  name?: string;
  scheduleTime?: string | { seconds?: string | number; nanos?: number };
  dispatchDeadline?: string | { seconds?: string | number };
  httpRequest?: HttpRequest;
}

function milliseconds(time: TaskBody['scheduleTime']): number | null {
  if (time === undefined) return null;
  const ms =
    typeof time === 'string' ? Date.parse(time) : Number(time.seconds ?? 0) * 1000 + (time.nanos ?? 0) / 1e6;
  if (Number.isNaN(ms)) throw new Refusal('INVALID_ARGUMENT', 'Invalid schedule time.');
  return ms;
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
  if (!/^[A-Za-z0-9_-]{1,500}$/.test(id))
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Task name must be formatted: "${queue}/tasks/<TASK_ID>", with letters, digits, hyphens and underscores.`,
    );
  return given;
}

function createTask(clock: TaskClock, queue: string, body: TaskBody): Task {
  if (!clock.queue(queue))
    throw new Refusal('NOT_FOUND', `Queue does not exist: ${queue}. No function of this name takes tasks.`);
  const now = clock.now();
  const name = nameFor(queue, body.name);
  const scheduled = milliseconds(body.scheduleTime) ?? now;
  if (scheduled > now + furthestMs)
    throw new Refusal(
      'INVALID_ARGUMENT',
      'The schedule time must not be more than 30 days in the future (720h).',
    );
  if (body.httpRequest?.url === undefined)
    throw new Refusal('INVALID_ARGUMENT', 'Either http_request or app_engine_http_request is required.');
  if (clock.store.isTaken(name, now))
    throw new Refusal(
      'ALREADY_EXISTS',
      `The task cannot be created because a task with this name existed too recently: ${name}`,
    );
  const { url, headers = {}, body: content = '' } = body.httpRequest;
  const task = clock.store.add({
    name,
    created: now,
    due: Math.max(scheduled, now),
    url,
    headers,
    body: content,
    deadlineMs: deadline(body.dispatchDeadline),
  });
  clock.wake();
  return task;
}

const iso = (moment: number) => new Date(moment).toISOString();

function taskJson(task: Task): object {
  return {
    name: task.name,
    createTime: iso(task.created),
    scheduleTime: iso(task.due),
    dispatchDeadline: `${task.deadlineMs / 1000}s`,
    dispatchCount: task.attempts,
    responseCount: task.responses,
    httpRequest: { url: task.url, httpMethod: 'POST', headers: task.headers, body: task.body },
    view: 'FULL',
  };
}

function queueJson(path: string, queue: Queue): object {
  const { maxAttempts, minBackoffMs, maxBackoffMs, maxDoublings } = queue.retry;
  return {
    name: path,
    state: 'RUNNING',
    rateLimits: { maxConcurrentDispatches: queue.maxConcurrent },
    retryConfig: {
      maxAttempts,
      minBackoff: `${minBackoffMs / 1000}s`,
      maxBackoff: `${maxBackoffMs / 1000}s`,
      maxDoublings,
    },
  };
}

function existing(clock: TaskClock, name: string): Task {
  const task = clock.store.get(name);
  if (!task) throw new Refusal('NOT_FOUND', `The task does not exist: ${name}`);
  return task;
}

function requireQueue(clock: TaskClock, path: string): Queue {
  const queue = clock.queue(path);
  if (!queue) throw new Refusal('NOT_FOUND', `Queue does not exist: ${path}`);
  return queue;
}

/** Answers as Google's APIs do, which the client library turns back into status codes. */
function refusing(handle: (call: Call) => unknown): (call: Call) => unknown {
  return (call) => {
    try {
      return handle(call);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const code = codes[error.status];
      return new Reply(code, { error: { code, message: error.message, status: error.status } });
    }
  };
}

const location = String.raw`(projects/[^/]+/locations/[^/]+)`;
const queue = String.raw`(projects/[^/]+/locations/[^/]+/queues/[^/:]+)`;
const task = String.raw`(projects/[^/]+/locations/[^/]+/queues/[^/]+/tasks/[^/:]+)`;

export function taskRoutes(clock: TaskClock): Route[] {
  const route = (method: string, path: string, handle: (call: Call, name: string) => unknown): Route => ({
    method,
    path: new RegExp(`^/v2/${path}$`),
    handle: refusing((call) => handle(call, call.params[0] ?? '')),
  });
  return [
    route('POST', `${queue}/tasks`, ({ json }, path) =>
      taskJson(createTask(clock, path, (json() as { task?: TaskBody }).task ?? {})),
    ),
    route('GET', `${queue}/tasks`, (_, path) => {
      requireQueue(clock, path);
      return {
        tasks: clock.store
          .byDue()
          .filter((one) => queueOf(one) === path)
          .map(taskJson),
      };
    }),
    route('GET', task, (_, name) => taskJson(existing(clock, name))),
    route('DELETE', task, (_, name) => void clock.store.remove(existing(clock, name).name, clock.now())),
    route('POST', `${task}:run`, (_, name) => {
      const forced = existing(clock, name);
      clock.store.reschedule(forced, Math.min(forced.due, clock.now()));
      clock.wake();
      return taskJson(forced);
    }),
    route('POST', `${location}/queues`, ({ json }) => {
      const path = (json() as { name?: string }).name ?? '';
      return queueJson(path, clock.addQueue(path));
    }),
    route('GET', `${location}/queues`, (_, place) => ({
      queues: clock
        .queues()
        .filter(({ path }) => path.startsWith(`${place}/`))
        .map(({ path, queue: one }) => queueJson(path, one)),
    })),
    route('GET', queue, (_, path) => queueJson(path, requireQueue(clock, path))),
  ];
}
