// What the system proposes for a year: cap, failures, replacement case, and the rating that follows (S3 II.7; domain.md section 8).
import { bandOf } from './rating.ts';
import type { YearSettings } from './settings.ts';
import type { Bands } from './templates.ts';
import type { TraceStep } from './trace.ts';
import { ratings, type Category, type Month, type Rating } from './words.ts';
import { monthsAt, periodOf, type YearCell, type YearCounts } from './yearCounts.ts';
import { openReadingOf, replacementText, traceOf, yearClause } from './yearTrace.ts';

export interface YearFacts {
  /** Those of the year that there are, in any order; a month that isn't among them counts as nothing. */
  cells: readonly YearCell[];
  settings: YearSettings;
  bands: Bands;
  /** Only a contract worker's contract can be ended (S3 II.7). */
  category: Category;
}

export const failureRules = ['poor', 'fairOrPoor'] as const;
export interface YearFailure {
  rule: (typeof failureRules)[number];
  clause: string;
  /** Months that count towards it. */
  months: Month[];
  /** The setting it reached. */
  threshold: number;
}

export interface YearProposal {
  /** Null where no month is rated: nothing is proposed then. */
  rating: Rating | null;
  mean: number | null;
  /** Rating that the mean score would give by itself. */
  band: Rating | null;
  /** Upper bound; null without one. */
  cap: Rating | null;
  failures: YearFailure[];
  /** A replacement case is proposed; the authority decides whether it opens one. */
  replacement: boolean;
  replacementWhy: string;
  /** At exactly three months Kém: which of the two sentences is applied, said as the reading it is; else null. */
  openReading: string | null;
  /** Tạm tính: months are owed or not published, December last. */
  provisional: boolean;
}

export interface YearOutcome {
  counts: YearCounts;
  proposal: YearProposal;
  trace: TraceStep[];
}

export function proposeYear(facts: YearFacts): YearOutcome {
  const { settings, bands, category } = facts;
  const cells = [...facts.cells].sort((a, b) => (a.month < b.month ? -1 : 1));
  const { counts, mean, provisional } = periodOf(cells);
  const band = mean === null ? null : bandOf(mean, bands);
  const { capped, failed } = boundsOf(counts, settings);
  const failures = failed.map((rule) => failureOf(rule, cells, settings));
  const cap = capped ? 'C' : null;
  const proposal: YearProposal = {
    rating: failures.length > 0 ? 'D' : lowerOf(band, cap),
    mean,
    band,
    cap,
    failures,
    replacement: failures.length > 0,
    replacementWhy: failures.length > 0 ? replacementText(category) : '',
    openReading: openReadingOf(counts.levels.poor, settings),
    provisional,
  };
  return { counts, proposal, trace: traceOf(cells, counts, proposal, settings) };
}

/** Which bounds so many months reach; what the early warning asks too. */
export function boundsOf(
  { levels: { poor, fair } }: Pick<YearCounts, 'levels'>,
  { poorMonthsCap, poorMonthsFail, fairOrPoorMonthsFail }: YearSettings,
): { capped: boolean; failed: YearFailure['rule'][] } {
  return {
    capped: poor >= poorMonthsCap,
    failed: [
      ...(poor >= poorMonthsFail ? (['poor'] as const) : []),
      ...(poor + fair >= fairOrPoorMonthsFail ? (['fairOrPoor'] as const) : []),
    ],
  };
}

function failureOf(
  rule: YearFailure['rule'],
  cells: readonly YearCell[],
  settings: YearSettings,
): YearFailure {
  return rule === 'poor'
    ? { rule, clause: yearClause, months: monthsAt(cells, 'poor'), threshold: settings.poorMonthsFail }
    : {
        rule,
        clause: yearClause,
        months: monthsAt(cells, 'fair', 'poor'),
        threshold: settings.fairOrPoorMonthsFail,
      };
}

/** A cap never raises, and where there is no mean it is not a rating by itself. */
function lowerOf(band: Rating | null, cap: Rating | null): Rating | null {
  if (band === null || cap === null) return band;
  return ratings.indexOf(cap) > ratings.indexOf(band) ? cap : band;
}
