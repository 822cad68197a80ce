// orgs/{org}/results/{person}_{yyyy-mm}: the published result with its reasons and trace; written by functions alone.
import * as z from 'zod/mini';
import { excuses, levels, ratings } from '../domain/words.ts';
import { authorityFields } from './authority.ts';
import { logEntry, moment, personId, traceStep } from './fields.ts';

export const resultSchema = z.strictObject({
  ...authorityFields,
  version: z.int(),
  state: z.enum(['published', 'locked']),
  /** Null in a month không xếp loại. */
  rating: z.nullable(z.enum(ratings)),
  level: z.nullable(z.enum(levels)),
  score: z.nullable(z.number()),
  unrated: z.boolean(),
  excuse: z.nullable(z.enum(excuses)),
  filed: z.boolean(),
  late: z.boolean(),
  evaluatorRating: z.nullable(z.enum(ratings)),
  evaluatorLevel: z.nullable(z.enum(levels)),
  evaluatorScore: z.nullable(z.number()),
  /** As printed: the names of the authority, with "thay mặt" where a delegate acted. */
  evaluatedBy: z.string(),
  decidedBy: z.string(),
  reason: z.string(),
  comment: z.string(),
  participants: z.string(),
  /** The authority's columns of Phiếu 01 by row. */
  aResult: z.record(z.string(), z.string()),
  aCause: z.record(z.string(), z.string()),
  aRemedy: z.record(z.string(), z.string()),
  aCodes: z.record(z.string(), z.string()),
  aDegree: z.record(z.string(), z.string()),
  /** Findings that count in this month: id → "codes · state". */
  findings: z.record(z.string(), z.string()),
  warnings: z.array(z.string()),
  trace: z.array(traceStep),
  decidedAt: z.nullable(moment),
  publishedAt: moment,
  /** Exclusive end of the window for an appeal. */
  appealUntil: moment,
  /** Whoever was given an appeal about a version of it to answer, and so reads it. */
  answerers: z._default(z.array(personId), []),
  /** The appeal that this version came from; null for what the decider decided. */
  onAppeal: z._default(
    z.nullable(z.object({ appeal: z.string(), answerer: personId, answererName: z.string() })),
    null,
  ),
  /** From what it was decided, as JSON: replayed it gives the same proposal, trace and result (domain/basis.ts). */
  basis: z._default(z.string(), ''),
  /** Taken up again by the decider: it stands as it is until the next version takes its place, and isn't locked meanwhile. */
  reopened: z._default(z.nullable(z.object({ at: moment, by: z.string(), reason: z.string() })), null),
  log: z.array(logEntry),
});
export type Result = z.infer<typeof resultSchema>;
