// A unit's plan of the year as a form's source.
import { unitPlanId } from '../../../../functions/src/schema/paths.ts';
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import type { UnitPlanDraft } from '../../data/checkUnitPlan.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export function unitPlanSource(me: Me, unit: string, year: string): Source<UnitPlan, UnitPlanDraft> {
  const id = unitPlanId(unit, year);
  return {
    key: `${me.org}/${me.pid}/unitPlans/${id}`,
    read: () => readDocument<UnitPlan>(me.org, 'unitPlans', id),
    write: (change, rev, { state }) => {
      // Taking it up again says when.
      const isTakenUp = state === 'submitted' && change['state'] === 'open';
      const stamps = isTakenUp ? ['savedAt', 'reopenedAt'] : ['savedAt'];
      return updateDocument(me.org, 'unitPlans', id, { ...change, rev }, stamps);
    },
    draftOf: ({ goals, tasks, taskDue, changeNote }) => ({ goals, tasks, taskDue, changeNote }),
    isEditable: ({ state }) => state === 'open',
  };
}

/** A function has kept what was filed: only then may it be taken up again. */
export const isKept = ({ state, rev, keptRev }: UnitPlan): boolean =>
  state === 'submitted' && keptRev === rev;
