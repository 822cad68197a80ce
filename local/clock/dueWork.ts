// Fires what is due: tasks in parallel, schedules one by one, each again with back-off where it fails.
import type { Posted } from '../http/post.ts';
import type { Queue, RetryConfig, Schedule } from './backends.ts';
import { timetable, type Timetable } from './cron.ts';
import { backoffMs, givesUp } from './retry.ts';
import { queueOf, type Task, type TaskStore } from './taskStore.ts';

/** One occurrence of a schedule that is due, or due again. */
export interface ScheduleRun {
  schedule: string;
  /** The moment that its timetable names; the same for every attempt. */
  at: number;
  due: number;
  attempts: number;
  firstAttempt: number | null;
}

export interface Fired {
  kind: 'task' | 'schedule';
  /** The function. */
  name: string;
  /** The task's own id; null for a schedule. */
  task: string | null;
  due: number;
  attempt: number;
  status: number;
  ms: number;
}

export interface Failure {
  kind: Fired['kind'];
  name: string;
  task: string | null;
  due: number;
  attempts: number;
  status: number;
  error: string;
  /** A settle() or a move has already failed because of it. */
  reported: boolean;
}

export interface Due {
  kind: Fired['kind'];
  name: string;
  task: string | null;
  due: number;
}

export interface DueWorkOptions {
  store: TaskStore;
  now: () => number;
  queueAt: (path: string) => Queue | null;
  parallel: number;
  deliverTask: (task: Task, queue: Queue, signal: AbortSignal) => Promise<Posted>;
  deliverSchedule: (schedule: Schedule, at: number, signal: AbortSignal) => Promise<Posted>;
}

interface Timed {
  schedule: Schedule;
  timetable: Timetable;
  next: number | null;
}

/** What is being delivered: a task's name, or the schedule. */
type Running = Map<string, { queue: string | null; controller: AbortController }>;

const remembered = 5000;
/** A retry within this counts as part of the present; for a later one the clock has to move. */
const soonMs = 2000;
/** setTimeout takes no more, and a later look costs nothing. */
const longestTimer = 2 ** 31 - 1;

export class DueWork {
  readonly failures: Failure[] = [];
  readonly log: Fired[] = [];
  /** Deliveries so far, to see whether anything was fired in between. */
  fired = 0;
  /** Schedules wait until something happened in this organisation, so that a fresh clock can be set anywhere. */
  armed = false;
  readonly #options: DueWorkOptions;
  #schedules = new Map<string, Timed>();
  #runs: ScheduleRun[] = [];
  readonly #running: Running = new Map();
  /** While the clock is being moved: fire nothing that is due later than this. */
  #horizon: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #waiters: (() => void)[] = [];
  #open = false;

  constructor(options: DueWorkOptions) {
    this.#options = options;
  }

