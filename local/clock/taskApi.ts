// The part of the Cloud Tasks REST API (v2) that its client library uses, on rehearsed time.
import { Reply, type Call, type Route } from '../http/jsonServer.ts';
import type { Queue } from './backends.ts';
import { codes, createTask, Refusal, type TaskBody, type TaskWorld } from './createTask.ts';
import { queueOf, type Task } from './taskStore.ts';

export interface TaskClock extends TaskWorld {
  /** Something may be due now. */
  wake: () => void;
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

function queueJson(path: string, { retry, maxConcurrent }: Queue): object {
  const { maxAttempts, minBackoffMs, maxBackoffMs, maxDoublings } = retry;
  return {
    name: path,
    state: 'RUNNING',
    rateLimits: { maxConcurrentDispatches: maxConcurrent },
    retryConfig: {
      maxAttempts,
      minBackoff: `${minBackoffMs / 1000}s`,
      maxBackoff: `${maxBackoffMs / 1000}s`,
      maxDoublings,
    },
  };
}

function taskAt({ store }: TaskWorld, name: string): Task {
  const task = store.get(name);
  if (!task) throw new Refusal('NOT_FOUND', `The task does not exist: ${name}`);
  return task;
}

function queueAt({ queues }: TaskWorld, path: string): Queue {
  const queue = queues.get(path);
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

const route = (method: string, path: string, handle: (call: Call, name: string) => unknown): Route => ({
  method,
  path: new RegExp(`^/v2/${path}$`),
  handle: refusing((call) => handle(call, call.params[0] ?? '')),
});

function taskRoutesOf(clock: TaskClock): Route[] {
  const { store } = clock;
  return [
    route('POST', `${queue}/tasks`, ({ json }, path) => {
      const made = createTask(clock, path, (json() as { task?: TaskBody }).task ?? {});
      clock.wake();
      return taskJson(made);
    }),
    route('GET', `${queue}/tasks`, (_, path) => {
      queueAt(clock, path);
      const listed = store.byDue().filter((one) => queueOf(one) === path);
      return { tasks: listed.map(taskJson) };
    }),
    route('GET', task, (_, name) => taskJson(taskAt(clock, name))),
    route('DELETE', task, (_, name) => void store.remove(taskAt(clock, name).name, clock.now())),
    route('POST', `${task}:run`, (_, name) => {
      const forced = taskAt(clock, name);
      store.reschedule(forced, Math.min(forced.due, clock.now()));
      clock.wake();
      return taskJson(forced);
    }),
  ];
}

function queueRoutesOf(clock: TaskClock): Route[] {
  const { queues } = clock;
  return [
    route('POST', `${location}/queues`, ({ json }) => {
      const path = (json() as { name?: string }).name ?? '';
      return queueJson(path, queues.create(path));
    }),
    route('GET', `${location}/queues`, (_, place) => ({
      queues: queues
        .list()
        .filter(({ path }) => path.startsWith(`${place}/`))
        .map(({ path, queue: one }) => queueJson(path, one)),
    })),
    route('GET', queue, (_, path) => queueJson(path, queueAt(clock, path))),
  ];
}

export function taskRoutes(clock: TaskClock): Route[] {
  return [...taskRoutesOf(clock), ...queueRoutesOf(clock)];
}
