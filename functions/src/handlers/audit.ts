// The audit log that rides in documents: entries chained by hash, each act entered once (architecture.md, Audit).
import { createHash } from 'node:crypto';
import type { Moment } from '../domain/moment.ts';
import type { LogEntry } from '../schema/fields.ts';

export interface Act {
  at: Moment;
  who: string;
  forWhom: string | null;
  what: string;
  before: string | null;
  after: string | null;
  reason?: string;
}

/** Entries that a record keeps which is changed for years, a person or a unit; the months before lie in the nightly seals. */
export const keptEntries = 50;

const same = (entry: LogEntry, act: Act) =>
  entry.at === act.at && entry.what === act.what && entry.who === act.who;

/** The log with `act` at its end; unchanged where the same act stands in it, so that a replay adds nothing. */
export function logged(log: readonly LogEntry[], act: Act): LogEntry[] {
  if (log.some((entry) => same(entry, act))) return [...log];
  return [...log, { ...act, hash: hashOf(log.at(-1)?.hash ?? '', act) }];
}

/** Like `logged`, with the oldest entries gone beyond `keptEntries`. */
export const loggedWithin = (log: readonly LogEntry[], act: Act): LogEntry[] =>
  logged(log, act).slice(-keptEntries);

function hashOf(previous: string, entry: Omit<LogEntry, 'hash'>): string {
  const { at, who, forWhom, what, before, after, reason } = entry;
  const fields = [at, who, forWhom, what, before, after, ...(reason === undefined ? [] : [reason])];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('hex');
}

/** True iff every hash follows from its entry and the one before; the first of a log that was cut follows from what is gone. */
export function isIntact(log: readonly LogEntry[], { cut = false } = {}): boolean {
  const isFull = cut && log.length === keptEntries;
  return log.every((entry, i) => {
    const { hash, ...act } = entry;
    return (isFull && i === 0) || hash === hashOf(log[i - 1]?.hash ?? '', act);
  });
}
