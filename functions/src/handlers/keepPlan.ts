// Keeps every version of a plan, because inspection rests on them (domain.md section 7, S3 3.1): what was filed for the next month, and what became of the plan of this one.
import { nextMonth } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { planChanges, type PlanChange, type Reported } from '../domain/plan.ts';
import type { Month } from '../domain/words.ts';
import type { PlanVersion, UnitMonthPlan } from '../schema/plan.ts';
import {
  planRef,
  plansOf,
  unitMonthPlanRef,
  unitMonthPlansOf,
  type Collection,
  type Ref,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitSheet } from '../schema/unit.ts';
import type { Documents } from './ports.ts';

/** A version, whoever's plan it is. */
type MonthPlan = Omit<PlanVersion, 'person'>;
type Filed = Pick<Sheet, 'month' | 'rev' | 'tasks' | 'taskDue' | 'nextTasks' | 'nextDue'>;

/** Where the versions of one person's or unit's plans lie. */
interface Versions<V extends MonthPlan> {
  of(month: Month): Collection<V>;
  ref(month: Month, filing: Pick<MonthPlan, 'filedWith' | 'rev'>): Ref<V>;
  own(plan: MonthPlan): V;
}

/** `at` is the moment of the filing; returned is what it changed of the plan filed before. */
export async function keepPlan(
  documents: Documents,
  org: string,
  sheet: Sheet,
  at: Moment,
): Promise<PlanChange[]> {
  const { person, taskKind } = sheet;
  const versions: Versions<PlanVersion> = {
    of: (month) => plansOf(org, person, month),
    ref: (month, filing) => planRef(org, person, month, filing),
    own: (plan) => ({ person, ...plan }),
  };
  return await keepVersions(documents, versions, sheet, taskKind, at);
}

/** The same of a unit, whose sheet doesn't tell planned tasks from others: what has a planned task's number is that task. */
export async function keepUnitPlan(
  documents: Documents,
  org: string,
  sheet: UnitSheet,
  at: Moment,
): Promise<PlanChange[]> {
  const { unit } = sheet;
  const versions: Versions<UnitMonthPlan> = {
    of: (month) => unitMonthPlansOf(org, unit, month),
    ref: (month, filing) => unitMonthPlanRef(org, unit, month, filing),
    own: (plan) => ({ unit, ...plan }),
  };
  return await keepVersions(documents, versions, sheet, {}, at);
}

/** Named by the filing, so that a replay keeps nothing twice. */
async function keepVersions<V extends MonthPlan>(
  documents: Documents,
  versions: Versions<V>,
  filed: Filed,
  kind: Reported['kind'],
  at: Moment,
): Promise<PlanChange[]> {
  const { month, rev, nextTasks, nextDue, tasks, taskDue: due } = filed;
  const filing = { filedWith: month, rev };
  const following = nextMonth(month);
  const last = await lastFiled(documents, versions, month);
  const changes = last ? planChanges(last, { tasks, due, kind }) : [];
  const version = (of: Month, plan: Pick<MonthPlan, 'tasks' | 'due' | 'changes'>) => ({
    ref: versions.ref(of, filing),
    data: versions.own({ ...filing, month: of, filedAt: at, ...plan }),
  });
  await documents.createMissing([
    version(following, { tasks: nextTasks, due: nextDue, changes: [] }),
    ...(changes.length === 0 ? [] : [version(month, { tasks, due, changes })]),
  ]);
  return changes;
}

/** The plan that was filed last before the month; null where none was, as in a first month. */
async function lastFiled<V extends MonthPlan>(
  documents: Documents,
  versions: Versions<V>,
  month: Month,
): Promise<V | null> {
  const filed = (await documents.find(versions.of(month), [])).filter(({ data }) => data.filedWith < month);
  return filed.sort((a, b) => a.data.rev - b.data.rev).at(-1)?.data ?? null;
}
