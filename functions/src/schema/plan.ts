// Versions of plans as they were filed, written by functions alone: sheets/{person}_{yyyy-mm}/plans/{yyyy-mm}-{rev}, unitSheets/{unit}_{yyyy-mm}/plans/{yyyy-mm}-{rev}, unitPlans/{unit}_{yyyy}/plans/{rev}.
import * as z from 'zod/mini';
import { planChangeKinds } from '../domain/plan.ts';
import { civilDate, moment, month, personId, unitId } from './fields.ts';

export const planChange = z.object({
  kind: z.enum(planChangeKinds),
  task: z.string(),
  before: z.string(),
  after: z.string(),
});

const versionFields = {
  /** Revision of the document that was filed. */
  rev: z.int(),
  filedAt: moment,
  tasks: z.record(z.string(), z.string()),
  due: z.record(z.string(), civilDate),
  /** Against what was filed before; empty of a plan that came first. */
  changes: z.array(planChange),
};
const monthFields = {
  month,
  /** Month with whose filing it came: the one before of a plan, the month itself of the tasks as they were reported. */
  filedWith: month,
  ...versionFields,
};

/** Of a person's plan of the month. */
export const planSchema = z.strictObject({ person: personId, ...monthFields });
export type PlanVersion = z.infer<typeof planSchema>;

/** Of a unit's plan of the month. */
export const unitMonthPlanSchema = z.strictObject({ unit: unitId, ...monthFields });
export type UnitMonthPlan = z.infer<typeof unitMonthPlanSchema>;

/** Of a unit's plan of the year. */
export const yearPlanSchema = z.strictObject({
  unit: unitId,
  year: z.string(),
  /** Who filed it. */
  head: personId,
  goals: z.string(),
  /** Why the plan was changed; empty of the first. */
  changeNote: z.string(),
  ...versionFields,
});
export type YearPlanVersion = z.infer<typeof yearPlanSchema>;
