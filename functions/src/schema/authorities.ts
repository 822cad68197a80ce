// orgs/{org}/authorities/{unit}_{yyyy-mm}: who evaluates whom in one unit, as frozen at the opening and corrected since.
import * as z from 'zod/mini';
import { blocks, tiers } from '../domain/words.ts';
import { month, personId, unitId } from './fields.ts';

/** One person's edges of the hierarchy with the row and clause that say so; names stand in `names`. */
export const authorityEdge = z.object({
  name: z.string(),
  post: z.string(),
  tier: z.enum(tiers),
  row: z.int(),
  clause: z.string(),
  headcount: z.nullable(z.int()),
  evaluator: personId,
  decider: personId,
  head: z.nullable(personId),
  consulted: z.array(personId),
  onRequest: z._default(z.array(personId), []),
  proposers: z.array(personId),
  /** Reason of the last correction; null where authority is still as it was frozen. */
  corrected: z.nullable(z.string()),
});
export type AuthorityEdge = z.infer<typeof authorityEdge>;

/** Derived from the sheets; read by clerks, administrators, inspectors, supervisors and aggregators of the block. */
export const authoritiesSchema = z.strictObject({
  unit: unitId,
  unitName: z.string(),
  parent: z.nullable(unitId),
  block: z.enum(blocks),
  month,
  /** Person id → edges. */
  rows: z.record(z.string(), authorityEdge),
  /** Person id → name, of everyone whom a row names. */
  names: z.record(z.string(), z.string()),
});
export type UnitAuthorities = z.infer<typeof authoritiesSchema>;
