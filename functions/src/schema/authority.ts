// The authority over a person-month, frozen when the cycle opens and copied onto its documents (domain.md section 6).
import * as z from 'zod/mini';
import { blocks, categories, tiers } from '../domain/words.ts';
import { month, personId, unitId } from './fields.ts';

export const authorityFields = {
  person: personId,
  personName: z.string(),
  post: z.string(),
  category: z.enum(categories),
  unit: unitId,
  unitName: z.string(),
  block: z.enum(blocks),
  month,
  tier: z.enum(tiers),
  /** Row of the matrix (domain.md section 6) and its clause, e.g. 10 and "S3 II.5.2". */
  row: z.int(),
  clause: z.string(),
  /** Frozen headcount where the 19/20 rule used it. */
  headcount: z.nullable(z.int()),
  evaluator: personId,
  evaluatorName: z.string(),
  decider: personId,
  deciderName: z.string(),
  /** Head of the unit; null where the unit has none. */
  head: z.nullable(personId),
  consulted: z.array(personId),
  /** Whom the decider may ask besides: the committee member in charge of the unit (rows 3 and 7). */
  onRequest: z._default(z.array(personId), []),
  proposers: z.array(personId),
  /** Version of the scoring template that the sheet is pinned to, "HN-1841@1". */
  template: z.string(),
};
