// Keeps every version of a plan, because inspection rests on them (domain.md section 7, S3 3.1): what was filed for the next month, and what became of the plan of this one.
import { nextMonth } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { planChanges, type PlanChange } from '../domain/plan.ts';
import type { PlanVersion } from '../schema/plan.ts';
import { planRef, plansOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Documents } from './ports.ts';

/** Named by the filing, so that a replay keeps nothing twice. `at` is the moment of the filing; returned is what it changed. */
export async function keepPlan(
  documents: Documents,
  org: string,
  sheet: Sheet,
  at: Moment,
): Promise<PlanChange[]> {
  const { person, month, rev, nextTasks, nextDue, tasks, taskDue } = sheet;
  const filed = { person, filedWith: month, rev, filedAt: at };
  const following = nextMonth(month);
  const planned: PlanVersion = { ...filed, month: following, tasks: nextTasks, due: nextDue, changes: [] };
  const changes = await changesOfPlan(documents, org, sheet);
  await documents.createMissing([
    { ref: planRef(org, person, following, { filedWith: month, rev }), data: planned },
    ...(changes.length === 0
      ? []
      : [
          {
            ref: planRef(org, person, month, { filedWith: month, rev }),
            data: { ...filed, month, tasks, due: taskDue, changes },
          },
        ]),
  ]);
  return changes;
}

/** Against the version of the plan that was filed last before the month; nothing where none was, as in a first month. */
async function changesOfPlan(documents: Documents, org: string, sheet: Sheet): Promise<PlanChange[]> {
  const { person, month, tasks, taskDue, taskKind } = sheet;
  const versions = await documents.find(plansOf(org, person, month), []);
  const last = versions
    .filter(({ data }) => data.filedWith < month)
    .sort((a, b) => a.data.rev - b.data.rev)
    .at(-1);
  return last ? planChanges(last.data, { tasks, due: taskDue, kind: taskKind }) : [];
}
