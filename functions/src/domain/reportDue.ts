// Which reports an organisation sends upwards in a year, and by when (S3 II.8, domain.md section 9); the profile says which.
import { previousWorkingDay, type Calendar } from './calendar.ts';
import { addDays, endOfDay } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { Profile, ReportKind } from './profiles/table.ts';
import type { Settings } from './settings.ts';
import type { CivilDate } from './words.ts';

export interface ReportDue {
  kind: ReportKind | 'standing';
  /** 2026-Q1, 2026-H1, 2026-04, 2026. */
  period: string;
  to: string;
  clause: string;
  /** Last day in time, shifted back where it is a day off: a superior is never kept waiting. */
  day: CivilDate;
  /** Exclusive end of that day. */
  due: Moment;
}

type Reporting = Pick<Profile, 'reports' | 'standingReport'>;

const before = (date: CivilDate, calendar: Calendar) => {
  const day = previousWorkingDay(addDays(date, -1), calendar);
  return { day, due: endOfDay(day) };
};
const twoDigits = (n: number) => String(n).padStart(2, '0');

/** By day. A profile names no quarter that another of its reports covers (S3 II.8: "không phải xây dựng báo cáo quý"). */
export function reportsOf(
  profile: Reporting,
  { standingReport }: Pick<Settings, 'standingReport'>,
  year: number,
  calendar: Calendar,
): ReportDue[] {
  const named = profile.reports.map(({ kind, period, before: end, to, clause }): ReportDue => {
    const whole = period === null ? `${year}` : `${year}-${period}`;
    return { kind, period: whole, to, clause, ...before(`${year}-${end}`, calendar) };
  });
  return [...named, ...standing(profile, standingReport, year, calendar)].sort((a, b) =>
    a.due < b.due ? -1 : 1,
  );
}

/** Before the 10th of the month after, as S3 II.8 has it for quarters; S0 says "định kỳ" alone, so the day is inferred. */
function standing(
  { standingReport: report }: Reporting,
  every: Settings['standingReport'],
  year: number,
  calendar: Calendar,
): ReportDue[] {
  if (report === null || every === 'none') return [];
  const months = every === 'month' ? 1 : 3;
  return Array.from({ length: 12 / months }, (_, n): ReportDue => {
    const last = (n + 1) * months;
    const end = last === 12 ? `${year + 1}-01-10` : `${year}-${twoDigits(last + 1)}-10`;
    const period = every === 'month' ? twoDigits(last) : `Q${n + 1}`;
    return {
      kind: 'standing',
      period: `${year}-${period}`,
      to: report.to,
      clause: report.clause,
      ...before(end, calendar),
    };
  });
}
