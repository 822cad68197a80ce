// orgs/{org}/unitFindings/{unit}_{yyyy-mm}_{key}: one manifestation seen at a unit, with its remedy (domain.md section 2).
import * as z from 'zod/mini';
import { unitFindingSources } from '../domain/unitFinding.ts';
import { blocks, degrees, findingStates, remedyStates } from '../domain/words.ts';
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

/** What the source writes once. Whose unit it is and who stands above, a function says. */
export const unitFindingSourceFields = {
  unit: unitId,
  /** Month in which it was recorded; the month it counts in is `countsIn`. */
  month,
  /** Last part of the id, drawn by the author's client. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  source: z.enum(unitFindingSources),
  author: personId,
  codes: codeList,
  /** Article of Quy định 69-QĐ/TW, where code 69 is named. */
  article: text(sizes.line),
  fact: text(sizes.text),
  degree: z.enum(degrees),
};
export const unitFindingClientFields = {
  ...unitFindingSourceFields,
  due: z.nullable(civilDate),
  state: z.enum(findingStates),
  settleReason: text(sizes.note),
  /** The head's. */
  remedy: text(sizes.text),
  remedyState: z.enum(remedyStates),
  remedyAt: z.nullable(stamp),
  /** The decider's word on the remedy. */
  remedyNote: text(sizes.note),
  rev,
  actor: personId,
  savedAt: z.nullable(stamp),
};

/** Written by who answers the remedy; absent on what a client creates. */
export const unitFindingLaterFields = {
  /** The date before the one extension; null while there was none. */
  firstDue: z._default(z.nullable(civilDate), null),
};

/** Absent on what a client creates, until the function comes; head and authority follow the newest month while it is open. */
export const unitFindingServerFields = {
  unitName: z._default(z.string(), ''),
  block: z._default(z.nullable(z.enum(blocks)), null),
  head: z._default(z.string(), ''),
  evaluator: z._default(z.string(), ''),
  decider: z._default(z.string(), ''),
  authorName: z._default(z.string(), ''),
  /** True from the moment of confirming: from then the head reads it. */
  notified: z._default(z.boolean(), false),
  notifiedAt: z._default(z.nullable(moment), null),
  remedyReportedAt: z._default(z.nullable(moment), null),
  countsIn: z._default(z.nullable(month), null),
  /** Next month, where it was open at the close. */
  carriedTo: z._default(z.nullable(month), null),
  log: z._default(z.array(logEntry), []),
};

export const unitFindingSchema = z.strictObject({
  ...unitFindingClientFields,
  ...unitFindingLaterFields,
  ...unitFindingServerFields,
});
export type UnitFinding = z.infer<typeof unitFindingSchema>;
/** As it is stored: the web reads it unparsed, and its author before a function has come. */
export type StoredUnitFinding = z.input<typeof unitFindingSchema>;

export const newUnitFindingSchema = z
  .strictObject({
    ...unitFindingClientFields,
    state: z.enum(['suspected', 'confirmed']),
    settleReason: z.literal(''),
    remedy: z.literal(''),
    remedyState: z.literal('none'),
    remedyAt: z.null(),
    remedyNote: z.literal(''),
    rev: z.literal(1),
  })
  .check(
    z.refine(({ codes, fact }) => codes !== '' && fact.trim() !== ''),
    z.refine(({ codes, article }) => !codes.split(' ').includes('69') || article.trim() !== ''),
    // What isn't clear confirms nothing (S3 II.2).
    z.refine(({ state, degree }) => state === 'suspected' || degree !== 'unclear'),
  );
export type NewUnitFinding = z.infer<typeof newUnitFindingSchema>;
