// Fires what is due: tasks in parallel, schedules one by one, each again with back-off where it fails.
import type { Posted } from '../http/post.ts';
import type { Queue, RetryConfig, Schedule } from './backends.ts';
import { DueLog, type Due } from './dueLog.ts';
import { backoffMs, givesUp } from './retry.ts';
import { ScheduleBook, type ScheduleRun } from './scheduleBook.ts';
import { queueOf, type Task, type TaskStore } from './taskStore.ts';

export interface DueWorkOptions {
  store: TaskStore;
  now: () => number;
  queueAt: (path: string) => Queue | null;
  parallel: number;
  deliverTask: (task: Task, queue: Queue, signal: AbortSignal) => Promise<Posted>;
  deliverSchedule: (schedule: Schedule, at: number, signal: AbortSignal) => Promise<Posted>;
}

interface Attempted {
  attempts: number;
  firstAttempt: number | null;
}

type Answer = Posted & { ms: number };

/** A retry within this counts as part of the present; for a later one the clock has to move. */
const soonMs = 2000;
/** setTimeout takes no more, and an early look costs nothing. */
const longestTimer = 2 ** 31 - 1;
/** Its place among what runs; a task's is its name. */
const scheduleSlot = 'schedule';

export class DueWork {
  readonly log = new DueLog();
  readonly book = new ScheduleBook();
  /** Deliveries so far, to see whether anything was fired in between. */
  fired = 0;
  /** Schedules wait until something happened in this organisation, so that a fresh clock can be set anywhere. */
  armed = false;
  readonly #options: DueWorkOptions;
  readonly #running = new Map<string, { queue: string | null; controller: AbortController }>();
  /** While the clock is being moved: fire nothing that is due later than this. */
  #horizon: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #waiters: (() => void)[] = [];
  #open = false;

  constructor(options: DueWorkOptions) {
    this.#options = options;
  }

  /** Begins to fire by itself as time runs. */
  start(): void {
    this.#open = true;
    this.wake();
  }

