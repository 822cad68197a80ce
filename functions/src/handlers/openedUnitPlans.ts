// The plan of the year of each unit that files one: opened with a month of that year, and named to whoever heads the unit since.
import { nextMonth, yearOf } from '../domain/civilDate.ts';
import { unitPlanRef, unitSheetRef, type Ref } from '../schema/refs.ts';
import type { UnitPlan } from '../schema/unitPlan.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import type { HeadMove } from './headedUnits.ts';
import { known, system, type Opening } from './opening.ts';
import type { Documents } from './ports.ts';

/** Units of the opening that have none yet get one; on all of them stand the heads of this month. */
export async function openUnitPlans(documents: Documents, opening: Opening): Promise<void> {
  const plans = unitPlansOf(opening);
  await documents.createMissing(plans);
  for (const { ref, data } of plans) {
    const { unitName, block, head, headEvaluator, headDecider } = data;
    await converge(documents, ref, () => ({ unitName, block, head, headEvaluator, headDecider }));
  }
}

function unitPlansOf({
  org,
  at,
  month,
  authorities,
  units,
}: Opening): { ref: Ref<UnitPlan>; data: UnitPlan }[] {
  const year = yearOf(month);
  const headed = [...authorities.values()].flatMap((head) => head.headsUnits.map((id) => ({ head, id })));
  return headed.map(({ head, id }) => {
    const { name: unitName, block } = known(units, id);
    const ref = unitPlanRef(org, id, year);
    const opened = { at, who: system, forWhom: null, what: 'open', before: null, after: 'open' };
    const named = { head: head.person, headEvaluator: head.evaluator, headDecider: head.decider };
    const data: UnitPlan = {
      ...{ unit: id, unitName, block, year, ...named, log: logged(ref.path, [], opened) },
      ...{ filedAt: null, filings: 0, keptRev: 0, goals: '', tasks: {}, taskDue: {}, changeNote: '' },
      ...{ state: 'open', reopenedAt: null, rev: 0, savedAt: null },
    };
    return { ref, data };
  });
}

/** After a correction of a month; a newer one that is open already keeps what it says. */
export async function movePlans(
  documents: Documents,
  opening: Opening,
  moves: readonly HeadMove[],
): Promise<void> {
  const { org, month } = opening;
  const year = yearOf(month);
  await documents.createMissing(unitPlansOf(opening));
  for (const { unit, named } of moves) {
    if (await documents.get(unitSheetRef(org, unit, nextMonth(month)))) continue;
    await converge(documents, unitPlanRef(org, unit, year), () => named);
  }
}
