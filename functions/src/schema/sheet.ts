// orgs/{org}/sheets/{person}_{yyyy-mm}: the person's part of a month — plan, report, Phiếu 01, next month's plan.
import * as z from 'zod/mini';
import { haveShape } from '../domain/scoringShape.ts';
import { excuses, rowSections, stages, taskStates } from '../domain/words.ts';
import { authorityFields } from './authority.ts';
import {
  civilDate,
  codeMap,
  dateMap,
  degreeMap,
  enumMap,
  hangOn,
  logEntry,
  moment,
  rev,
  ownRowId,
  personId,
  points,
  score,
  sizes,
  stamp,
  taskId,
  text,
  textMap,
} from './fields.ts';
import { selfRemedyStates, taskKinds } from './sheetDraft.ts';

const count = z.int().check(z.gte(0), z.lte(999));

/** What the person writes; the key set that the rules close. Rules have no loops, so lists of things are parallel maps by id. */
export const sheetClientFields = {
  /** Tasks of the month: planned by the plan, unplanned as they come (đột xuất, phát sinh). */
  tasks: textMap(taskId, sizes.sheet),
  taskDue: dateMap(taskId),
  taskKind: enumMap(taskId, taskKinds),
  taskState: enumMap(taskId, taskStates),
  /** Quantity, quality, progress and effect, per task (S3 6.1). */
  taskResult: textMap(taskId, sizes.sheet),
  /** Explanation for each task not done or late (S3 6.1). */
  taskWhy: textMap(taskId, sizes.sheet),
  conduct: text(sizes.sheet),
  strengths: text(sizes.sheet),
  weaknesses: text(sizes.sheet),
  causes: text(sizes.sheet),
  /** Counts of footnote 5. */
  undone: count,
  joint: count,
  jointLate: count,
  procedures: count,
  proceduresLate: count,
  proceduresOff: count,
  share: text(sizes.sheet),
  initiative: text(sizes.sheet),
  score1: score,
  score21: score,
  score22: score,
  points,
  /** Rows of Phiếu 01, r1–r99: only what falls short. */
  rowSection: enumMap(ownRowId, rowSections),
  rowResult: textMap(ownRowId, sizes.sheet),
  rowCause: textMap(ownRowId, sizes.sheet),
  rowRemedy: textMap(ownRowId, sizes.sheet),
  /** Length of the delay (footnote 3). */
  rowDelay: textMap(ownRowId, sizes.sheet),
  rowNote: textMap(ownRowId, sizes.sheet),
  rowCodes: codeMap(ownRowId),
  rowDegree: degreeMap(ownRowId),
  rowDue: dateMap(ownRowId),
  rowRemedyState: enumMap(ownRowId, selfRemedyStates),
  /** Id of the carried finding that a row of section III answers. */
  rowFinding: textMap(ownRowId, sizes.sheet),
  /** The explicit statement that there is nothing to report (domain.md section 7). */
  nothing: z.boolean(),
  nextTasks: textMap(taskId, sizes.sheet),
  nextDue: dateMap(taskId),
  nextRemedies: text(sizes.sheet),
  /** Trách nhiệm người đứng đầu, of heads only (S3 6.4a). */
  headDuty: text(sizes.sheet),
  headWords: z
    .record(z.string(), text(sizes.sheet))
    .check(z.refine((m) => Object.keys(m).length <= sizes.facts)),
  state: z.enum(['open', 'submitted']),
  rev,
  /** Null until a client has written; then the rules force the time of the request. */
  savedAt: z.nullable(stamp),
};

/** What functions write; clients may not touch it. */
export const sheetServerFields = {
  ...authorityFields,
  isHead: z.boolean(),
  /** Those of `onRequest` whom the decider asked: they read the sheet. */
  asked: z._default(z.array(personId), []),
  excuse: z.nullable(z.enum(excuses)),
  stage: z.enum(stages),
  /** Exclusive end of the filing period: in time means before it. */
  due: moment,
  /** Last day of the filing period as shown. */
  dueDay: civilDate,
  firstFiledAt: z.nullable(moment),
  late: z.boolean(),
  returns: z.int(),
  returnNote: z.string(),
  /** Open findings of last month, id → summary, which section III answers. */
  carried: z.record(z.string(), z.string()),
  /** Findings confirmed for last month and remedied by then, id → what was seen and how it ended; told in section III, and not asked about. */
  remediedBefore: z._default(z.record(z.string(), z.string()), {}),
  /** Facts a head must answer to, key → fact. */
  headFacts: z.record(z.string(), z.string()),
  log: z.array(logEntry),
};

const sheetShape = z.strictObject({ ...sheetServerFields, ...sheetClientFields });
export type Sheet = z.infer<typeof sheetShape>;

const hangsTogether = (s: Sheet) =>
  hangOn(s.tasks, s.taskDue, s.taskKind, s.taskState, s.taskResult, s.taskWhy) &&
  hangOn(s.nextTasks, s.nextDue) &&
  hangOn(
    s.rowSection,
    ...[s.rowResult, s.rowCause, s.rowRemedy, s.rowDelay, s.rowNote],
    ...[s.rowCodes, s.rowDegree, s.rowDue, s.rowRemedyState, s.rowFinding],
  );

const textOf = (s: Sheet) =>
  [
    ...[s.conduct, s.strengths, s.weaknesses, s.causes, s.share, s.initiative, s.nextRemedies, s.headDuty],
    ...[s.tasks, s.taskResult, s.taskWhy, s.nextTasks].flatMap((m) => Object.values(m)),
    ...[s.rowResult, s.rowCause, s.rowRemedy, s.rowDelay, s.rowNote, s.rowFinding].flatMap((m) =>
      Object.values(m),
    ),
    ...[s.rowCodes, s.taskDue, s.nextDue, s.rowDue].flatMap((m) => Object.values<string>(m)),
    ...Object.entries(s.headWords).flat(),
  ].join('');

export const sheetSchema = sheetShape.check(
  z.refine(hangsTogether, 'an entry hangs on no task or row'),
  z.refine((s) => haveShape(s.template, s), 'points that the template has no place for'),
  z.refine((s) => textOf(s).length <= sizes.sheet, 'too long as a whole'),
);
export type SheetDraft = Pick<Sheet, Exclude<keyof typeof sheetClientFields, 'state' | 'rev' | 'savedAt'>>;
