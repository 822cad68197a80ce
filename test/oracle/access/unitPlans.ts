// Who may do what to a unit's plan of the year, and to the versions of its plans (domain.md sections 7 and 11; S3 3.1).
import {
  unitPlanClientFields,
  unitPlanSchema,
  type UnitPlan,
} from '../../../functions/src/schema/unitPlan.ts';
import type { CollectionName } from '../../../functions/src/schema/paths.ts';
import { reads, readsIn, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isNext, isSaid } from '../relations.ts';
import { isNow } from '../request.ts';

/** The plan before and after, where its head wrote what may stand there. */
function written({ me, prior, after }: Ask): [UnitPlan, UnitPlan] | null {
  const isTheirs = prior?.['head'] === me && isNext(prior, after) && unitPlanSchema.safeParse(after).success;
  return isTheirs ? ([prior, after] as unknown as [UnitPlan, UnitPlan]) : null;
}
/** Something is planned, and what was filed before is changed for a reason. */
function files(ask: Ask): boolean {
  const [prior, after] = written(ask) ?? [];
  return (
    Object.keys(after?.tasks ?? {}).length > 0 && (prior?.filedAt === null || isSaid(after?.changeNote, 10))
  );
}
/** What was filed is kept by then, and the next filing gives a reason of its own. */
function takesUp(ask: Ask): boolean {
  const [prior, after] = written(ask) ?? [];
  return prior?.keptRev === prior?.rev && after?.changeNote === '' && isNow(after.reopenedAt);
}
const content = Object.keys(unitPlanClientFields).filter((field) => field !== 'reopenedAt');

export const unitPlans: readonly Act[] = [
  ...reads('head', ({ known, me }) => known.is('head', me)),
  ...reads('evaluator', ({ known, me }) => known.is('headEvaluator', me)),
  ...reads('decider', ({ known, me }) => known.is('headDecider', me)),
  // All but drafts; what was filed before lies in the versions.
  ...readsIn('inspector', ['submitted'], inspects),
  ...readsIn('aggregator', ['submitted'], (ask) => aggregates(ask)),
  updates('head', ['open', 'open'], content, (ask) => written(ask) !== null),
  updates('head', ['open', 'submitted'], content, files),
  updates('head', ['submitted', 'open'], ['changeNote', 'reopenedAt', 'state', 'rev', 'savedAt'], takesUp),
];

/** By the document above as it stands, so that whoever takes over reads what was planned. */
const versionsBelow = (collection: CollectionName): readonly Act[] => {
  const isNamed =
    (field: 'head' | 'headEvaluator' | 'headDecider') =>
    ({ look, parent, me }: Ask) =>
      look(collection, parent)?.[field] === me;
  return [
    ...reads('head', isNamed('head')),
    ...reads('evaluator', isNamed('headEvaluator')),
    ...reads('decider', isNamed('headDecider')),
    ...reads('inspector', inspects),
  ];
};
export const unitMonthPlans = versionsBelow('unitSheets');
export const yearPlans = versionsBelow('unitPlans');
