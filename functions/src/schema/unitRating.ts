// orgs/{org}/unitRatings/{unit}_{yyyy-mm}: the unit's own month, rated by who decides its head (domain.md section 3, Unit-month).
import * as z from 'zod/mini';
import { blocks, levels, ratings } from '../domain/words.ts';
import { logEntry, moment, month, personId, rev, sizes, stamp, text, traceStep, unitId } from './fields.ts';

export const unitRatingStates = ['waiting', 'decided'] as const;

/** The decider's: rating and level with a reason and no points, in one request with the act. */
export const unitRatingRecordFields = {
  dRating: z.nullable(z.enum(ratings)),
  dLevel: z.nullable(z.enum(levels)),
  /** Always asked for; the head reads it once it is published. Of taking back: why. */
  dReason: text(sizes.note),
  /** Why the head is rated above the unit (NĐ 335 Điều 20.6). */
  aboveReason: text(sizes.note),
};
export const unitRatingActFields = {
  state: z.enum(unitRatingStates),
  /** False from an act until a function has entered it in the log: no act is overwritten before it is kept. */
  followed: z.boolean(),
  rev,
  actor: z.nullable(personId),
  /** For whom a delegate acted. */
  actedFor: z.nullable(personId),
  actedAt: z.nullable(stamp),
};
export const unitRatingClientFields = { ...unitRatingRecordFields, ...unitRatingActFields };

const unitProposal = z.object({
  rating: z.nullable(z.literal('D')),
  level: z.enum(levels),
  trace: z.array(traceStep),
  /** What it was made from, as one text (ADR 0013). */
  facts: z.string(),
});
export type StoredUnitProposal = z.infer<typeof unitProposal>;

/** One version of the published result; the last one holds, earlier ones stay readable. */
export const publishedUnit = z.object({
  version: z.int(),
  rating: z.enum(ratings),
  level: z.enum(levels),
  reason: z.string(),
  aboveReason: z.string(),
  decidedBy: z.string(),
  decidedAt: moment,
  publishedAt: moment,
  trace: z.array(traceStep),
  basis: z.string(),
});
export type PublishedUnit = z.infer<typeof publishedUnit>;

/** Who took a published rating up again, and why; null while none is reopened. */
export const reopenedUnit = z.nullable(z.object({ at: moment, by: z.string(), reason: z.string() }));

export const unitRatingSchema = z.strictObject({
  unit: unitId,
  unitName: z.string(),
  block: z.enum(blocks),
  month,
  /** Who files for the unit, and who evaluates and decides them, as its unit sheet says. */
  head: personId,
  headName: z.string(),
  evaluator: personId,
  decider: personId,
  deciderName: z.string(),
  /** Leaders wait for the final run, and their units with them. */
  held: z.boolean(),
  proposal: unitProposal,
  /** The head's own, once decided: a head above the unit is a warning. */
  headRating: z.nullable(z.enum(ratings)),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(moment),
  version: z.int(),
  /** Published and not taken up again: then the head reads it. */
  frozen: z.boolean(),
  reopened: reopenedUnit,
  published: z.array(publishedUnit),
  log: z.array(logEntry),
  ...unitRatingClientFields,
});
export type UnitRating = z.infer<typeof unitRatingSchema>;
