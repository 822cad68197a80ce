// orgs/{org}/units, unitSheets, unitMonths, boards and figures: what is kept per unit and month.
import * as z from 'zod/mini';
import { blocks, levels, ratings, stages } from '../domain/words.ts';
import { amongHeads } from './paths.ts';
import { tallyFields } from './tally.ts';
import { reopenedUnit } from './unitRating.ts';
import {
  civilDate,
  dateMap,
  hangOn,
  kindName,
  logEntry,
  moment,
  month,
  personId,
  rev,
  sizes,
  stamp,
  taskId,
  text,
  textMap,
  unitId,
} from './fields.ts';

/** What a row of a change carries; the rest of the document is written by functions. */
export const unitFields = {
  id: unitId,
  name: z.string(),
  kind: kindName,
  block: z.enum(blocks),
  parent: z.nullable(unitId),
  headcountOverride: z.nullable(z.int()),
  role: z.nullable(kindName),
  /** Last day of the unit; null while it exists. */
  closed: z.nullable(civilDate),
  /** Titles of posts whose holder is classified: kept without a name, and nobody is entered in them (domain.md section 11). */
  excludedFromSystem: z._default(z.array(text(sizes.line)), []),
};
export const unitSchema = z.strictObject({ ...unitFields, log: z.array(logEntry), rev });
export type UnitDocument = z.infer<typeof unitSchema>;

/** The unit's own monthly plan and report, written by its head (S3 3.1). */
export const unitSheetClientFields = {
  tasks: textMap(taskId, sizes.taskMap),
  taskDue: dateMap(taskId),
  taskResult: textMap(taskId, sizes.taskMap),
  report: text(sizes.text),
  /** Backlog within and beyond own competence (S3 III.2.4). */
  backlog: text(sizes.text),
  nextTasks: textMap(taskId, sizes.taskMap),
  nextDue: dateMap(taskId),
  state: z.enum(['open', 'submitted']),
  rev,
  savedAt: z.nullable(stamp),
};
const unitSheetShape = z.strictObject({
  unit: unitId,
  unitName: z.string(),
  block: z.enum(blocks),
  month,
  head: personId,
  /** Who evaluates and who decides the head. */
  headEvaluator: personId,
  headDecider: personId,
  due: moment,
  dueDay: civilDate,
  filedAt: z.nullable(moment),
  late: z.boolean(),
  log: z.array(logEntry),
  ...unitSheetClientFields,
});
export type UnitSheet = z.infer<typeof unitSheetShape>;
export const unitSheetSchema = unitSheetShape.check(
  z.refine((s) => hangOn(s.tasks, s.taskDue, s.taskResult) && hangOn(s.nextTasks, s.nextDue)),
);

export const unitRow = z.object({
  name: z.string(),
  post: z.string(),
  stage: z.enum(stages),
  late: z.boolean(),
  filed: z.boolean(),
  returned: z.boolean(),
  /** An objective cause takes the month out of what is owed. */
  excused: z.boolean(),
  rating: z.nullable(z.enum(ratings)),
  level: z.nullable(z.enum(levels)),
  score: z.nullable(z.number()),
  codes: z.array(z.string()),
  openFindings: z.int(),
  evaluator: personId,
  decider: personId,
  /** Who acted in fact, "B thay mặt A" where a delegate did; null before. */
  evaluatedBy: z._default(z.nullable(z.string()), null),
  decidedBy: z._default(z.nullable(z.string()), null),
  tier: z.string(),
  sheetRev: z.int(),
  assessmentRev: z.int(),
  version: z.int(),
});
export type UnitRow = z.infer<typeof unitRow>;

/** The unit's own result as everybody in it reads it, without reason and findings; null until one was published. */
const ownResult = z.nullable(
  z.object({
    rating: z.enum(ratings),
    level: z.enum(levels),
    decider: z.string(),
    publishedAt: moment,
    version: z.int(),
  }),
);
export type OwnResult = z.infer<typeof ownResult>;

