// orgs/{org}/sheets/{person}_{yyyy-mm}/plans/{yyyy-mm}-{rev}: one version of a person's plan of that month, as it was filed; written by functions alone.
import * as z from 'zod/mini';
import { planChangeKinds } from '../domain/plan.ts';
import { civilDate, moment, month, personId } from './fields.ts';

export const planChange = z.object({
  kind: z.enum(planChangeKinds),
  task: z.string(),
  before: z.string(),
  after: z.string(),
});

export const planSchema = z.strictObject({
  person: personId,
  month,
  /** Month with whose filing it came: the one before of a plan, the month itself of the tasks as they were reported. */
  filedWith: month,
  /** Revision of the sheet that was filed. */
  rev: z.int(),
  filedAt: moment,
  tasks: z.record(z.string(), z.string()),
  due: z.record(z.string(), civilDate),
  /** Against the plan filed last; empty of a plan. */
  changes: z.array(planChange),
});
export type PlanVersion = z.infer<typeof planSchema>;
