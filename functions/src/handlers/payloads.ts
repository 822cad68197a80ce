// What a task may carry, checked before it is believed: a queue outlives the code that filled it.
import * as z from 'zod/mini';
import { moment, month, unitId } from '../schema/fields.ts';
import { deadlineKinds, type TaskFunction, type TaskPayloads } from './ports.ts';

const shapes = {
  keepDeadline: z.strictObject({
    org: z.string(),
    month,
    kind: z.enum(deadlineKinds),
    due: moment,
    unit: z.nullable(unitId),
  }),
  rebuildUnit: z.strictObject({ org: z.string(), month, unit: unitId }),
  rebuildYear: z.strictObject({ org: z.string(), month, unit: unitId }),
  keepDelegation: z.strictObject({ org: z.string(), id: z.string(), due: moment }),
  renderReport: z.strictObject({
    org: z.string(),
    month,
    unit: unitId,
    kind: z.enum(['publication', 'forecast']),
    version: z.int().check(z.gte(1)),
  }),
} satisfies Record<TaskFunction, unknown>;

/** Throws ZodError where `data` is no payload of `fn`. */
export function parsePayload<F extends TaskFunction>(fn: F, data: unknown): TaskPayloads[F] {
  return shapes[fn].parse(data) as TaskPayloads[F];
}
