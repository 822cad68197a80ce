// Field types that several collections share; sizes here are the ones that firestore.rules enforces.
import * as z from 'zod/mini';
import { isMoment, type Moment } from '../domain/moment.ts';
import { sizes } from './sizes.ts';
import { degrees, type CivilDate, type Month } from '../domain/words.ts';

export { sizes } from './sizes.ts';

export const personId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
export const unitId = personId;
/** Kinds of unit and post, roles of units: words that the organisation's profile declares. */
export const kindName = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
export const month = z.custom<Month>((v) => typeof v === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(v));
export const civilDate = z.custom<CivilDate>(
  (v) => typeof v === 'string' && /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(v),
);
export const moment = z.custom<Moment>(isMoment);

/** A Firestore Timestamp of either SDK: the admin's, the web's, or the REST oracle's stand-in. */
export interface Stamp {
  toMillis(): number;
}
export const stamp = z.custom<Stamp>((v) => typeof v === 'object' && v !== null && 'toMillis' in v);

export const rev = z.int().check(z.gte(0));
/** The rules prove that all values of a map are texts by joining and splitting them at U+001F, which no keyboard types. */
const prose = z.string().check(z.refine((s) => !s.includes('\u001f')));
export const text = (max: number) => prose.check(z.maxLength(max));
export const taskId = z.string().check(z.regex(/^t[1-9][0-9]?$/));
/** Rows that the person files; with the authority's own, a1–a99 of section IV, they are the rows of Phiếu 01. */
export const ownRowId = z.string().check(z.regex(/^r[1-9][0-9]?$/));
export const rowId = z.string().check(z.regex(/^[ra][1-9][0-9]?$/));

/** A map id → text whose texts together stay within `max`, as the rules measure it. */
export const textMap = (key: typeof taskId, max: number) =>
  z
    .record(key, prose)
    .check(
      z.refine((m) => Object.keys(m).length <= sizes.entries && Object.values(m).join('').length <= max),
    );
export const enumMap = <const T extends readonly [string, ...string[]]>(key: typeof taskId, values: T) =>
  z.record(key, z.enum(values)).check(z.refine((m) => Object.keys(m).length <= sizes.entries));
export const dateMap = (key: typeof taskId) =>
  z.record(key, civilDate).check(z.refine((m) => Object.keys(m).length <= sizes.entries));
export const degreeMap = (key: typeof taskId) => enumMap(key, degrees);

const code = '(1\\.(0[1-9]|1[0-2])|2\\.0[1-9]|3\\.0[1-4]|69)';
/** Codes of one row, at most all 25 and 69, sorted and parted by one blank: "1.07 2.03". */
export const codeList = z.string().check(z.regex(new RegExp(`^(${code}( ${code}){0,25})?$`)));
export const codeMap = (key: typeof taskId) =>
  z.record(key, codeList).check(z.refine((m) => Object.keys(m).length <= sizes.entries));

/** True iff the parallel maps hang on `main`: no entry about a task or row that isn't there. */
export const hangOn = (main: object, ...maps: readonly object[]) =>
  maps.every((map) => Object.keys(map).every((id) => Object.hasOwn(main, id)));

/** Points of one of the three scores; what the template allows of them is said of the whole document (haveShape). */
export const score = z.number().check(
  z.gte(0),
  z.lte(100),
  z.refine((n) => Math.round(n * 10) / 10 === n, 'not in tenths'),
);
/** Points by criterion: "I.1=4.5 a=95.2 t3q=1" (domain/scoringPoints.ts); empty where the groups are scored as wholes. */
export const points = z._default(z.string(), '');

/** One entry of a document's audit log, chained by hash; rides in a write that a function makes anyway. */
export const logEntry = z.object({
  /** Place in the whole log of the document, from 1 on; older entries may lie in `logs`. */
  n: z.int().check(z.gte(1)),
  at: moment,
  who: z.string(),
  forWhom: z.nullable(z.string()),
  what: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  /** Why, where the act asked for a reason. */
  reason: z.optional(z.string()),
  hash: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;

/** One step of a trace: the rule with its clause, the facts it used, and what came out. */
export const traceStep = z.object({
  clause: z.string(),
  rule: z.string(),
  facts: z.array(z.string()),
  outcome: z.string(),
});
export type TraceStep = z.infer<typeof traceStep>;
