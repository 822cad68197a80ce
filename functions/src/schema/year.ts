// orgs/{org}/personYears, unitYears and yearAssessments: twelve months of a person, of a unit, and the act that rates the year (S3 II.7).
import * as z from 'zod/mini';
import { blocks, levels, ratings } from '../domain/words.ts';
import { failureRules } from '../domain/year.ts';
import { yearCellStates } from '../domain/yearCounts.ts';
import { authorityFields } from './authority.ts';
import { yearSettingsFields } from './cycle.ts';
import { logEntry, moment, month, personId, rev, sizes, stamp, text, traceStep, unitId } from './fields.ts';

export const year = z.string().check(z.regex(/^20\d\d$/));
const rating = z.nullable(z.enum(ratings));
const level = z.nullable(z.enum(levels));
const score = z.nullable(z.number());

/** The organisation's document as the year reads it: settings that no month knows (domain.md section 8). */
export const organisationYearSchema = z.object({ settings: z.object(yearSettingsFields) });
export type OrganisationYear = z.infer<typeof organisationYearSchema>;

export const yearCell = z.object({
  state: z.enum(yearCellStates),
  ...{ rating, level, score },
  unrated: z.boolean(),
  /** Of the result; 0 without one. */
  version: z.int(),
  /** Where the person was in that month; empty without a result. */
  unit: z.string(),
  unitName: z.string(),
});
export type YearCellFields = z.infer<typeof yearCell>;

export const yearCounts = z.object({
  ratings: z.record(z.enum(ratings), z.int()),
  levels: z.record(z.enum(levels), z.int()),
  rated: z.int(),
  unrated: z.int(),
  missing: z.int(),
});

export const yearProposal = z.object({
  rating,
  mean: score,
  band: rating,
  cap: rating,
  failures: z.array(
    z.object({ rule: z.enum(failureRules), clause: z.string(), months: z.array(month), threshold: z.int() }),
  ),
  replacement: z.boolean(),
  replacementWhy: z.string(),
  /** At exactly three months Kém, which of the two sentences is applied. */
  openReading: z.nullable(z.string()),
  /** Tạm tính. */
  provisional: z.boolean(),
});

/** Month → version of the result that went in. */
const versions = z.record(month, z.int());

/** From what it was proposed, as JSON: replayed it gives the same proposal and trace (domain/yearBasis.ts). */
const basis = z._default(z.string(), '');

/** A decision as it was published. */
const toldYear = {
  rating,
  reason: z.string(),
  decidedBy: z.string(),
  participants: z.string(),
  decidedAt: z.nullable(moment),
  publishedAt: moment,
  version: z.int(),
  /** Taken up again by the decider: it stands as it is until the next version takes its place. */
  reopened: z._default(z.nullable(z.object({ at: moment, by: z.string(), reason: z.string() })), null),
};
export const earlierYear = z.object(toldYear);
export type EarlierYear = z.infer<typeof earlierYear>;

/** The decision as published to the person. */
export const decidedYear = z.object({
  ...toldYear,
  /** A result was corrected since: what was decided on no longer is what stands in the months. */
  outdated: z.boolean(),
});

/** One published version of a year, with what it was decided on, so that each can be made again from its own facts. */
export const yearPublication = z.object({
  ...toldYear,
  clause: z.string(),
  ...{ counts: yearCounts, proposal: yearProposal, trace: z.array(traceStep), versions, basis },
});
export type YearPublication = z.infer<typeof yearPublication>;

const { person, personName, post, category, unit, unitName, block, tier, row, clause } = authorityFields;
const { evaluator, evaluatorName, decider, deciderName, head } = authorityFields;
const whose = { person, personName, post, category, unit, unitName, block };

/** Derived: read by the person and by who judges their newest month; can be deleted and rebuilt to the same bytes. */
export const personYearSchema = z.strictObject({
  ...whose,
  year,
  /** Every unit of the year, the one where they are now among them. */
  units: z.array(unitId),
  readers: z.array(personId),
  /** Authority over the newest month, from which the unit's year takes its readers. */
  ...{ evaluator, decider, head },
  isHead: z.boolean(),
  cells: z.record(month, yearCell),
  counts: yearCounts,
  proposal: yearProposal,
  trace: z.array(traceStep),
  versions,
  /** Null until the year was decided and published. */
  decided: z.nullable(decidedYear),
  /** Versions before the one in `decided`, oldest first. */
  earlier: z._default(z.array(earlierYear), []),
  basis,
});
export type PersonYear = z.infer<typeof personYearSchema>;

