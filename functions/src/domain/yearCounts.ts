// What is counted of a year, a half-year or a quarter: results side by side, mean score, worst level (domain.md section 8).
import { levels, ratings, type Level, type Month, type Rating } from './words.ts';

export const yearCellStates = ['published', 'provisional', 'missing', 'none'] as const;
/**
 * Published; decided and not published yet; opened without a result, or still to come; never opened for this person
 * (before they came, or set aside).
 */
export type YearCellState = (typeof yearCellStates)[number];

/** One month of one person's year, with its two results. */
export interface YearCell {
  month: Month;
  state: YearCellState;
  /** All three null where the month has no result or is không xếp loại. */
  rating: Rating | null;
  level: Level | null;
  score: number | null;
  unrated: boolean;
}

export interface YearCounts {
  ratings: Record<Rating, number>;
  levels: Record<Level, number>;
  /** Rated months, published or provisional. */
  rated: number;
  unrated: number;
  missing: number;
}

export const hasResult = ({ state }: YearCell) => state === 'published' || state === 'provisional';
/** A month không xếp loại counts neither good nor bad (domain.md section 5). */
export const isRated = (cell: YearCell) => hasResult(cell) && !cell.unrated;

export const monthsAt = (cells: readonly YearCell[], ...which: readonly Level[]): Month[] =>
  cells
    .filter((cell) => isRated(cell) && cell.level !== null && which.includes(cell.level))
    .map(({ month }) => month)
    .sort();

export function countsOf(cells: readonly YearCell[]): YearCounts {
  const rated = cells.filter(isRated);
  const counts: YearCounts = {
    ratings: { A: 0, B: 0, C: 0, D: 0 },
    levels: { good: 0, fair: 0, poor: 0 },
    rated: rated.length,
    unrated: cells.filter((cell) => hasResult(cell) && cell.unrated).length,
    missing: cells.filter(({ state }) => state === 'missing').length,
  };
  for (const rating of ratings)
    counts.ratings[rating] = rated.filter((cell) => cell.rating === rating).length;
  for (const level of levels) counts.levels[level] = rated.filter((cell) => cell.level === level).length;
  return counts;
}

/** Mean score of the rated months, exact and rounded half-up once to 0.1 like the score of a month; null without one. */
export function meanOf(cells: readonly YearCell[]): number | null {
  const scores = cells.flatMap((cell) => (isRated(cell) && cell.score !== null ? [cell.score] : []));
  if (scores.length === 0) return null;
  const thousandths = scores.reduce((sum, score) => sum + Math.round(score * 1000), 0);
  return Math.floor((thousandths + 50 * scores.length) / (100 * scores.length)) / 10;
}

const fromWorst: readonly Level[] = ['poor', 'fair', 'good'];

export interface Period {
  mean: number | null;
  counts: YearCounts;
  /** The worst level of its months, which is no level of the period: the documents give it none. */
  worst: Level | null;
  /** Tạm tính: months of it are owed, still to come or not published. */
  provisional: boolean;
}

export function periodOf(cells: readonly YearCell[]): Period {
  const counts = countsOf(cells);
  const worst = fromWorst.find((level) => counts.levels[level] > 0) ?? null;
  const provisional = cells.some(({ state }) => state === 'provisional' || state === 'missing');
  return { mean: meanOf(cells), counts, worst, provisional };
}

const spans = {
  q1: [1, 3],
  q2: [4, 6],
  q3: [7, 9],
  q4: [10, 12],
  h1: [1, 6],
  h2: [7, 12],
  year: [1, 12],
} as const;
export type PeriodName = keyof typeof spans;
/** As they end. */
export const periodNames: readonly PeriodName[] = ['q1', 'q2', 'h1', 'q3', 'q4', 'h2', 'year'];

/** The months of a quarter, a half-year or the year. */
export function cellsOf<T extends YearCell>(cells: readonly T[], period: PeriodName): T[] {
  const [first, last] = spans[period];
  return cells.filter(({ month }) => {
    const n = Number(month.slice(5, 7));
    return first <= n && n <= last;
  });
}

export const monthsOfYear = (year: string): Month[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
