// The audit log that rides in documents: entries chained by hash from the document's path, each act entered once (docs/audit.md).
import { createHash } from 'node:crypto';
import type { Moment } from '../domain/moment.ts';
import type { Level, Rating } from '../domain/words.ts';
import type { LogEntry } from '../schema/fields.ts';
import { logPartRef, type LogPart } from '../schema/logPart.ts';
import type { Documents } from './ports.ts';

export interface Act {
  at: Moment;
  who: string;
  forWhom: string | null;
  what: string;
  before: string | null;
  after: string | null;
  reason?: string;
}

/** Entries that stay on a record which is changed for years, a person, a unit or a member; older ones lie in `logs`. */
export const keptEntries = 50;
/** Entries that move there at a time: always the same ones, whoever moves them. */
export const movedEntries = 25;

const same = (entry: LogEntry, act: Act) =>
  entry.at === act.at && entry.what === act.what && entry.who === act.who;

/** The log of the document at `path` with `act` at its end; unchanged where the same act stands in it, so that a replay adds nothing. */
export function logged(path: string, log: readonly LogEntry[], act: Act): LogEntry[] {
  if (log.some((entry) => same(entry, act))) return [...log];
  const last = log.at(-1);
  const entry = { n: (last?.n ?? 0) + 1, ...act };
  return [...log, { ...entry, hash: hashOf(last?.hash ?? path, entry) }];
}

/** Like `logged`; beyond `keptEntries` the oldest are handed out, to be kept before the shorter log is written. */
export function loggedWithin(
  path: string,
  log: readonly LogEntry[],
  act: Act,
): { log: LogEntry[]; moved: LogPart[] } {
  const moved: LogPart[] = [];
  let rest = logged(path, log, act);
  while (rest.length > keptEntries) {
    const entries = rest.slice(0, movedEntries);
    moved.push({ of: path, first: entries[0]?.n ?? 1, entries });
    rest = rest.slice(movedEntries);
  }
  return { log: rest, moved };
}

/** Entries never change, so a part that is there already, from a run that was cut off, is the same. */
export async function keepMoved(documents: Documents, moved: readonly LogPart[]): Promise<void> {
  if (moved.length === 0) return;
  await documents.createMissing(moved.map((part) => ({ ref: logPartRef(part.of, part.first), data: part })));
}

/** A result in an entry: "B fair 84". */
export const outcomeText = (rating: Rating | null, level: Level | null, score: number | null): string =>
  rating === null ? 'unrated' : `${rating} ${level ?? '–'} ${score ?? '–'}`;

function hashOf(previous: string, entry: Omit<LogEntry, 'hash'>): string {
  const { n, at, who, forWhom, what, before, after, reason } = entry;
  const fields = [previous, n, at, who, forWhom, what, before, after, reason ?? null];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** True iff the log is the whole chain of the document at `path`; entries moved out of it come before. */
export function isIntact(
  path: string,
  log: readonly LogEntry[],
  moved: readonly Pick<LogPart, 'entries'>[] = [],
): boolean {
  const chain = [...moved.flatMap(({ entries }) => entries), ...log];
  return chain.every(({ hash, ...entry }, i) => {
    return entry.n === i + 1 && hash === hashOf(chain[i - 1]?.hash ?? path, entry);
  });
}
