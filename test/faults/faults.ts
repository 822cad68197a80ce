// What goes wrong in a run, drawn from its seed: how often, how late and in which order each delivery comes, and where it is killed.
import type { Random } from '../../local/sample/random.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Kind = 'event' | 'task' | 'schedule';

export interface Faults {
  /** Whether people wait until a function has followed the act before theirs on the same document. */
  areSeen: boolean;
  /** Milliseconds after which each copy comes; none where it is lost. */
  copies(kind: Kind, name: string, now: number): number[];
  /** Writes after which this attempt is killed; null lets it live. */
  life(attempt: number): number | null;
  /** How many deliveries are worked on at the same time. */
  together(): number;
  /** How many more of the same run beside it. */
  twins(): number;
  retryAfter(): number;
  /** An index below `length`. */
  next(length: number): number;
}

export const quiet: Faults = {
  areSeen: true,
  copies: (kind) => [kind === 'event' ? 1000 : 0],
  life: () => null,
  together: () => 1,
  twins: () => 0,
  retryAfter: () => minute,
  next: () => 0,
};

/** When the first copy of an event comes; those after it may come a day later. */
export type Weather = 'soon' | 'late';

/** Share of the tasks that the nightly sweep looks after which never come. */
const lost = 0.15;
/** The last act of a day is over, and the night has not come. */
const evening = 22 * hour;
const zone = 7 * hour;

export function faultsFrom(random: Random, weather: Weather): Faults {
  const chance = (share: number) => random.next() < share;
  /** Mostly soon, seldom after long. */
  const within = (most: number) => Math.round(most * random.next() ** 3);
  const late = { event: day, task: 20 * day, schedule: 20 * hour };
  const first = (kind: Kind, now: number): number => {
    if (kind === 'schedule') return within(2 * hour);
    const untilEvening = evening - ((now + zone) % day);
    return kind === 'event' && weather === 'late' && untilEvening > 0
      ? random.between(0, untilEvening)
      : within(20 * minute);
  };
  return {
    areSeen: true,
    copies: (kind, name, now) => {
      if (isSwept(name) && chance(lost)) return [];
      const more = chance(0.5) ? 0 : random.between(1, 4);
      return [first(kind, now), ...Array.from({ length: more }, () => within(late[kind]))];
    },
    life: (attempt) =>
      attempt <= 4 && chance(0.35) ? random.between(0, random.pick([2, 6, 12, 120])) : null,
    together: () => (chance(0.5) ? 1 : random.between(2, 5)),
    twins: () => (chance(0.8) ? 0 : random.between(1, 2)),
    retryAfter: () => random.between(10, 120) * 1000,
    next: (length) => random.between(0, length - 1),
  };
}

/** The nightly sweep asks again for deadlines that were not kept, and for units left out of a publication; that call comes. */
export const isSwept = (name: string) => name.startsWith('keepDeadline/') && !name.includes('/missed/');
