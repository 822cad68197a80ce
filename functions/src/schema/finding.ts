// orgs/{org}/findings/{subject}_{yyyy-mm}_{key}: one manifestation seen at a person, with its remedy (domain.md section 2).
import * as z from 'zod/mini';
import { blocks, degrees, findingSources, findingStates, remedyStates } from '../domain/words.ts';
import {
  civilDate,
  codeList,
  logEntry,
  moment,
  month,
  personId,
  rev,
  sizes,
  stamp,
  text,
  unitId,
} from './fields.ts';

/** What the source writes once, on creation. */
export const findingSourceFields = {
  subject: personId,
  unit: unitId,
  block: z.enum(blocks),
  /** Frozen authority over the subject in `month`, which decides who may read and settle. */
  evaluator: personId,
  decider: personId,
  /** Month in which it was recorded; the month it counts in is `countsIn`. */
  month,
  /** Last part of the id. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  source: z.enum(findingSources),
  /** Who reads it by having recorded it; of what a rule proposes the system (domain/vacant.ts), and never the subject. */
  author: personId,
  codes: codeList,
  /** Article of Quy định 69-QĐ/TW, where code 69 is named. */
  article: text(sizes.line),
  fact: text(sizes.text),
  degree: z.enum(degrees),
};

/** Written by the authority once a finding drags on; absent on what a client creates. */
export const findingLaterFields = {
  /** How it affected the common work, in the authority's words (S3 II.3.1). */
  harm: z._default(text(sizes.note), ''),
  /** The date before the one extension; null while there was none. */
  firstDue: z._default(z.nullable(civilDate), null),
};

export const findingClientFields = {
  /** Date by which the remedy is due. */
  due: z.nullable(civilDate),
  state: z.enum(findingStates),
  settleReason: text(sizes.note),
  /** The person's. */
  remedy: text(sizes.text),
  remedyState: z.enum(remedyStates),
  /** When the remedy was reported; an accepted remedy counts from here. */
  remedyAt: z.nullable(stamp),
  /** The evaluator's word on the remedy. */
  remedyNote: text(sizes.note),
  rev,
  actor: personId,
  /** For whom a delegate settled it; null where somebody acted in their own name. */
  actedFor: z._default(z.nullable(personId), null),
  /** Null where a function made it from a row of the sheet. */
  savedAt: z.nullable(stamp),
};

/** Absent on what a client creates, until the trigger fills them. */
export const findingServerFields = {
  /** True from the moment of confirming: from then the person reads it. */
  notified: z.boolean(),
  notifiedAt: z._default(z.nullable(moment), null),
  /** Moments of the remedy in rehearsed time, as the level is computed from them. */
  remedyReportedAt: z._default(z.nullable(moment), null),
  countsIn: z._default(z.nullable(month), null),
  /** Month whose evaluation left it chưa rõ; it is carried so once (domain.md section 2). */
  unclearIn: z._default(z.nullable(month), null),
  /** Next month, where it was open at the close. */
  carriedTo: z._default(z.nullable(month), null),
  /** Month to which it had been carried when harm was stated; null while none is. */
  harmIn: z._default(z.nullable(month), null),
  log: z._default(z.array(logEntry), []),
};

export const findingSchema = z.strictObject({
  ...findingSourceFields,
  ...findingClientFields,
  ...findingLaterFields,
  ...findingServerFields,
});
export type Finding = z.infer<typeof findingSchema>;

/** What a client creates: the server's block is absent until the trigger fills it, and the rules refuse it from clients. */
export const newFindingSchema = z
  .strictObject({
    ...findingSourceFields,
    ...findingClientFields,
    /** Not the key of a row, of a late filing or of evaluations owed, whose findings functions create. */
    key: z.string().check(z.regex(/^(?!(r[1-9][0-9]?|late|owed)$)[a-z][a-z0-9]{0,15}$/)),
    notified: z.literal(false),
    actedFor: z.null(),
    settleReason: z.literal(''),
    remedyState: z.literal('none'),
    remedyAt: z.null(),
    remedyNote: z.literal(''),
    rev: z.literal(1),
    state: z.enum(['suspected', 'confirmed']),
  })
  .check(
    // One or more codes, and what was observed; 69 cites the article (domain.md section 2).
    z.refine(({ codes, fact }) => codes !== '' && fact.trim() !== ''),
    z.refine(({ codes, article }) => !codes.split(' ').includes('69') || article.trim() !== ''),
    // Chưa rõ is without effect until it is clear.
    z.refine(({ state, degree }) => state !== 'confirmed' || degree !== 'unclear'),
  );
export type NewFinding = z.infer<typeof newFindingSchema>;
