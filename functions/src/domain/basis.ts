// What a result was made from, kept beside it as one text, and the same pure code run on it again: nobody has to take a trace on trust.
import {
  appealStep,
  decisionSteps,
  differenceSteps,
  type AppealDecision,
  type Decision,
} from './decisionTrace.ts';
import { proposeMonth, type MonthFacts, type Proposal } from './proposal.ts';
import type { TraceStep } from './trace.ts';
import type { Level, Rating } from './words.ts';

/** A text and not a map: what counts grows with the rules, and an old result must stay readable as it was made. */
export interface ResultBasis {
  month: MonthFacts;
  decision: Decision;
  /** Of appeals that led to a later version, in their order. */
  appeals: AppealDecision[];
}

/** Points and nothing else of who scored; the names of tasks are not counted. */
export function factsText({ self, evaluator, ...facts }: MonthFacts): string {
  const kept = { self: self && pointsOf(self), evaluator: evaluator && pointsOf(evaluator), ...facts };
  return JSON.stringify(kept, (key, value: unknown) => (key === 'tasks' ? withoutTexts(value) : value));
}

const pointsOf = (scores: object) =>
  Object.fromEntries(Object.entries(scores).filter(([field]) => /^(score|points)/.test(field)));

const withoutTexts = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
    ? Object.fromEntries(Object.keys(value).map((id) => [id, '']))
    : value;

/**
 * A proposal as the person may read it: without what was only suspected and never told to them. Such a finding counts
 * neither way, so rating and level stay what they were (domain.md sections 2 and 11).
 */
export function toldProposal(proposal: Proposal & { facts: string }): Proposal & { facts: string } {
  const facts = factsOf(proposal.facts);
  if (!facts) return proposal;
  const findings = facts.findings.filter(
    ({ notifiedAt, source }) => notifiedAt !== null || source === 'self',
  );
  if (findings.length === facts.findings.length) return proposal;
  const told = { ...facts, findings };
  return { ...proposeMonth(told), facts: factsText(told) };
}

/** The whole of it: how the rules came to their proposal, who decided what, and where the one differs from the other. */
export function traceOf(proposal: Proposal, facts: MonthFacts | null, decision: Decision): TraceStep[] {
  const differences = facts ? differenceSteps(decision, proposal, facts.template.bands) : [];
  return [...proposal.trace, ...decisionSteps(decision), ...differences];
}

/** As a proposal keeps them; null of one that was made before they were kept. */
export const factsOf = (facts: string): MonthFacts | null =>
  facts === '' ? null : (JSON.parse(facts) as MonthFacts);

/** Empty where the proposal was made before facts were kept. */
export function basisText(facts: string, decision: Decision): string {
  const month = factsOf(facts);
  return month ? JSON.stringify({ month, decision, appeals: [] } satisfies ResultBasis) : '';
}

export function afterAppeal(basis: string, appeal: AppealDecision): string {
  if (basis === '') return '';
  const known = JSON.parse(basis) as ResultBasis;
  return JSON.stringify({ ...known, appeals: [...known.appeals, appeal] } satisfies ResultBasis);
}

/** A result as it is stored. */
export interface StoredResult {
  rating: Rating | null;
  level: Level | null;
  score: number | null;
  trace: readonly TraceStep[];
  basis: string;
}

export interface Replayed {
  proposal: Proposal;
  /** Names of what came out otherwise than it is stored; empty where the result holds. */
  differences: string[];
}

/** Null where no facts were kept with it. */
export function replayResult(stored: StoredResult): Replayed | null {
  if (stored.basis === '') return null;
  const { month, decision, appeals } = JSON.parse(stored.basis) as ResultBasis;
  const proposal = proposeMonth(month);
  const trace = [...traceOf(proposal, month, decision), ...appeals.map(appealStep)];
  const last = appeals.at(-1);
  const { dRating, dLevel, score } = last ?? decision;
  const isUnrated = decision.unrated && !last;
  const again = { rating: isUnrated ? null : dRating, level: isUnrated ? null : dLevel, score, trace };
  return { proposal, differences: differencesOf(stored, again) };
}

/** Fields in which two records differ, by what they would be stored as. */
export function differencesOf<T extends object>(stored: T, again: Partial<T>): string[] {
  return (Object.keys(again) as (keyof T & string)[]).filter(
    (field) => canonical(stored[field]) !== canonical(again[field]),
  );
}

/** Firestore gives the keys of a map back in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