/** Derived: one row per person of the unit; can be deleted and rebuilt to the same bytes. */
export const unitMonthSchema = z.strictObject({
  unit: unitId,
  unitName: z.string(),
  block: z.enum(blocks),
  month,
  /** Head, who decides in it, and who evaluates and decides its head. */
  readers: z.array(personId),
  rows: z.record(z.string(), unitRow),
  counts: z.object({ ...tallyFields, published: z.int() }),
  /** How many stand with which rating, evaluated or decided, whoever's row tells it: what the quota is counted from. */
  standing: z._default(z.object({ A: z.int(), B: z.int(), none: z.int() }), { A: 0, B: 0, none: 0 }),
  /** In how many people's texts the same words stand, by their fingerprint (domain/sameWords.ts); those of one alone aren't kept. */
  sameWords: z._default(z.record(z.string(), z.int()), {}),
  /** Null where nobody heads the unit, so that none is due: Thường trực, HĐND, UBND. */
  unitFiled: z.nullable(z.boolean()),
  figuresSent: z.boolean(),
  /** How the unit's own month stands; null where nobody is to rate it, which is a gap and no error. */
  own: z._default(
    z.nullable(
      z.object({
        stage: z.enum(['vacant', 'waiting', 'decided', 'published']),
        result: ownResult,
        reopened: reopenedUnit,
        findingsOpen: z.int(),
      }),
    ),
    null,
  ),
});
export type UnitMonth = z.infer<typeof unitMonthSchema>;

/** Published inside the unit, or among heads: results, and of findings what the organisation confirmed is shown (domain.md section 11). */
export const boardSchema = z.strictObject({
  /** A unit, or `amongHeads`. */
  unit: z.union([unitId, z.literal(amongHeads)]),
  unitName: z.string(),
  month,
  members: z.array(personId),
  rows: z.record(
    z.string(),
    z.object({
      name: z.string(),
      post: z.string(),
      /** Of the month's sheet: among heads each row is of another unit. */
      unitName: z._default(z.string(), ''),
      rating: z.nullable(z.enum(ratings)),
      level: z.nullable(z.enum(levels)),
      unrated: z.boolean(),
      decider: z.string(),
      publishedAt: moment,
      version: z.int(),
      /** As far as the organisation confirmed that it is shown; empty by default. */
      findings: z._default(z.string(), ''),
    }),
  ),
  /** The unit's own. */
  own: z._default(ownResult, null),
});
export type Board = z.infer<typeof boardSchema>;

const figure = z.int().check(z.gte(0), z.lte(99999));
/** Objective figures of a unit for a month, handed in by the Offices (S3 6.4). */
export const figuresClientFields = {
  received: figure,
  handled: figure,
  late: figure,
  draftsReturned: figure,
  petitions: figure,
  petitionsLate: figure,
  procedures: figure,
  proceduresLate: figure,
  assigned: figure,
  assignedLate: figure,
  note: text(sizes.note),
  author: z.nullable(personId),
  rev,
  savedAt: z.nullable(stamp),
};
/** Of which unit and month; written once, on creation. */
const figuresKey = { unit: unitId, month, block: z.enum(blocks) };
export const figuresSchema = z.strictObject({
  ...figuresKey,
  // Absent on what an Office creates, until the trigger fills them.
  /** People who evaluate or decide in this unit, or its head, and so read its figures; with the aggregators of its block. */
  readers: z._default(z.array(personId), []),
  sentAt: z._default(z.nullable(moment), null),
  overdue: z._default(z.boolean(), false),
  ...figuresClientFields,
});
export type Figures = z.infer<typeof figuresSchema>;

/** What an Office creates: the rules refuse the functions' fields from it. */
export const newFiguresSchema = z.strictObject({ ...figuresKey, ...figuresClientFields, rev: z.literal(1) });
export type NewFigures = z.infer<typeof newFiguresSchema>;
