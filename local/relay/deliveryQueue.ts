// Delivers events to the functions in parallel, a few at a time, again with back-off where a delivery fails.
import type { DeadEvent, DeliveryRecord, Event, Outcome, QueueOptions } from './event.ts';
import { affects, noFaults, seededRandom, type Faults } from './faults.ts';

interface Job {
  event: Event;
  attempt: number;
}

const remembered = 1000;

export class DeliveryQueue {
  readonly dead: DeadEvent[] = [];
  readonly dropped: Event[] = [];
  readonly log: DeliveryRecord[] = [];
  /** Events taken in, markers of settle() not among them. */
  accepted = 0;
  faults: Faults = noFaults;
  /** Forgets every event that comes in. */
  discarding = false;
  /** Told of every event that comes in. */
  onEvent: () => void = () => undefined;
  readonly #options: QueueOptions;
  readonly #ready: Job[] = [];
  readonly #running = new Map<Job, AbortController>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #waiters: (() => void)[] = [];
  #random = seededRandom(noFaults.seed);
  #closed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  setFaults(faults: Partial<Faults>): void {
    this.faults = { ...noFaults, ...faults };
    this.#random = seededRandom(this.faults.seed);
    this.#pump();
  }

  submit(event: Event): void {
    this.accepted++;
    if (this.discarding) return;
    this.onEvent();
    const faults = affects(this.faults, event.trigger) ? this.faults : noFaults;
    if (faults.drop > 0 && this.#random() < faults.drop) {
      this.dropped.push(event);
      return;
    }
    for (let copy = 0; copy <= faults.duplicate; copy++)
      this.#later({ event, attempt: 1 }, this.#random() * faults.delayMs);
  }

  get isIdle(): boolean {
    return this.#ready.length === 0 && this.#running.size === 0 && this.#timers.size === 0;
  }

  /** Resolves as soon as nothing is queued, running or waiting for another attempt. */
  idle(): Promise<void> {
    return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** What is on its way, for a message. */
  pending(): { queued: number; waiting: number; running: string[] } {
    const running = [...this.#running.keys()].map(({ event }) => `${event.trigger} of ${event.document}`);
    return { queued: this.#ready.length, waiting: this.#timers.size, running };
  }

  /** Takes running deliveries for failed: their processes are known to be gone, and the emulator may never answer. */
  abortRunning(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  /** Forgets everything that is not delivered yet, and what went wrong so far. */
  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#ready.length = 0;
    this.dead.length = 0;
    this.dropped.length = 0;
    this.#wakeIfIdle();
  }

  /** As if nothing had ever come in. */
  restart(): void {
    this.clear();
    this.log.length = 0;
    this.accepted = 0;
    this.discarding = false;
  }

  close(): void {
    this.#closed = true;
    this.clear();
    this.abortRunning();
  }

  #later(job: Job, ms: number): void {
    if (ms < 1) {
      this.#ready.push(job);
      this.#pump();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#ready.push(job);
      this.#pump();
    }, ms);
    this.#timers.add(timer);
  }

  #next(): Job | undefined {
    const perTrigger = (trigger: string) =>
      [...this.#running.keys()].filter((job) => job.event.trigger === trigger).length;
    const open = this.#ready.filter(
      (job) => perTrigger(job.event.trigger) < this.#options.parallelPerTrigger,
    );
    const chosen = open[this.faults.shuffle ? Math.floor(this.#random() * open.length) : 0];
    if (chosen) this.#ready.splice(this.#ready.indexOf(chosen), 1);
    return chosen;
  }

  #pump(): void {
    while (!this.faults.hold && !this.#closed && this.#running.size < this.#options.parallel) {
      const job = this.#next();
      if (!job) break;
      void this.#run(job);
    }
    this.#wakeIfIdle();
  }

  async #run(job: Job): Promise<void> {
    const controller = new AbortController();
    this.#running.set(job, controller);
    const began = performance.now();
    const outcome = await this.#options.deliver(job.event, controller.signal);
    this.#running.delete(job);
    const { trigger, document } = job.event;
    this.log.push({
      trigger,
      document,
      attempt: job.attempt,
      status: outcome.status,
      ms: performance.now() - began,
    });
    this.log.splice(0, Math.max(0, this.log.length - remembered));
    if (!this.#succeeded(job, outcome)) this.#retry(job, outcome);
    this.#pump();
  }

  #succeeded(job: Job, outcome: Outcome): boolean {
    const lost =
      affects(this.faults, job.event.trigger) &&
      this.faults.loseAck > 0 &&
      this.#random() < this.faults.loseAck;
    return outcome.status < 300 && !lost;
  }

  #retry(job: Job, outcome: Outcome): void {
    const { attempts, firstBackoffMs, lastBackoffMs } = this.#options;
    const last = job.attempt >= attempts;
    // A lost acknowledgement is a fault of the way: the event itself must never die of it.
    if (last && outcome.status < 300) return;
    if (!last) {
      this.#later(
        { ...job, attempt: job.attempt + 1 },
        Math.min(firstBackoffMs * 2 ** (job.attempt - 1), lastBackoffMs),
      );
      return;
    }
    const { trigger, document } = job.event;
    this.dead.push({
      trigger,
      document,
      attempts: job.attempt,
      status: outcome.status,
      error: outcome.body,
      reported: false,
    });
  }

  #wakeIfIdle(): void {
    if (!this.isIdle) return;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }
}