  stop(): void {
    this.#open = false;
    clearTimeout(this.#timer);
    this.abortRunning();
  }

  setHorizon(horizon: number | null): void {
    this.#horizon = horizon;
    this.wake();
  }

  /** Looks whether something can be fired now; to be called after whatever may have changed that. */
  wake(): void {
    clearTimeout(this.#timer);
    if (!this.#open) return;
    if (this.armed) this.book.bringIn(this.#limit());
    for (let fire = this.#startable(); fire; fire = this.#startable()) fire();
    if (this.isIdle) {
      const waiters = this.#waiters;
      this.#waiters = [];
      for (const done of waiters) done();
    }
    this.#setTimer();
  }

  /** True iff nothing that may be fired is waiting or running, nor waits for another attempt very soon. */
  get isIdle(): boolean {
    if (this.#running.size > 0) return false;
    const limit = this.#limit();
    const soon = this.#horizon === null ? limit + soonMs : limit;
    const waits = (item: { due: number; attempts: number }) => item.due <= (item.attempts > 0 ? soon : limit);
    return !this.#options.store.byDue().some(waits) && !this.book.runs.some(waits);
  }

  idle(): Promise<void> {
    return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** What comes next, in order of time. */
  upcoming(): Due[] {
    const tasks = this.#options.store.byDue().map((task) => this.#dueTask(task));
    const runs = this.book.runs.map((run) => dueRun(run, run.due));
    const schedules = this.book
      .upcoming()
      .map(({ name, due }): Due => ({ kind: 'schedule', name, task: null, due }));
    return [...tasks, ...runs, ...schedules].sort((a, b) => a.due - b.due);
  }

  /** Their processes are known to be gone, and the emulator may never answer. */
  abortRunning(): void {
    for (const { controller } of this.#running.values()) controller.abort();
  }

  #limit(): number {
    return this.#horizon ?? this.#options.now();
  }

  #dueTask(task: Task): Due {
    const queue = queueOf(task);
    return {
      kind: 'task',
      name: this.#options.queueAt(queue)?.name ?? queue,
      task: task.name,
      due: task.due,
    };
  }

  /** Begins the next delivery that the limits of parallelism allow; null when there is none. */
  #startable(): (() => void) | null {
    const { parallel, store } = this.#options;
    if (this.#running.size >= parallel) return null;
    const limit = this.#limit();
    const mayRun = (one: Task) => one.due <= limit && !this.#running.has(one.name) && this.#queueHasRoom(one);
    const task = store.byDue().find(mayRun);
    const run = this.#running.has(scheduleSlot) ? undefined : this.book.runs.find((one) => one.due <= limit);
    if (task && !(run && run.due < task.due)) return () => void this.#fireTask(task);
    return run ? () => void this.#fireSchedule(run) : null;
  }

  #queueHasRoom(task: Task): boolean {
    const path = queueOf(task);
    const limit = Math.min(
      this.#options.queueAt(path)?.maxConcurrent ?? 1,
      Math.ceil(this.#options.parallel / 2),
    );
    return [...this.#running.values()].filter(({ queue }) => queue === path).length < limit;
  }

  async #fireTask(task: Task): Promise<void> {
    const { store, now, queueAt, deliverTask } = this.#options;
    const queue = queueAt(queueOf(task));
    const due = this.#dueTask(task);
    task.firstAttempt ??= now();
    const answer = await this.#deliver(task.name, queueOf(task), (signal) =>
      queue ? deliverTask(task, queue, signal) : Promise.resolve({ status: 404, body: 'The queue is gone.' }),
    );
    task.attempts++;
    task.lastStatus = answer.status;
    if (answer.status < 500) task.responses++;
    const again = this.#conclude(due, task, answer, queue?.retry ?? null);
    if (again === null) store.remove(task.name, now());
    else store.reschedule(task, again);
    this.wake();
  }

  async #fireSchedule(run: ScheduleRun): Promise<void> {
    const { now, deliverSchedule } = this.#options;
    const schedule = this.book.get(run.schedule);
    run.firstAttempt ??= now();
    const answer = await this.#deliver(scheduleSlot, null, (signal) =>
      schedule
        ? deliverSchedule(schedule, run.at, signal)
        : Promise.resolve({ status: 404, body: 'The schedule is gone.' }),
    );
    run.attempts++;
    const again = this.#conclude(dueRun(run, run.at), run, answer, schedule?.retry ?? null);
    if (again === null) this.book.remove(run);
    else this.book.reschedule(run, again);
    this.wake();
  }

  async #deliver(
    key: string,
    queue: string | null,
    send: (signal: AbortSignal) => Promise<Posted>,
  ): Promise<Answer> {
    const controller = new AbortController();
    this.#running.set(key, { queue, controller });
    this.fired++;
    const began = performance.now();
    const answer = await send(controller.signal);
    this.#running.delete(key);
    return { ...answer, ms: performance.now() - began };
  }

  /** Notes the answer; returns when to try again, null when it is done or given up. */
  #conclude(
    due: Due,
    { attempts, firstAttempt }: Attempted,
    answer: Answer,
    retry: RetryConfig | null,
  ): number | null {
    const { status, body, ms } = answer;
    this.log.add({ ...due, attempt: attempts, status, ms });
    if (status < 300) return null;
    const now = this.#options.now();
    if (retry && !givesUp(retry, attempts, now - (firstAttempt ?? now)))
      return now + backoffMs(retry, attempts);
    this.log.fail({ ...due, attempts, status, error: body });
    return null;
  }

  #setTimer(): void {
    if (this.#horizon !== null) return;
    const now = this.#options.now();
    const next = this.upcoming().find((item) => item.due > now);
    if (next)
      this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(next.due - now, 1), longestTimer));
  }
}

function dueRun({ schedule }: ScheduleRun, due: number): Due {
  return { kind: 'schedule', name: schedule, task: null, due };
}
