// The demo year as data: who, which month, what happens, what must come of it, and the clause that says so.
import type {
  CivilDate,
  Degree,
  FindingState,
  Level,
  Month,
  Rating,
  Verdict,
} from '../../functions/src/domain/words.ts';
import type { ReplacementOutcome } from '../../functions/src/domain/replacement.ts';
import type { PeriodName } from '../../functions/src/domain/yearCounts.ts';
import type { YearFailure } from '../../functions/src/domain/year.ts';
import type { Points, RowScript } from '../sample/april/scripts.ts';

/** Acts outside the routine of a month; `at` is local time. */
export type CaseAct =
  /** Seen, confirmed and notified at once by who evaluates. */
  | {
      do: 'point';
      at: string;
      who: string;
      about: string;
      month: Month;
      key: string;
      fact: string;
      due: CivilDate;
    }
  | { do: 'begin' | 'report'; at: string; who: string; finding: string; remedy: string }
  | { do: 'accept'; at: string; who: string; finding: string; note: string }
  /** Not good enough; with a later date. */
  | { do: 'giveBack'; at: string; who: string; finding: string; note: string; due: CivilDate }
  | { do: 'appeal'; at: string; who: string; month: Month; words: string }
  | { do: 'answer'; at: string; who: string; appeal: string; answer: string; corrected: Corrected | null }
  | { do: 'move'; at: string; who: string; person: string; to: string; day: CivilDate; post: string }
  | { do: 'resolve'; at: string; who: string; person: string; month: Month; reason: string }
  | { do: 'reopen'; at: string; who: string; person: string; month: Month; reason: string }
  | {
      do: 'decideAgain';
      at: string;
      who: string;
      person: string;
      month: Month;
      reason: string;
      corrected: Corrected;
    }
  /** Leaves the organisation; `day` is the last one. */
  | { do: 'depart'; at: string; who: string; person: string; day: CivilDate }
  /** The organisation's own version of what ships, in force from that day. */
  | { do: 'template'; at: string; who: string; name: string; title: string; from: CivilDate }
  /** The replacement case that a rule opened: handed on, decided by a document, closed. */
  | { do: 'refer'; at: string; who: string; case: string; note: string }
  | { do: 'decideCase'; at: string; who: string; case: string; decision: CaseDecision }
  | { do: 'closeCase'; at: string; who: string; case: string; note: string }
  | { do: 'rateYears'; at: string; who: string }
  /** A published year, taken up again and decided anew. */
  | { do: 'reopenYear'; at: string; who: string; person: string; reason: string }
  | { do: 'decideYearAgain'; at: string; who: string; person: string; participants: string };

export interface CaseDecision {
  outcome: ReplacementOutcome;
  docNumber: string;
  docDate: CivilDate;
  reason: string;
}

export interface Corrected {
  points: Points;
  rating: Rating;
  level: Level;
}

/** What is special in one month of one person; everything else follows from the letters of the year. */
export interface MonthCase {
  /** Files nothing. */
  silent?: boolean;
  rows?: RowScript[];
  /** Finding id → verdict given on evaluating. */
  verdicts?: Record<string, Verdict>;
  /** Finding id → degree that the authority identifies, where it was left chưa rõ. */
  degrees?: Record<string, Degree>;
  /** Decided like this first; an appeal or a reopening leads to what the letters say. */
  first?: Rating;
  /** Where the decision leaves what the rules propose. */
  reason?: string;
}

export interface ExpectedFinding {
  state: FindingState;
  countsIn: Month | null;
  carriedTo: Month | null;
}

export interface ExpectedYear {
  mean: number;
  cap: Rating | null;
  fails: YearFailure['rule'][];
  openReading: boolean;
  /** Of the proposal. */
  rating: Rating;
}

/** Letters of the twelve months: T, B, K as the levels are called, `-` không xếp loại, `.` no longer there; A to D the ratings. */
export interface YearCase {
  person: string;
  title: string;
  clause: string;
  levels: string;
  ratings: string;
  /** By number of the month, 1 to 12. */
  months?: Partial<Record<number, MonthCase>>;
  acts?: readonly CaseAct[];
  findings?: Readonly<Record<string, ExpectedFinding>>;
  year: ExpectedYear;
  /** Mean and worst level of quarters and half-years, worked out by hand; a period without a rated month is `–`. */
  periods?: Readonly<Record<PeriodName, string>>;
  /** Key of a replacement case → how it stands in the end, and what was decided. */
  cases?: Readonly<Record<string, string>>;
  /** Where the year is decided otherwise than proposed, and why. */
  decided?: { rating: Rating; reason: string };
  /** Left before December: nobody decides the year. */
  isGone?: true;
}
