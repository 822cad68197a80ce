// The clock of a run: rehearsed time, and everything that is due by it.
import type { Posted } from '../http/post.ts';
import type { Backends, Schedule } from './backends.ts';
import { deliverSchedule, deliverTask, type Functions } from './delivery.ts';
import { DueWork } from './dueWork.ts';
import { Mover } from './mover.ts';
import { OffsetHistory, type OffsetEntry } from './offsetHistory.ts';
import { QueueBook } from './queueBook.ts';
import type { ScheduleRun } from './scheduleBook.ts';
import { emptyTasks, TaskStore, type TaskState } from './taskStore.ts';

/** What survives a restart. */
export interface ClockState {
  history: OffsetEntry[];
  tasks: TaskState;
  cursors: Record<string, number>;
  runs: ScheduleRun[];
  armed: boolean;
}

export interface ClockOptions {
  functions: Functions;
  parallel: number;
  /** How long a task's name stays taken, in rehearsed time. */
  tombstoneMs: number;
  state: ClockState | null;
  startAt: number | null;
  /** Adds to a refusal what the function wrote about it. */
  explain: (answer: Posted) => Promise<Posted>;
  /** Events taken in by the relay so far. */
  events: () => number;
  settleEvents: () => Promise<unknown>;
  /** Told what failed where nobody waits for it. */
  onProblem: (error: Error) => void;
}

/** A clock that nobody touched begins to count by itself after this. */
const armAfterMs = 600_000;

export class Clock {
  readonly history: OffsetHistory;
  readonly store: TaskStore;
  readonly queues: QueueBook;
  readonly due: DueWork;
  readonly mover: Mover;
  readonly #options: ClockOptions;
  #schedules: readonly Schedule[] = [];
  #arming: NodeJS.Timeout | undefined;

  constructor(options: ClockOptions) {
    this.#options = options;
    const { functions, parallel, tombstoneMs, state } = options;
    this.history = new OffsetHistory(state?.history);
    if (state === null && options.startAt !== null) this.history.restart(options.startAt);
    this.store = new TaskStore(state?.tasks ?? emptyTasks(), tombstoneMs);
    this.queues = new QueueBook(functions.project);
    this.due = new DueWork({
      store: this.store,
      now: () => this.now(),
      queueAt: (path) => this.queues.get(path),
      parallel,
      deliverTask: (task, queue, signal) => deliverTask(functions, queue, task, signal).then(options.explain),
      deliverSchedule: (schedule, at, signal) =>
        deliverSchedule(functions, schedule, at, signal).then(options.explain),
    });
    this.due.armed = state?.armed ?? false;
    this.mover = new Mover({
      history: this.history,
      due: this.due,
      settleEvents: () => options.settleEvents(),
      isPristine: () => this.isPristine,
      restart: (moment) => this.#restart(moment),
      touched: () => this.touched(),
    });
  }

  now(): number {
    return this.history.now();
  }

  /** Nothing happened that refers to the present time, so it may be set to anything. */
  get isPristine(): boolean {
    const touched = this.due.armed || this.store.created > 0 || this.#options.events() > 0;
    return this.history.entries.length === 1 && !touched;
  }

  /** To be called once the functions are loaded. */
  start({ queues, schedules }: Backends): void {
    this.queues.open(queues);
    this.#schedule(schedules);
    // What fell due while nothing ran is fired in order, not all at once.
    if (this.#options.state !== null) this.due.setHorizon(-Infinity);
    this.due.start();
    if (this.#options.state !== null) void this.mover.catchUp().catch(this.#options.onProblem);
    this.#arming = setTimeout(() => this.touched(), armAfterMs).unref();
  }

  stop(): void {
    clearTimeout(this.#arming);
    this.due.stop();
  }

  /** An event or a task: from now on schedules count. */
  touched(): void {
    if (this.due.armed) return;
    const now = this.now();
    this.due.armed = true;
    this.due.book.open(this.#schedules, () => now);
    this.wake();
  }

  wake(): void {
    this.due.wake();
  }

  save(): ClockState {
    return {
      history: [...this.history.entries],
      tasks: this.store.save(),
      cursors: this.due.book.cursors(this.now()),
      runs: this.due.book.runs.map((run) => ({ ...run })),
      armed: this.due.armed,
    };
  }

  /** Back to a clock that nothing refers to, at the same moment. */
  reset(): void {
    this.#restart(this.now());
    this.store.restore(emptyTasks());
    this.due.book.restoreRuns([]);
    this.due.log.clear();
    this.due.armed = false;
  }

  #restart(moment: number): void {
    this.history.restart(moment);
    this.due.book.open(this.#schedules, () => moment);
    this.wake();
  }

  #schedule(schedules: readonly Schedule[]): void {
    const { state } = this.#options;
    const now = this.now();
    this.#schedules = schedules;
    this.due.book.open(schedules, (name) => state?.cursors[name] ?? now);
    this.due.book.restoreRuns(state?.runs ?? []);
  }
}
