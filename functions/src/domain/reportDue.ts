// Which reports a district sends upwards in a year, and by when (S3 II.8, domain.md section 9).
import { previousWorkingDay, type Calendar } from './calendar.ts';
import { endOfDay } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { CivilDate } from './words.ts';

export type ReportKind = 'quarter' | 'half-year' | 'year';

export interface ReportDue {
  kind: ReportKind;
  /** 2026-Q1, 2026-H1, 2026. */
  period: string;
  /** Last day in time, shifted back where it is a day off: a superior is never kept waiting. */
  day: CivilDate;
  /** Exclusive end of that day. */
  due: Moment;
}

/** Quarters 2 and 4 fall into the half-year's and the year's report: "không phải xây dựng báo cáo quý" (S3 II.8). */
const districtReports = [
  { kind: 'quarter', period: 'Q1', last: '04-09' },
  { kind: 'half-year', period: 'H1', last: '07-09' },
  { kind: 'quarter', period: 'Q3', last: '10-09' },
  { kind: 'year', period: null, last: '12-14' },
] as const;

export function reportsOf(year: number, calendar: Calendar): ReportDue[] {
  return districtReports.map(({ kind, period, last }) => {
    const day = previousWorkingDay(`${year}-${last}`, calendar);
    return { kind, period: period === null ? `${year}` : `${year}-${period}`, day, due: endOfDay(day) };
  });
}
