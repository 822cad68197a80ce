// orgs/{org} and orgs/{org}/cycles/{yyyy-mm}, runs/{yyyy-mm}: the organisation, one month of it, and its aggregation.
import * as z from 'zod/mini';
import { defaultSettings, defaultYearSettings } from '../domain/settings.ts';
import { publishedFindings } from '../domain/shownFindings.ts';
import { blocks } from '../domain/words.ts';
import { civilDate, logEntry, moment, month, personId, unitId } from './fields.ts';
import { tallyFields } from './tally.ts';
import { templateData } from './template.ts';

/** What the year alone asks for (S3 II.7); an organisation of before has the defaults. */
export const yearSettingsFields = {
  poorMonthsCap: z._default(z.int(), defaultYearSettings.poorMonthsCap),
  poorMonthsFail: z._default(z.int(), defaultYearSettings.poorMonthsFail),
  fairOrPoorMonthsFail: z._default(z.int(), defaultYearSettings.fairOrPoorMonthsFail),
};

export const settingsSchema = z.object({
  ...yearSettingsFields,
  /** Smallest headcount at which the deputy in charge evaluates (rows 9 and 10). */
  headcount: z.int(),
  autoApplyMissing: z.boolean(),
  selfRemedyIsGood: z.boolean(),
  onScheduleIsFair: z.boolean(),
  /** Working days before the close by which a finding must be notified to count. */
  noticeDays: z.int(),
  /** Day of the month on which first cycles and new people hand in their plan. */
  firstPlanDay: z.int(),
  /** Working days after the heads' filing deadline for answers to consultation and proposal. */
  consultDays: z.int(),
  proposeDays: z.int(),
  evaluateDay: z.int(),
  publishDay: z.int(),
  appealDays: z.int(),
  answerDays: z.int(),
  /** Share of working days below which a month is không xếp loại. */
  unratedBelow: z.number(),
  quotaWarning: z._default(z.boolean(), true),
  /** How often a profile's standing report goes up (S0 II.5.1). */
  standingReport: z._default(z.enum(['none', 'month', 'quarter']), 'quarter'),
  publishedFindings: z._default(z.enum(publishedFindings), defaultSettings.publishedFindings),
  publishedAmongHeads: z._default(z.boolean(), defaultSettings.publishedAmongHeads),
  /** Working days before a date on which its person is reminded of it. */
  reminderDays: z._default(z.array(z.int()), defaultSettings.reminderDays),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A day of the organisation's own calendar, which outweighs what ships (domain.md section 7). */
export const calendarLine = z.strictObject({
  day: civilDate,
  works: z.boolean(),
  name: z.string(),
  /** False while no authority has announced it. */
  official: z.boolean(),
  ...{ reason: z.string(), author: personId },
});

export const organisationSchema = z.strictObject({
  name: z.string(),
  place: z.string(),
  partyName: z.string(),
  /** Profile of authority, "district@S3-2024". */
  profile: z.string(),
  /** Scoring template of whoever no issued one names, "HN-1841@1" (ADR 0011). */
  template: z.string(),
  settings: settingsSchema,
  /** In the order of the days, each once. */
  calendar: z._default(z.array(calendarLine), []),
  /** First month kept by the system: its plans come by the 5th, not with the filing of the month before. */
  firstMonth: month,
  /** Change that was applied last: each is judged against what the one before left, so that two can't agree on a mailbox or a seat. */
  lastChange: z.optional(z.string()),
  /** Change that is being written piece by piece, because no commit holds it; no other one is judged meanwhile. */
  applying: z.optional(z.nullable(z.string())),
  /** Who changed which setting, which day of the calendar, which deadline of a month. */
  log: z._default(z.array(logEntry), []),
});
export type OrganisationDocument = z.infer<typeof organisationSchema>;

/** Effective deadlines of a month as exclusive ends, in moments (domain.md section 7). */
export const deadlinesSchema = z.object({
  plan: moment,
  staff: moment,
  heads: moment,
  consult: moment,
  propose: moment,
  evaluate: moment,
  offices: moment,
  interimRun: moment,
  finalRun: moment,
  decide: moment,
  publish: moment,
  appeal: moment,
  answer: moment,
});
export type DeadlineMoments = z.infer<typeof deadlinesSchema>;

export const movedDeadline = z.strictObject({
  /** Day and moment that stood before. */
  ...{ from: civilDate, was: moment, to: civilDate },
  ...{ at: moment, by: personId, reason: z.string() },
});
export type MovedDeadline = z.infer<typeof movedDeadline>;

export const cycleSchema = z.strictObject({
  month,
  state: z.enum(['open', 'published', 'locked', 'blocked']),
  /** No later month has opened: new facts are recorded in it, published or locked as it may be (ADR 0020). */
  newest: z._default(z.boolean(), false),
  openedAt: moment,
  /** The organisation's standard; `templateFor` says who was opened with which, `templates` holds those of its own. */
  template: z.string(),
  templateFor: z._default(z.record(z.string(), z.string()), {}),
  templates: z._default(z.record(z.string(), templateData), {}),
  firstCycle: z.boolean(),
  deadlines: deadlinesSchema,
  /** The last day on which each can be done, as people are told it. */
  days: z.record(z.string(), civilDate),
  /** Units with at least one person-month. */
  units: z.array(unitId),
  people: z.int(),
  /** Heads of the aggregating units, who read the run of the 28th; frozen with the rest of authority. */
  aggregators: z.array(personId),
  /** Who lacks an evaluator or a decider, "person: why"; a cycle with a gap is blocked. */
  gaps: z.array(z.string()),
  /** Set aside by name, "person: why": the cycle opened without them (domain.md section 6). */
  setAside: z._default(z.array(z.string()), []),
  /** Decided outside the organisation: they file here, and their result is entered. */
  outside: z.array(z.string()),
  /** Which deadlines have been kept: name → moment. */
  kept: z.record(z.string(), moment),
  /** Which were moved after the opening, each move with what stood before, who and why. */
  moved: z._default(z.record(z.string(), z.array(movedDeadline)), {}),
});
export type Cycle = z.infer<typeof cycleSchema>;

export const blockTotals = z.object({ ...tallyFields, units: z.int() });
export type BlockTotals = z.infer<typeof blockTotals>;

export const runPart = z.object({
  at: moment,
  totals: z.record(z.enum(blocks), blockTotals),
  /** Outstanding, by unit: people not filed, people not evaluated, unit plan missing, figures missing. */
  outstanding: z.record(z.string(), z.array(z.string())),
});
export type RunPart = z.infer<typeof runPart>;

export const reopenedResult = z.object({
  ...{ at: moment, personName: z.string(), unitName: z.string(), by: z.string(), reason: z.string() },
  /** Of the version that was taken up again, and whether it was locked. */
  ...{ version: z.int(), before: z.enum(['published', 'locked']) },
});

export const runSchema = z.strictObject({
  month,
  readers: z.array(z.string()),
  interim: z.nullable(runPart),
  final: z.nullable(runPart),
  /** Results that were taken up again after publication, by person: those who aggregated them are told. */
  reopened: z._default(z.record(personId, reopenedResult), {}),
});
export type Run = z.infer<typeof runSchema>;
