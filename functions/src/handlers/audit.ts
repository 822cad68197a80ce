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
}

const same = (entry: LogEntry, act: Act) =>
  entry.at === act.at && entry.what === act.what && entry.who === act.who;

/** The log with `act` at its end; unchanged where the same act stands in it, so that a replay adds nothing. */
export function logged(log: readonly LogEntry[], act: Act): LogEntry[] {
  if (log.some((entry) => same(entry, act))) return [...log];
  const previous = log.at(-1)?.hash ?? '';
  const fields = [act.at, act.who, act.forWhom, act.what, act.before, act.after];
  const hash = createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('hex');
  return [...log, { ...act, hash }];
}

/** True iff every hash follows from its entry and the one before. */
export function isIntact(log: readonly LogEntry[]): boolean {
  let rebuilt: LogEntry[] = [];
  for (const { hash: _, ...act } of log) rebuilt = logged(rebuilt, act);
  return rebuilt.length === log.length && rebuilt.every((entry, i) => entry.hash === log[i]?.hash);
}
