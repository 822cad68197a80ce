// orgs/{org}/unitPlans/{unit}_{yyyy}: the plan of a unit for a year, filed by its head and filed again when things arise (S3 3.1, domain.md section 7).
import * as z from 'zod/mini';
import { blocks } from '../domain/words.ts';
import {
  dateMap,
  hangOn,
  logEntry,
  moment,
  personId,
  rev,
  sizes,
  stamp,
  taskId,
  text,
  textMap,
  unitId,
} from './fields.ts';

export const unitPlanStates = ['open', 'submitted'] as const;

export const unitPlanClientFields = {
  /** Mục tiêu, chỉ tiêu. */
  goals: text(sizes.text),
  tasks: textMap(taskId, sizes.taskMap),
  taskDue: dateMap(taskId),
  /** Why a filed plan is changed; emptied as it is taken up again, so that each filing says its own. */
  changeNote: text(sizes.line),
  state: z.enum(unitPlanStates),
  /** When it was taken up again last. */
  reopenedAt: z.nullable(stamp),
  rev,
  savedAt: z.nullable(stamp),
};
const unitPlanShape = z.strictObject({
  unit: unitId,
  unitName: z.string(),
  block: z.enum(blocks),
  year: z.string().check(z.regex(/^20\d\d$/)),
  /** Of the newest month: the plan outlasts a change of heads. */
  head: personId,
  headEvaluator: personId,
  headDecider: personId,
  /** First filing; null until a function has kept one. */
  filedAt: z.nullable(moment),
  /** How many filings are kept. */
  filings: z.int(),
  /** Revision of the filing kept last; nothing is taken up again before it is kept. */
  keptRev: z.int(),
  log: z.array(logEntry),
  ...unitPlanClientFields,
});
export type UnitPlan = z.infer<typeof unitPlanShape>;

export const unitPlanSchema = unitPlanShape.check(
  z.refine(({ tasks, taskDue }) => hangOn(tasks, taskDue)),
  z.refine(({ taskDue, year }) => Object.values(taskDue).every((day) => day.startsWith(`${year}-`))),
);
