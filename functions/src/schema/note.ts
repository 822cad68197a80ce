// orgs/{org}/notes/{subject}_{yyyy-mm}_{author}: an aggregator's advice or an overseer's remark, which the decider reads (tham mưu).
import * as z from 'zod/mini';
import { month, personId, rev, sizes, stamp, text, unitId } from './fields.ts';

export const noteClientFields = {
  /** A person's month, or the month of a unit. */
  about: z.enum(['person', 'unit']),
  subject: unitId,
  month,
  /** An overseer writes about units assigned to them only. */
  as: z.enum(['aggregator', 'overseer']),
  author: personId,
  text: text(sizes.text).check(z.refine((s) => s.trim() !== '', 'nothing said')),
  rev,
  savedAt: z.nullable(stamp),
};
export const noteSchema = z.strictObject({
  ...noteClientFields,
  /** Absent on what the author writes first, until the function comes. */
  authorName: z._default(z.string(), ''),
});
/** As it is stored: the web reads it unparsed, and its author before there is a name on it. */
export type Note = z.input<typeof noteSchema>;
