// What must come of April 2026, derived by hand from domain.md and kept as data; see the `why` of each case.
import { readFileSync } from 'node:fs';
import type { Attempt } from './april/acts.ts';
import type { Casebook } from './april/casebook.ts';
import type { FindingState, Level, Month, Rating, RemedyState } from '../../functions/src/domain/words.ts';

export interface ExpectedPerson {
  rating: Rating | null;
  level: Level | null;
  /** Absent: that of the script. */
  score?: number | null;
  late?: boolean;
  filed?: boolean;
  unrated?: boolean;
  /** Keys of the facts that a head answers to. */
  facts?: string[];
  why: string;
}

/** A unit that is rated in the act on its head. */
export interface ExpectedUnit {
  why: string;
  proposed: 'D' | null;
  rating: Rating;
  level: Level;
  version: number;
  /** The trace names a head who is rated above it. */
  headAbove: boolean;
}

export interface ExpectedRun {
  why: string;
  unfiled: string[];
  unevaluated: string[];
  withoutUnitSheet: string[];
  withoutFigures: string[] | 'all';
}

export interface Expected {
  month: Month;
  rule: { state: 'published'; level: Level };
  people: Record<string, ExpectedPerson>;
  /** Decided outside the organisation, and entered: a rating and a level without points. */
  outside: Record<string, { why: string; rating: Rating; level: Level; document: string }>;
  authority: Record<string, { row: number; evaluator: string; decider: string; headcount: number | null }>;
  findings: Record<
    string,
    { state: FindingState; remedyState: RemedyState; countsIn: Month | null; carriedTo: Month | null }
  >;
  units: Record<string, ExpectedUnit>;
  /** A unit's plan of the year, with the acts in its log. */
  yearPlan: { why: string; unit: string; state: 'submitted'; filings: number; acts: string[] };
  runs: { interim: ExpectedRun; final: ExpectedRun };
  consultations: { total: number; silent: string[] };
  /** Attempts that the rules must refuse, with the reason why. */
  refusals: Record<Attempt, string>;
  pdfs: { 'phieu-01': number; 'phieu-02': number; 'phieu-02-du-kien': number; refused: number };
}

export const expectedOf = ({ expected }: Casebook): Expected =>
  JSON.parse(readFileSync(expected, 'utf8')) as Expected;
