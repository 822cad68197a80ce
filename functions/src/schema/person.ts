// orgs/{org}/people/{id} and members/{id}: who somebody is, and which offices of the system they hold.
import * as z from 'zod/mini';
import { blocks, categories, excuses } from '../domain/words.ts';
import { civilDate, kindName, logEntry, month, personId, rev, sizes, text, unitId } from './fields.ts';

export const postSchema = z.object({
  unit: unitId,
  kind: kindName,
  title: z.string(),
  primary: z.boolean(),
  acting: z.boolean(),
  fields: z.array(z.string()),
  inCharge: z.array(personId),
  /** First and last day of the post; null while it lasts. A transfer ends one post and begins another. */
  from: z.nullable(civilDate),
  to: z.nullable(civilDate),
});

/** What a row of a change carries; the rest of the document is written by functions. */
export const personFields = {
  id: personId,
  name: z.string(),
  email: z.string(),
  category: z.enum(categories),
  partyMember: z.boolean(),
  decidedOutside: z.boolean(),
  /** Cán bộ diện Ban Thường vụ quản lý: whether they keep their place is considered there (S3 II.7). */
  managedByBTV: z._default(z.boolean(), false),
  posts: z.array(postSchema),
  absences: z.array(z.object({ excuse: z.enum(excuses), from: civilDate, to: civilDate })),
  joined: z.nullable(civilDate),
  left: z.nullable(civilDate),
};

export const personSchema = z.strictObject({
  ...personFields,
  /** A month in which they may lack an evaluator or a decider, and why (domain.md section 6); set by the clerk's act. */
  setAside: z.nullable(z.object({ month, reason: text(sizes.line), by: personId })),
  /** Evaluator and decider of the newest open month, who may read earlier months too (section 11, history). */
  judgedBy: z.array(personId),
  log: z.array(logEntry),
  /** Raised with every change by the clerk, so that the account follows. */
  rev,
});
export type PersonDocument = z.infer<typeof personSchema>;

/** Rights beyond the hierarchy; read from this document and never from a claim, so that a change takes effect at once. */
export const memberFields = {
  inspects: z.boolean(),
  aggregates: z.array(z.enum(blocks)),
  offices: z.array(z.enum(blocks)),
  clerk: z.boolean(),
  administrator: z.boolean(),
  /** Units whose states and aggregates an overseer reads (UV BTV, Đảng ủy viên phụ trách). */
  oversees: z.array(unitId),
  /** HĐND and Front: records what supervision saw, at anyone, and reads that alone (domain.md section 2). */
  supervises: z._default(z.boolean(), false),
};
export const memberSchema = z.strictObject({
  ...memberFields,
  /**
   * Whom they evaluate or decide in the newest open month, and so may read earlier months of; follows `judgedBy` of
   * people and stands here too, so that one look-up tells every right of who asks.
   */
  judges: z._default(z.array(personId), []),
  log: z._default(z.array(logEntry), []),
  rev,
});
export type Member = z.infer<typeof memberSchema>;
