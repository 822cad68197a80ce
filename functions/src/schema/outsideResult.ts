// orgs/{org}/outsideResults/{person}_{yyyy-mm}: what was decided outside the organisation about one of its people, entered by the aggregator from the document (domain.md section 6).
import * as z from 'zod/mini';
import { blocks, levels, ratings } from '../domain/words.ts';
import { civilDate, logEntry, moment, month, personId, rev, sizes, stamp, text } from './fields.ts';

export const outsideResultClientFields = {
  person: personId,
  month,
  /** Of the person's month: the aggregator enters for no other. */
  block: z.enum(blocks),
  rating: z.enum(ratings),
  level: z.enum(levels),
  /** What decided it, "Quyết định số 12-QĐ/TU", and its date. */
  document: text(sizes.line).check(z.refine((s) => s.trim() !== '', 'no document')),
  day: civilDate,
  author: personId,
  rev,
  savedAt: z.nullable(stamp),
};
export const newOutsideResultSchema = z.strictObject({ ...outsideResultClientFields, rev: z.literal(1) });
/** What a correction may change. */
export const outsideResultEdits = ['rating', 'level', 'document', 'day', 'author', 'rev', 'savedAt'] as const;

export const outsideResultSchema = z.strictObject({
  ...outsideResultClientFields,
  // Absent until the function has come; the web reads it unparsed.
  /** When it took effect; null while it hasn't. */
  appliedAt: z._default(z.nullable(moment), null),
  /** Why the last entry took no effect; empty where it did. */
  refusal: z._default(z.string(), ''),
  log: z._default(z.array(logEntry), []),
});
export type OutsideResult = z.infer<typeof outsideResultSchema>;
export type StoredOutsideResult = z.input<typeof outsideResultSchema>;
