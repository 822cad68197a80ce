// The queue as it was last shown, so that a sheet can lead to the next one without reading the list again.
import type { Month } from '../../../functions/src/domain/words.ts';
import type { Route } from '../router.ts';
import { nextInQueue, type QueueRow } from './queue.ts';

/** A person's month, and the unit that they belong to in it. */
export interface OfUnit {
  id: string;
  unit: string;
  month: Month;
}

/** Whose list it is: another may sign in on the same page. */
let owner = '';
let last: readonly QueueRow[] = [];
/** Comments of months that were judged since the list was shown, by the month's id; null where the judging was taken back. */
let said = new Map<string, OfUnit & { comment: string | null }>();

export function rememberQueue(me: string, rows: readonly QueueRow[]): void {
  owner = me;
  last = rows;
  said = new Map();
}

/** Called as a month is judged, or its judging taken back: from one sheet to the next the list isn't read again. */
export function rememberSaid(me: string, of: OfUnit, comment: string | null): void {
  if (me !== owner) rememberQueue(me, []);
  said.set(of.id, { ...of, comment });
}

export const nextAfter = (me: string, id: string): QueueRow | null =>
  me === owner ? nextInQueue(last, id) : null;

/** What was said of the others of the same unit and month in the list, drafts left out. */
export function commentsBeside(me: string, { id, unit, month }: OfUnit): string[] {
  if (me !== owner) return [];
  const listed = last.flatMap(({ id: other, assessment: a }) =>
    !a || a.state === 'waiting' || a.state === 'returned'
      ? []
      : [{ id: other, unit: a.unit, month: a.month, comment: a.eComment }],
  );
  const all = new Map([...listed.map((one) => [one.id, one] as const), ...said]);
  return [...all.values()].flatMap((one) =>
    one.id === id || one.unit !== unit || one.month !== month || one.comment === null ? [] : [one.comment],
  );
}

/** Where a row of the queue opens. */
export const routeOfRow = (row: QueueRow): Route =>
  row.kind === 'consultation'
    ? { page: 'consultation', id: row.id }
    : { page: 'sheet', person: row.person, month: row.assessment?.month ?? '' };
