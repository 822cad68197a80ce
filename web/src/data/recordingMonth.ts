// In which month something is recorded today: this one while it is open, otherwise the newest that has opened (ADR 0020).
import { nextMonth } from '../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../functions/src/schema/cycle.ts';
import { thisMonth } from '../now.ts';
import { listDocuments, readDocument } from './firestore.ts';

/** As it is read: a cycle that no function has marked says nothing. */
type Recordable = Pick<Cycle, 'month' | 'state'> & { newest?: boolean };

/** True iff new facts are recorded in it; the rules say the same. */
export const takesFacts = (cycle: Recordable | null): boolean =>
  cycle !== null && (cycle.state === 'open' || cycle.newest === true);

/** The month in which what is recorded now counts at the earliest, where that is not the one it is recorded in. */
export function countsLater(cycle: Recordable | null): Month | null {
  if (cycle === null || cycle.state === 'open' || !takesFacts(cycle)) return null;
  const next = nextMonth(cycle.month);
  return next > thisMonth() ? next : thisMonth();
}

/** The cycle to record in; null where none has opened yet. */
export async function cycleToRecord(org: string): Promise<Cycle | null> {
  const cycle = await readDocument<Cycle>(org, 'cycles', thisMonth());
  if (takesFacts(cycle)) return cycle;
  const [newest] = await listDocuments<Cycle>(org, 'cycles', { newest: true });
  return newest?.data ?? null;
}

/** Where none has opened, this one: the server says then that it isn't open. */
export const monthToRecord = async (org: string): Promise<Month> =>
  (await cycleToRecord(org))?.month ?? thisMonth();