  /** Takes the schedules as the functions declare them; each counts from the moment given for it. */
  setSchedules(schedules: Schedule[], since: (name: string) => number): void {
    const timed = schedules.map((schedule): [string, Timed] => {
      const times = timetable(schedule.name, schedule.cron, schedule.timeZone);
      return [schedule.name, { schedule, timetable: times, next: times.next(since(schedule.name)) }];
    });
    this.#schedules = new Map(timed);
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

  wake(): void {
    clearTimeout(this.#timer);
    if (!this.#open) return;
    this.#bringIn();
    for (let next = this.#startable(); next; next = this.#startable()) next();
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
    return !this.#options.store.byDue().some(waits) && !this.#runs.some(waits);
  }

  idle(): Promise<void> {
    return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** What comes next, in order of time. */
  upcoming(): Due[] {
    const schedules = [...this.#schedules.values()].flatMap(({ schedule, next }): Due[] =>
      next === null ? [] : [{ kind: 'schedule', name: schedule.name, task: null, due: next }],
    );
    return [...this.#dueItems(), ...schedules].sort((a, b) => a.due - b.due);
  }

  /** The moment up to which the occurrences of each schedule were taken in. */
  cursors(): Record<string, number> {
    return Object.fromEntries(
      [...this.#schedules].map(([name, { next }]) => [name, (next ?? this.#options.now()) - 1]),
    );
  }

  runs(): ScheduleRun[] {
    return this.#runs.map((run) => ({ ...run }));
  }

  restoreRuns(runs: ScheduleRun[]): void {
    this.#runs = runs.filter((run) => this.#schedules.has(run.schedule)).map((run) => ({ ...run }));
  }

  takeFailures(): Failure[] {
    const fresh = this.failures.filter((failure) => !failure.reported);
    for (const failure of fresh) failure.reported = true;
    return fresh;
  }

  /** Their processes are known to be gone, and the emulator may never answer. */
  abortRunning(): void {
    for (const { controller } of this.#running.values()) controller.abort();
  }

  #limit(): number {
    return this.#horizon ?? this.#options.now();
  }

  #dueItems(): Due[] {
    const tasks = this.#options.store
      .byDue()
      .map((task): Due => ({
        kind: 'task',
        name: this.#options.queueAt(queueOf(task))?.name ?? queueOf(task),
        task: task.name,
        due: task.due,
      }));
    const runs = this.#runs.map((run): Due => ({
      kind: 'schedule',
      name: run.schedule,
      task: null,
      due: run.due,
    }));
    return [...tasks, ...runs];
  }

  /** Turns the occurrences that are due into runs. */
  #bringIn(): void {
    if (!this.armed) return;
    for (const [name, timed] of this.#schedules)
      while (timed.next !== null && timed.next <= this.#limit()) {
        this.#runs.push({ schedule: name, at: timed.next, due: timed.next, attempts: 0, firstAttempt: null });
        timed.next = timed.timetable.next(timed.next);
      }
    this.#runs.sort((a, b) => a.due - b.due || a.schedule.localeCompare(b.schedule));
  }

  /** Begins the next delivery that the limits of parallelism allow; null when there is none. */
  #startable(): (() => void) | null {
    const { parallel, store } = this.#options;
    if (this.#running.size >= parallel) return null;
    const task = store
      .byDue()
      .find((one) => one.due <= this.#limit() && !this.#running.has(one.name) && this.#queueHasRoom(one));
    const run = this.#running.has('schedule')
      ? undefined
      : this.#runs.find((one) => one.due <= this.#limit());
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
    const due = task.due;
    task.firstAttempt ??= now();
    const answer = await this.#deliver(task.name, queueOf(task), (signal) =>
      queue ? deliverTask(task, queue, signal) : Promise.resolve({ status: 404, body: 'The queue is gone.' }),
    );
    task.attempts++;
    task.lastStatus = answer.status;
    if (answer.status < 500) task.responses++;
    const name = queue?.name ?? queueOf(task);
    this.#record({
      kind: 'task',
      name,
      task: task.name,
      due,
      attempt: task.attempts,
      status: answer.status,
      ms: answer.ms,
    });
    const again = this.#again(answer, queue?.retry ?? null, task);
    if (again === null) store.remove(task.name, now());
    else store.reschedule(task, again);
    if (again === null && answer.status >= 300)
      this.#fail({ kind: 'task', name, task: task.name, due }, task.attempts, answer);
    this.wake();
  }

  async #fireSchedule(run: ScheduleRun): Promise<void> {
    const { now, deliverSchedule } = this.#options;
    const schedule = this.#schedules.get(run.schedule)?.schedule;
    run.firstAttempt ??= now();
    const due = run.due;
    const answer = await this.#deliver('schedule', null, (signal) =>
      schedule
        ? deliverSchedule(schedule, run.at, signal)
        : Promise.resolve({ status: 404, body: 'The schedule is gone.' }),
    );
    run.attempts++;
    this.#record({
      kind: 'schedule',
      name: run.schedule,
      task: null,
      due,
      attempt: run.attempts,
      status: answer.status,
      ms: answer.ms,
    });
    const again = this.#again(answer, schedule?.retry ?? null, run);
    if (again === null) this.#runs.splice(this.#runs.indexOf(run), 1);
    else run.due = again;
    if (again === null && answer.status >= 300)
      this.#fail({ kind: 'schedule', name: run.schedule, task: null, due: run.at }, run.attempts, answer);
    this.wake();
  }

  async #deliver(
    key: string,
    queue: string | null,
    send: (signal: AbortSignal) => Promise<Posted>,
  ): Promise<Posted & { ms: number }> {
    const controller = new AbortController();
    this.#running.set(key, { queue, controller });
    this.fired++;
    const began = performance.now();
    const answer = await send(controller.signal);
    this.#running.delete(key);
    return { ...answer, ms: performance.now() - began };
  }

  /** When to try again; null when it is done, or given up. */
  #again(
    answer: Posted,
    retry: RetryConfig | null,
    item: { attempts: number; firstAttempt: number | null },
  ): number | null {
    if (answer.status < 300 || retry === null) return null;
    const now = this.#options.now();
    return givesUp(retry, item.attempts, now - (item.firstAttempt ?? now))
      ? null
      : now + backoffMs(retry, item.attempts);
  }

  #record(fired: Fired): void {
    this.log.push(fired);
    this.log.splice(0, Math.max(0, this.log.length - remembered));
  }

  #fail(item: Due, attempts: number, { status, body }: Posted): void {
    this.failures.push({ ...item, attempts, status, error: body, reported: false });
  }

  #setTimer(): void {
    if (this.#horizon !== null) return;
    const next = this.upcoming().find((item) => item.due > this.#options.now());
    if (next)
      this.#timer = setTimeout(
        () => this.wake(),
        Math.min(Math.max(next.due - this.#options.now(), 1), longestTimer),
      );
  }
}
