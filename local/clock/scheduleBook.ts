// The schedules that the functions declare, and those of their occurrences that wait to be fired.
import type { Schedule } from './backends.ts';
import { timetable, type Timetable } from './cron.ts';

/** One occurrence of a schedule that is due, or due again. */
export interface ScheduleRun {
  schedule: string;
  /** The moment that its timetable names; the same for every attempt. */
  at: number;
  due: number;
  attempts: number;
  firstAttempt: number | null;
}

interface Timed {
  schedule: Schedule;
  timetable: Timetable;
  next: number | null;
}

export class ScheduleBook {
  #schedules = new Map<string, Timed>();
  #runs: ScheduleRun[] = [];

  /** Takes the schedules; each counts from the moment given for it. */
  open(schedules: readonly Schedule[], since: (name: string) => number): void {
    const timed = schedules.map((schedule): [string, Timed] => {
      const times = timetable(schedule.name, schedule.cron, schedule.timeZone);
      return [schedule.name, { schedule, timetable: times, next: times.next(since(schedule.name)) }];
    });
    this.#schedules = new Map(timed);
  }

  get(name: string): Schedule | null {
    return this.#schedules.get(name)?.schedule ?? null;
  }

  /** In the order in which they are due. */
  get runs(): readonly ScheduleRun[] {
    return this.#runs;
  }

  /** When each schedule comes next. */
  upcoming(): { name: string; due: number }[] {
    return [...this.#schedules].flatMap(([name, { next }]) => (next === null ? [] : [{ name, due: next }]));
  }

  /** Turns the occurrences up to a moment into runs. */
  bringIn(limit: number): void {
    for (const [name, timed] of this.#schedules)
      while (timed.next !== null && timed.next <= limit) {
        this.#runs.push({ schedule: name, at: timed.next, due: timed.next, attempts: 0, firstAttempt: null });
        timed.next = timed.timetable.next(timed.next);
      }
    this.#sort();
  }

  reschedule(run: ScheduleRun, due: number): void {
    run.due = due;
    this.#sort();
  }

  remove(run: ScheduleRun): void {
    this.#runs = this.#runs.filter((one) => one !== run);
  }

  /** The moment up to which the occurrences of each schedule were brought in. */
  cursors(now: number): Record<string, number> {
    return Object.fromEntries([...this.#schedules].map(([name, { next }]) => [name, (next ?? now) - 1]));
  }

  restoreRuns(runs: readonly ScheduleRun[]): void {
    this.#runs = runs.filter((run) => this.#schedules.has(run.schedule)).map((run) => ({ ...run }));
    this.#sort();
  }

  #sort(): void {
    this.#runs.sort((a, b) => a.due - b.due || a.schedule.localeCompare(b.schedule));
  }
}