/** A month of a row in short: in a document of 500 people every field costs 6,000 times. */
export const shortCell = z.object({
  ...{ rating, level, score },
  unrated: z.boolean(),
  /** Name of the unit, where it was another one than now. */
  elsewhere: z.nullable(z.string()),
});
export const unitYearRow = z.object({
  name: z.string(),
  post: z.string(),
  /** Months with a result. */
  cells: z.record(month, shortCell),
  /** Months without one that are owed or still to come; the others were never opened for this person. */
  owed: z._default(z.array(month), []),
  counts: yearCounts,
  ...{ rating, mean: score, cap: rating },
  fails: z.array(z.enum(failureRules)),
  replacement: z.boolean(),
  openReading: z.boolean(),
  provisional: z.boolean(),
  /** Early warning: what one more month at that level would do (domain/yearAhead.ts); nothing once the year is decided. */
  ahead: z._default(
    z.array(z.object({ level: z.enum(['poor', 'fair']), becomes: z.enum(['cap', 'fail']) })),
    [],
  ),
  /** True once the year was decided and published; its rating beside it is null where it was left không xếp loại. */
  isDecided: z.boolean(),
  decided: rating,
});
export type UnitYearRow = z.infer<typeof unitYearRow>;

/** People of one unit's year: a document holds 1 MiB. */
export const maxYearRows = 500;

/** Derived: one row per person who is in the unit now, whichever unit their months were in. */
export const unitYearSchema = z.strictObject({
  unit: unitId,
  unitName: z.string(),
  block: z.enum(blocks),
  year,
  /** Head, and who evaluates and decides in the unit, its head included. */
  readers: z.array(personId),
  rows: z
    .record(personId, unitYearRow)
    .check(z.refine((rows) => Object.keys(rows).length <= maxYearRows, 'too many people')),
  totals: z.object({
    people: z.int(),
    /** Of the proposals. */
    ratings: z.record(z.enum(ratings), z.int()),
    decided: z.int(),
    provisional: z.int(),
    capped: z.int(),
    failing: z.int(),
    replacements: z.int(),
    openReadings: z.int(),
  }),
});
export type UnitYear = z.infer<typeof unitYearSchema>;

export const yearStates = ['waiting', 'decided', 'published'] as const;
export type YearState = (typeof yearStates)[number];

/** The decider's record, saved before the act (ADR 0008). */
export const yearDeciderFields = {
  /** Null where nothing is decided, or where a year without a rated month is left không xếp loại. */
  dRating: rating,
  dReason: text(sizes.note),
  participants: text(sizes.note),
};
export const yearActFields = {
  state: z.enum(yearStates),
  rev,
  actor: z.nullable(personId),
  actedFor: z.nullable(personId),
  actedAt: z.nullable(stamp),
};
const yearServerFields = {
  ...whose,
  ...{ tier, row, clause, evaluator, evaluatorName, decider, deciderName, head },
  year,
  /** December isn't decided, or no longer: nobody may decide the year. */
  held: z.boolean(),
  proposal: yearProposal,
  counts: yearCounts,
  trace: z.array(traceStep),
  versions,
  basis,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(moment),
  publishedAt: z.nullable(moment),
  version: z.int(),
  /** Every published version, oldest first: the last one stands, whatever is decided anew meanwhile. */
  publications: z._default(z.array(yearPublication), []),
  /** Published, and a result was corrected since: the decider takes it up again, or leaves it. */
  outdated: z._default(z.boolean(), false),
  log: z.array(logEntry),
};
/** Opened by a function when December is decided; published by a function, and then only taken up again, with a reason. */
export const yearAssessmentSchema = z.strictObject({
  ...yearServerFields,
  ...yearDeciderFields,
  ...yearActFields,
});
export type YearAssessment = z.infer<typeof yearAssessmentSchema>;
