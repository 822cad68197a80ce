// Each night: whose last day has passed loses the account and everything open, although nothing was written about them that day.
import { addDays, civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { collectionOf, organisations } from '../schema/refs.ts';
import { personWritten } from './personWritten.ts';
import type { Accounts, Ports } from './ports.ts';

/** Nights in a row that may fail before somebody is missed; who is closed already costs a few reads. */
const daysBack = 7;

/** `at` is the schedule's own time, 00:00 of the first day without them. */
export async function closeLeavers(ports: Ports & { accounts: Accounts }, at: Moment): Promise<void> {
  const today = civilDateOf(at);
  for (const { id: org } of await ports.documents.find(organisations, [])) {
    for (let back = 1; back <= daysBack; back++) {
      const left = await ports.documents.find(collectionOf(org, 'people'), [['left', addDays(today, -back)]]);
      for (const { id } of left) await personWritten(ports, org, id);
    }
  }
}
