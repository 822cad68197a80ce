// orgs/{org}/assessments/{person}_{yyyy-mm}: the authority's part of a month, never readable by the person.
import * as z from 'zod/mini';
import type { Scores } from '../domain/scoringPoints.ts';
import { haveShape } from '../domain/scoringShape.ts';
import { bands } from '../domain/templates.ts';
import { excuses, levels, ratings, verdicts } from '../domain/words.ts';
import { authorityFields } from './authority.ts';
import {
  codeMap,
  dateMap,
  degreeMap,
  logEntry,
  moment,
  personId,
  points,
  rev,
  rowId,
  score,
  sizes,
  stamp,
  text,
  textMap,
  traceStep,
} from './fields.ts';
import { planChange } from './plan.ts';

export const assessmentStates = ['waiting', 'returned', 'evaluated', 'decided', 'unrated'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** The evaluator's record. */
export const evaluatorFields = {
  eScore1: score,
  eScore21: score,
  eScore22: score,
  ePoints: points,
  eRating: z.nullable(z.enum(ratings)),
  eLevel: z.nullable(z.enum(levels)),
  /** Why rating or level leave the band or the proposal. */
  eReason: text(sizes.assessment),
  eComment: text(sizes.assessment),
  /**
   * The four columns of the authority on Phiếu 01, by row; rows a1–a99 are section IV, the authority's own. Degree and date
   * of a finding that has no row in this sheet stand under its id (`judgedUnder` of domain/settling.ts).
   */
  aResult: textMap(rowId, sizes.assessment),
  aCause: textMap(rowId, sizes.assessment),
  aRemedy: textMap(rowId, sizes.assessment),
  aCodes: codeMap(rowId),
  aDegree: degreeMap(z.string()),
  aDue: dateMap(z.string()),
  /** Finding id → verdict on each suspected finding. */
  verdicts: z.record(z.string(), z.enum(verdicts)).check(
    z.refine((m) => {
      const ids = Object.keys(m);
      return ids.length <= sizes.verdicts && ids.join('').length <= sizes.verdictIds;
    }),
  ),
  /** Note to the person on a return, or to the evaluator when the decider sends back. */
  note: text(sizes.note),
};

/** The decider's record; starts as the evaluator's. */
export const deciderFields = {
  dScore1: score,
  dScore21: score,
  dScore22: score,
  dPoints: points,
  dRating: z.nullable(z.enum(ratings)),
  dLevel: z.nullable(z.enum(levels)),
  dReason: text(sizes.note),
  /** Who took part where a collective decides ("chủ trì cùng tập thể"), names as written. */
  participants: text(sizes.note),
};

export const actFields = {
  state: z.enum(assessmentStates),
  rev,
  actor: z.nullable(personId),
  /** For whom a delegate acted; null where evaluator or decider acted themselves. */
  actedFor: z.nullable(personId),
  actedAt: z.nullable(stamp),
};

/** What the system proposes, with the clauses that say so. */
export const proposalSchema = z.object({
  score: z.nullable(z.number()),
  rating: z.nullable(z.enum(ratings)),
  level: z.nullable(z.enum(levels)),
  /** True where the month is to be không xếp loại. */
  unrated: z.boolean(),
  warnings: z.array(z.string()),
  trace: z.array(traceStep),
  /** From what it was proposed, as JSON (domain/basis.ts); empty on proposals made before facts were kept. */
  facts: z._default(z.string(), ''),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const assessmentServerFields = {
  ...authorityFields,
  isHead: z.boolean(),
  excuse: z.nullable(z.enum(excuses)),
  /** `rev` of the sheet that this follows; -1 where nothing was filed. */
  sheetRev: z.int(),
  filed: z.boolean(),
  late: z.boolean(),
  /** Nothing had come when it was evaluated; true also where it came since (domain.md section 5). */
  missedWhenEvaluated: z.boolean(),
  /** Owed past the deadline: the decider may evaluate instead (domain.md section 5). */
  overdue: z._default(z.boolean(), false),
  /** When it came back to the evaluator: filed again, sent back or withdrawn; null while it waits since `createdAt`. */
  waitingSince: z._default(z.nullable(moment), null),
  /** What the sheet changed of the plan that was filed: evaluating it is the evaluator's consent (domain.md section 7). */
  planChanges: z._default(z.array(planChange), []),
  /** Leaders wait for the final run (domain.md section 7, two tiers). */
  held: z.boolean(),
  /** Consultations and proposals neither answered nor past their deadline. */
  consultsOpen: z.int(),
  /** Ids of findings that still want a verdict. */
  suspected: z.array(z.string()),
  proposal: proposalSchema,
  selfScore: z.nullable(z.number()),
  /** Of the template, for the rules: a reason stands where the rating leaves its band. */
  bands: z._default(z.object({ A: z.number(), B: z.number(), C: z.number() }), bands),
  createdAt: moment,
  /** Who evaluated and who decided in fact, "B thay mặt A" where a delegate did; null before. */
  evaluatedBy: z._default(z.nullable(z.string()), null),
  decidedBy: z._default(z.nullable(z.string()), null),
  /** Moment of the decision, null before. */
  decidedAt: z.nullable(moment),
  /** True from publication on: no client writes any more. */
  frozen: z.boolean(),
  version: z.int(),
  log: z.array(logEntry),
};

const assessmentShape = z.strictObject({
  ...assessmentServerFields,
  ...evaluatorFields,
  ...deciderFields,
  ...actFields,
});
export type Assessment = z.infer<typeof assessmentShape>;

const rowsOf = (a: Assessment) =>
  new Set([a.aResult, a.aCause, a.aRemedy, a.aCodes, a.aDegree, a.aDue].flatMap((m) => Object.keys(m)));
const hasRowOrVerdict = ({ aDegree, aDue, suspected, verdicts: given }: Assessment) =>
  [...Object.keys(aDegree), ...Object.keys(aDue)].every(
    (id) => rowId.safeParse(id).success || suspected.includes(id) || Object.hasOwn(given, id),
  );
const textOf = (a: Assessment) =>
  [
    ...[a.eReason, a.eComment, a.note],
    ...[a.aResult, a.aCause, a.aRemedy, a.aCodes, a.aDue].flatMap((m) => Object.values<string>(m)),
  ].join('');

/** The evaluator's and the decider's points, each by itself. */
export const evaluatorScores = (
  a: Pick<Assessment, 'eScore1' | 'eScore21' | 'eScore22' | 'ePoints'>,
): Scores => ({ ...{ score1: a.eScore1, score21: a.eScore21, score22: a.eScore22, points: a.ePoints } });
export const deciderScores = (
  a: Pick<Assessment, 'dScore1' | 'dScore21' | 'dScore22' | 'dPoints'>,
): Scores => ({ ...{ score1: a.dScore1, score21: a.dScore21, score22: a.dScore22, points: a.dPoints } });

export const assessmentSchema = assessmentShape.check(
  z.refine(
    (a) => haveShape(a.template, evaluatorScores(a)) && haveShape(a.template, deciderScores(a)),
    'points that the template has no place for',
  ),
  z.refine((a) => rowsOf(a).size <= sizes.entries, 'too many rows'),
  z.refine(hasRowOrVerdict, 'a degree or a date of nothing that is judged'),
  z.refine((a) => textOf(a).length <= sizes.assessment, 'too long as a whole'),
);
