// Quarters, half-years and the year of one person, from the cells that a page has read anyway (domain.md section 8).
import {
  levelLabels,
  levelShortLabels,
  ratingShortLabels,
  unratedLabel,
} from '../../../functions/src/domain/labels.ts';
import { levels, ratings } from '../../../functions/src/domain/words.ts';
import {
  cellsOf,
  monthsOfYear,
  periodNames,
  periodOf,
  type Period,
  type PeriodName,
  type YearCell,
} from '../../../functions/src/domain/yearCounts.ts';
import type { PersonYear, UnitYearRow } from '../../../functions/src/schema/year.ts';

export const periodLabels: Record<PeriodName, string> = {
  ...{ q1: 'Quý I', q2: 'Quý II', q3: 'Quý III', q4: 'Quý IV' },
  ...{ h1: '6 tháng đầu năm', h2: '6 tháng cuối năm', year: 'Cả năm' },
};

export interface NamedPeriod extends Period {
  name: PeriodName;
}

const periodsOf = (cells: readonly YearCell[]): NamedPeriod[] =>
  periodNames.map((name) => ({ name, ...periodOf(cellsOf(cells, name)) }));

export const periodsOfPerson = ({ cells }: Pick<PersonYear, 'cells'>): NamedPeriod[] =>
  periodsOf(Object.entries(cells).map(([month, cell]) => ({ month, ...cell })));

const nothing = { rating: null, level: null, score: null, unrated: false };

/** A unit's year from before `owed` was kept: every month without a result counts as owed where the year is tạm tính. */
export function periodsOfRow(
  {
    cells,
    owed,
    provisional,
  }: Pick<UnitYearRow, 'cells' | 'provisional'> & Partial<Pick<UnitYearRow, 'owed'>>,
  year: string,
): NamedPeriod[] {
  const isOwed = (month: string) => (owed ? owed.includes(month) : provisional);
  return periodsOf(
    monthsOfYear(year).map((month): YearCell => {
      const cell = cells[month];
      if (cell) return { month, state: 'published', ...cell };
      return { month, state: isOwed(month) ? 'missing' : 'none', ...nothing };
    }),
  );
}

/** "Tốt 2, Kém 1": what there is, from the best to the worst. */
export const levelsText = ({ counts }: Pick<Period, 'counts'>): string =>
  levels
    .filter((level) => counts.levels[level] > 0)
    .map((level) => `${levelShortLabels[level]} ${counts.levels[level]}`)
    .join(', ');

export const ratingsText = ({ counts }: Pick<Period, 'counts'>): string =>
  [
    ...ratings
      .filter((rating) => counts.ratings[rating] > 0)
      .map((rating) => `${ratingShortLabels[rating]} ${counts.ratings[rating]}`),
    ...(counts.unrated > 0 ? [`${unratedLabel.toLowerCase()} ${counts.unrated}`] : []),
  ].join(', ');

export const worstText = ({ worst }: Pick<Period, 'worst'>): string => (worst ? levelLabels[worst] : '');
