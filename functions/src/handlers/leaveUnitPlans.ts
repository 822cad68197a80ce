// The plan of the year goes on from a head who has left to whoever heads the unit now; where nobody does, to nobody until the clerk has seen to it.
import { civilDateOf } from '../domain/civilDate.ts';
import { vacant } from '../domain/vacant.ts';
import { collectionOf, unitPlanRef } from '../schema/refs.ts';
import { converge } from './converge.ts';
import { headOn } from './headedUnits.ts';
import type { Leaver } from './leaving.ts';
import type { Loading } from './organisationAt.ts';
import type { Documents } from './ports.ts';

/** Of the year that they leave in: earlier ones keep who headed the unit then. */
export async function leaveUnitPlans(
  documents: Documents,
  org: string,
  { id, at }: Leaver,
  loaded: Loading,
): Promise<void> {
  const day = civilDateOf(at);
  const headed = await documents.find(collectionOf(org, 'unitPlans'), [
    ['head', id],
    ['year', day.slice(0, 4)],
  ]);
  for (const { data } of headed) {
    const { head, above } = headOn(await loaded(), data.unit, day);
    await converge(documents, unitPlanRef(org, data.unit, data.year), (now) => {
      if (now.data.head !== id) return null;
      if (above === null) return { head: head ?? vacant };
      return { head: above.person, headEvaluator: above.evaluator, headDecider: above.decider };
    });
  }
}
