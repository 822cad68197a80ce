// orgs/{org}/appeals/{person}_{yyyy-mm}_v{n}: a person's appeal against version n of their result, and its answer.
import * as z from 'zod/mini';
import { appealAsks, appealOutcomes, appealStates, leastAppealWords } from '../domain/appeal.ts';
import { haveShape } from '../domain/scoringShape.ts';
import { hn1841 } from '../domain/templates.ts';
import { blocks, levels, ratings } from '../domain/words.ts';
import { deciderScores } from './assessment.ts';
import {
  civilDate,
  logEntry,
  moment,
  month,
  personId,
  points,
  rev,
  score,
  sizes,
  stamp,
  text,
  traceStep,
} from './fields.ts';

const said = (max: number) =>
  text(max).check(z.refine((s) => s.trim().length >= leastAppealWords, 'too little said'));

/** What the person creates; `words`, and nothing else, may change until it is answered. */
export const appealClientFields = {
  person: personId,
  month,
  /** Version of the result that is appealed. */
  version: z.int().check(z.gte(1), z.lte(99)),
  asks: z.enum(appealAsks),
  /** What is asked, and why. */
  words: said(sizes.text),
  /** None: evidence stands beside the appeal, in `files` (ADR 0014). */
  files: z.array(text(sizes.line)).check(z.maxLength(0)),
  state: z.enum(appealStates),
  rev,
  /** Of the person's own writes; the first is when it was filed. */
  savedAt: z.nullable(stamp),
};
export const newAppealSchema = z.strictObject({
  ...appealClientFields,
  state: z.literal('filed'),
  rev: z.literal(1),
});
export type NewAppeal = z.infer<typeof newAppealSchema>;

// Everything below is absent on what the person creates, so it has a default here; the web reads the document unparsed.

/** The answerer's record, written with the act that moves the state and not before: the person reads this document. */
export const appealAnswerFields = {
  /** Why it is corrected or stands; the person reads it. */
  answer: z._default(text(sizes.note), ''),
  outcome: z._default(z.nullable(z.enum(appealOutcomes)), null),
  /** The corrected result; starts as the one appealed. */
  dScore1: z._default(score, 0),
  dScore21: z._default(score, 0),
  dScore22: z._default(score, 0),
  dPoints: points,
  dRating: z._default(z.nullable(z.enum(ratings)), null),
  dLevel: z._default(z.nullable(z.enum(levels)), null),
  /** Members of the body who took part, where one answers. */
  participants: z._default(text(sizes.note), ''),
  actor: z._default(z.nullable(personId), null),
  actedFor: z._default(z.nullable(personId), null),
  actedAt: z._default(z.nullable(stamp), null),
};

/** What who decided says to it; they never answer. */
export const appealNoteFields = {
  deciderNote: z._default(text(sizes.note), ''),
  notedAt: z._default(z.nullable(stamp), null),
};

export const appealServerFields = {
  personName: z._default(z.string(), ''),
  post: z._default(z.string(), ''),
  unit: z._default(z.string(), ''),
  unitName: z._default(z.string(), ''),
  block: z._default(z.nullable(z.enum(blocks)), null),
  /** Of the month: the corrected points keep to it. */
  template: z._default(z.string(), hn1841.id),
  /** Who decided the version: the decider, or who answered the appeal that led to it. */
  decider: z._default(z.string(), ''),
  deciderName: z._default(z.string(), ''),
  /** `vacant` while nobody is found; empty before the function has come. */
  answerer: z._default(z.string(), ''),
  answererName: z._default(z.string(), ''),
  /** The body in whose name it is answered, null where one person does; the rules read it, so null is written too. */
  body: z._default(z.nullable(z.string()), ''),
  /** Whoever may never answer, nor act for who does: the person, who decided, who answered before. */
  struck: z._default(z.array(personId), []),
  /** Reads it as well once it is overdue: who decides on the answerer; empty where nobody is known. */
  above: z._default(z.string(), ''),
  aboveName: z._default(z.string(), ''),
  filedAt: z._default(z.nullable(moment), null),
  /** The last day on which to answer, and its exclusive end. */
  dueDay: z._default(z.nullable(civilDate), null),
  due: z._default(z.nullable(moment), null),
  overdue: z._default(z.boolean(), false),
  /** Why it wasn't taken. */
  refusal: z._default(z.string(), ''),
  /** Why the answer last given was no answer; empty once one is. */
  returned: z._default(z.string(), ''),
  /** Why nobody is found to answer. */
  gap: z._default(z.string(), ''),
  /** When the answer took effect, with the version it led to; null where the result stands. */
  closedAt: z._default(z.nullable(moment), null),
  newVersion: z._default(z.nullable(z.int()), null),
  /** By which rules it is in time, who answers and until when. */
  trace: z._default(z.array(traceStep), []),
  log: z._default(z.array(logEntry), []),
};

const appealShape = z.strictObject({
  ...appealClientFields,
  ...appealAnswerFields,
  ...appealNoteFields,
  ...appealServerFields,
});
export type Appeal = z.infer<typeof appealShape>;
export const appealSchema = appealShape.check(
  z.refine((a) => haveShape(a.template, deciderScores(a)), 'points that the template has no place for'),
);
/** As it is stored: the web reads it unparsed, and the person before a function has come. */
export type StoredAppeal = z.input<typeof appealSchema>;
