// Which reports an organisation sends upwards in a year, and by when (S3 II.8, domain.md section 9); the profile says which.
import { previousWorkingDay, type Calendar } from './calendar.ts';
import { addDays, endOfDay } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { ReportKind, ReportRule } from './profiles/table.ts';
import type { CivilDate } from './words.ts';

export interface ReportDue {
  kind: ReportKind;
  /** 2026-Q1, 2026-H1, 2026. */
  period: string;
  /** Last day in time, shifted back where it is a day off: a superior is never kept waiting. */
  day: CivilDate;
  /** Exclusive end of that day. */
  due: Moment;
}

/** In the order of the profile, which names no quarter that another report covers (S3 II.8: "không phải xây dựng báo cáo quý"). */
export function reportsOf(rules: readonly ReportRule[], year: number, calendar: Calendar): ReportDue[] {
  return rules.map(({ kind, period, before }) => {
    const day = previousWorkingDay(addDays(`${year}-${before}`, -1), calendar);
    return { kind, period: period === null ? `${year}` : `${year}-${period}`, day, due: endOfDay(day) };
  });
}
