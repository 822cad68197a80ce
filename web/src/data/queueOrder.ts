// The queue as it was last shown, so that a sheet can lead to the next one without reading the list again.
import type { Route } from '../router.ts';
import { nextInQueue, type QueueRow } from './queue.ts';

/** Whose list it is: another may sign in on the same page. */
let owner = '';
let last: readonly QueueRow[] = [];
/** Comments of months that were judged since the list was shown, by the month's id. */
let said = new Map<string, string>();

export function rememberQueue(me: string, rows: readonly QueueRow[]): void {
  owner = me;
  last = rows;
  said = new Map();
}

/** Called as a month is judged: from one sheet to the next the list isn't read again. */
export function rememberSaid(me: string, id: string, comment: string): void {
  if (me !== owner) rememberQueue(me, []);
  said.set(id, comment);
}

export const nextAfter = (me: string, id: string): QueueRow | null =>
  me === owner ? nextInQueue(last, id) : null;

/** What was said of the others in the list, drafts left out. */
export function commentsBeside(me: string, id: string): string[] {
  if (me !== owner) return [];
  const listed = last.flatMap(({ id: other, assessment: a }): [string, string][] =>
    !a || a.state === 'waiting' || a.state === 'returned' ? [] : [[other, a.eComment]],
  );
  const all = new Map([...listed, ...said]);
  return [...all].flatMap(([other, comment]) => (other === id ? [] : [comment]));
}

/** Where a row of the queue opens. */
export const routeOfRow = (row: QueueRow): Route =>
  row.kind === 'consultation'
    ? { page: 'consultation', id: row.id }
    : { page: 'sheet', person: row.person, month: row.assessment?.month ?? '' };
