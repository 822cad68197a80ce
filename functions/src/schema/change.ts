// orgs/{org}/changes/{author}_{key}: one recorded act of the personnel clerk — a form saved, a list imported, an authority corrected.
import * as z from 'zod/mini';
import { movableDeadlines } from '../domain/deadlineMoves.ts';
import { civilDate, moment, month, personId, rev, sizes, stamp, text, unitId } from './fields.ts';

/**
 * What a change is about. `people`, `units` and `members` carry whole new records; `authority` corrects an open
 * person-month before its decision; `setAside` lets a cycle open although somebody lacks an evaluator or a decider;
 * `settings` changes what the organisation has set, one row a setting; `calendar` the days of its own calendar;
 * `deadlines` moves single deadlines of a month that is open.
 */
export const changeKinds = [
  'people',
  'units',
  'members',
  'authority',
  'setAside',
  'settings',
  'calendar',
  'deadlines',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeSources = ['screen', 'import'] as const;
/** draft: parts are on their way; sent: a function applies all of it or none. */
export const changeStates = ['draft', 'sent', 'applied', 'refused'] as const;

/** Rows travel as JSON: rules can't look into lists of maps, so the function judges each by its schema (changeRow.ts). */
const rows = (max: number) =>
  z
    .array(z.string())
    .check(z.refine((l) => l.length <= sizes.changeRows && l.join('').length <= max, 'too many rows'));

export const changeClientFields = {
  author: personId,
  kind: z.enum(changeKinds),
  source: z.enum(changeSources),
  /** Why; shown with every entry that the change leaves in a log. */
  reason: text(sizes.line).check(z.refine((s) => s.trim() !== '', 'no reason')),
  /** Rows of a small change; a long list stands in `parts/0` … `parts/{parts - 1}` besides. */
  rows: rows(sizes.changePart),
  parts: z.int().check(z.gte(0), z.lte(sizes.changeParts)),
  state: z.enum(changeStates),
  rev,
  savedAt: z.nullable(stamp),
};

/** A refusal names the row (from 0, as sent; -1 is the whole change), the field where one is to blame, and the reason in Vietnamese. */
export const changeProblem = z.object({ row: z.int(), field: z.nullable(z.string()), reason: z.string() });
export type ChangeProblem = z.infer<typeof changeProblem>;

export const changeSchema = z.strictObject({
  ...changeClientFields,
  // Absent on what a clerk creates, until the function has judged it.
  judgedAt: z._default(z.nullable(moment), null),
  problems: z._default(z.array(changeProblem), []),
  /** What came of it; null unless it was applied, or begun where it takes several commits. */
  counts: z._default(z.nullable(z.object({ added: z.int(), changed: z.int(), unchanged: z.int() })), null),
});
export type Change = z.infer<typeof changeSchema>;

/** What a clerk creates: a draft whose parts follow, or a small change that is sent at once. */
export const newChangeSchema = z.strictObject({
  ...changeClientFields,
  state: z.enum(['draft', 'sent']),
  rev: z.literal(1),
});
export type NewChange = z.infer<typeof newChangeSchema>;

export const changePartSchema = z.strictObject({
  author: personId,
  rows: rows(sizes.changePart),
  savedAt: z.nullable(stamp),
});
export type ChangePart = z.infer<typeof changePartSchema>;

/** Row of an `authority` change: null evaluator and decider resolve the month again by the profile; named, they are set. */
export const authorityRow = z.strictObject({
  person: personId,
  month,
  evaluator: z.nullable(personId),
  decider: z.nullable(personId),
});
/** Row of a `settings` change. */
export const settingsRow = z.strictObject({ name: z.string(), value: z.unknown() });
/** Row of a `calendar` change; null takes the organisation's own line back. */
export const calendarRow = z.strictObject({
  day: civilDate,
  line: z.nullable(z.strictObject({ works: z.boolean(), name: z.string(), official: z.boolean() })),
});
/** Row of a `deadlines` change. */
export const deadlineRow = z.strictObject({ month, name: z.enum(movableDeadlines), day: civilDate });
/** Row of a `setAside` change. */
export const setAsideRow = z.strictObject({ person: personId, month });
/**
 * Row that carries a record of `people`, `units` or `members`: `base` is the `rev` it was made from, null where new; `value` is the
 * record without its id and without what functions write (changeRow.ts).
 */
export const recordRow = z.strictObject({ id: unitId, base: z.nullable(z.int()), value: z.unknown() });
