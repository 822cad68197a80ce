// Moves rehearsed time forward from one due moment to the next, letting each take full effect before the next.
import { BadCall } from '../http/jsonServer.ts';
import type { Failure, Fired } from './dueLog.ts';
import type { DueWork } from './dueWork.ts';
import { inVietnam } from './localTime.ts';
import type { OffsetHistory } from './offsetHistory.ts';

export interface Moved {
  now: string;
  fired: Fired[];
}

export interface Moving {
  from: number;
  to: number;
  /** Due moments passed so far. */
  steps: number;
  /** What fell due while nothing ran is being fired. */
  isCatchUp: boolean;
}

export interface MoverOptions {
  history: OffsetHistory;
  due: DueWork;
  /** Resolves when every event is handled; rejects for one that died. */
  settleEvents: () => Promise<unknown>;
  /** Nothing refers to the present time yet. */
  isPristine: () => boolean;
  /** Puts such a clock somewhere else. */
  restart: (moment: number) => void;
  /** From now on schedules count. */
  touched: () => void;
}

export class Mover {
  readonly #options: MoverOptions;
  #moving: Moving | null = null;
  #done: Promise<unknown> = Promise.resolve();

  constructor(options: MoverOptions) {
    this.#options = options;
  }

  get moving(): Moving | null {
    return this.#moving;
  }

  /** Like `runUntil`, but a clock that nothing refers to yet goes there at once, backward as well. */
  async set(to: number): Promise<Moved> {
    if (!this.#options.isPristine()) return this.runUntil(to);
    this.#options.restart(to);
    return { now: new Date(this.#options.history.now()).toISOString(), fired: [] };
  }

  async runUntil(to: number): Promise<Moved> {
    // Nobody asked for the catching up after a restart, so nobody is to be refused for it.
    if (this.#moving?.isCatchUp) await this.#done;
    const now = this.#options.history.now();
    if (this.#moving) throw new BadCall(`The clock is on its way to ${inVietnam(this.#moving.to)} already.`);
    if (to < now)
      throw new BadCall(
        `Time never runs backward: it is ${inVietnam(now)}, later than ${inVietnam(to)}. Begin anew with --fresh.`,
      );
    return this.#begin({ from: now, to, steps: 0, isCatchUp: false });
  }

  /** Fires in order what fell due while nothing ran; time itself has passed it already. */
  catchUp(): Promise<Moved> {
    const now = this.#options.history.now();
    return this.#begin({ from: now, to: now, steps: 0, isCatchUp: true });
  }

  /** Resolves when no move is under way, every event is handled and nothing is due. */
  async settle(): Promise<void> {
    await this.#done;
    await this.#quiet();
  }

  #begin(moving: Moving): Promise<Moved> {
    this.#moving = moving;
    const run = this.#run(moving);
    this.#done = run.catch(() => undefined);
    return run;
  }

  async #run(moving: Moving): Promise<Moved> {
    const { history, due, touched } = this.#options;
    const { to } = moving;
    touched();
    const began = due.fired;
    try {
      due.setHorizon(-Infinity);
      await this.#quiet();
      for (let next = due.upcoming()[0]; next && next.due <= to; next = due.upcoming()[0]) {
        history.advanceTo(next.due);
        due.setHorizon(next.due);
        await this.#quiet();
        moving.steps++;
      }
      history.advanceTo(to);
    } finally {
      this.#moving = null;
      due.setHorizon(null);
    }
    await this.#quiet();
    const fired = due.fired - began;
    return {
      now: new Date(history.now()).toISOString(),
      fired: fired === 0 ? [] : due.log.fired.slice(-fired),
    };
  }

  async #quiet(): Promise<void> {
    const { due, settleEvents } = this.#options;
    for (;;) {
      await due.idle();
      const fired = due.fired;
      await settleEvents();
      if (due.fired === fired && due.isIdle) break;
    }
    const failures = due.log.takeFailures();
    if (failures.length > 0) throw new Error(failures.map(failureLine).join('\n'));
  }
}

function failureLine({ kind, name, task, due, attempts, status, error }: Failure): string {
  const which = task === null ? name : `${name} (${task})`;
  return `${kind} ${which} due ${inVietnam(due)} failed ${attempts} times: ${status} ${error}`;
}
