// The queue as it was last shown, so that a sheet can lead to the next one without reading the list again.
import type { Route } from '../router.ts';
import { nextInQueue, type QueueRow } from './queue.ts';

let last: readonly QueueRow[] = [];

export function rememberQueue(rows: readonly QueueRow[]): void {
  last = rows;
}

export const nextAfter = (id: string): QueueRow | null => nextInQueue(last, id);

/** What was said of the others in the list, drafts left out. */
export const commentsBeside = (id: string): string[] =>
  last.flatMap(({ id: other, assessment: a }) =>
    other === id || !a || a.state === 'waiting' || a.state === 'returned' ? [] : [a.eComment],
  );

/** Where a row of the queue opens. */
export const routeOfRow = (row: QueueRow): Route =>
  row.kind === 'consultation'
    ? { page: 'consultation', id: row.id }
    : { page: 'sheet', person: row.person, month: row.assessment?.month ?? '' };
