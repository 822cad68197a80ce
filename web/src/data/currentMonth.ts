// Which month an authority opens first: last month until its results are published, then this one.
import { previousMonth } from '../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../functions/src/schema/cycle.ts';
import { now, thisMonth } from '../now.ts';
import { readDocument } from './firestore.ts';

export async function monthToJudge(org: string): Promise<Month> {
  const last = previousMonth(thisMonth());
  const cycle = await readDocument<Cycle>(org, 'cycles', last);
  return cycle && now() < cycle.deadlines.publish ? last : thisMonth();
}
