// Which month new facts are recorded in where none is open: the newest that has opened, published or locked as it may be (domain.md sections 2 and 7, ADR 0020).
import { previousMonth } from '../domain/civilDate.ts';
import type { Month } from '../domain/words.ts';
import { collectionOf, cycleRef } from '../schema/refs.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

/** A blocked month has opened for nobody: the one before stays the newest until it does. */
export async function keepNewest(documents: Documents, org: string, month: Month): Promise<void> {
  const newest = await newestOpened(documents, org, month);
  if (newest === null) return;
  // The new one first: there is no moment in which nothing can be recorded.
  await converge(documents, cycleRef(org, newest), () => ({ newest: true }));
  for (const { id } of await marked(documents, org))
    if (id < newest) await converge(documents, cycleRef(org, id), () => ({ newest: false }));
}

/** Of `month`, the one before and those marked, the last that has opened; null before the first. */
export async function newestOpened(documents: Documents, org: string, month: Month): Promise<Month | null> {
  const asked = [month, previousMonth(month)].map((one) => cycleRef(org, one));
  const found = (await documents.getAll(asked)).filter((cycle) => cycle !== null);
  const opened = [...found, ...(await marked(documents, org))].filter(({ data }) => data.state !== 'blocked');
  return opened.reduce<Month | null>((last, { id }) => (last === null || id > last ? id : last), null);
}

const marked = (documents: Documents, org: string) =>
  documents.find(collectionOf(org, 'cycles'), [['newest', true]]);
