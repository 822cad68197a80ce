// An organisation's own lines of the calendar: what may be written, and how it is told (domain.md section 7).
import {
  calendarWith,
  shippedDays,
  workingDaysOfMonth,
  type SpecialDay,
  type SpecialDayEdit,
} from './calendar.ts';
import { formatMonth, monthOf, weekday } from './civilDate.ts';
import type { CivilDate, Month } from './words.ts';

/** What is written of one day; null takes the organisation's own line back. */
export type CalendarLine = Omit<SpecialDay, 'day'> | null;

/** The last day of which a line may be written: as far as the calendar that ships looks ahead. */
export const lastCalendarDay: CivilDate = '2060-12-31';
/** Fewer and the deadlines of December, the 8th working day the last of them, would find no place (section 7). */
const leastWorkingDays = 10;
const longestName = 100;

/** The line that ships for the day, if it departs from Monday to Friday. */
export const shippedLine = (day: CivilDate): SpecialDay | null =>
  shippedDays.find((line) => line.day === day) ?? null;

const isWeekend = (day: CivilDate) => weekday(day) === 0 || weekday(day) === 6;

/** As entries of the log say it. */
export function lineText(day: CivilDate, line: CalendarLine): string {
  const told = line ?? shippedLine(day);
  if (!told) return isWeekend(day) ? 'ngày nghỉ hằng tuần' : 'ngày làm việc';
  const state = told.works ? 'làm việc' : 'nghỉ';
  return `${state}: ${told.name}${told.official ? '' : ' (chưa chính thức)'}`;
}

/** Why the line can't be written, with the field to blame; null where it can. Days that are over stay as they were counted. */
export function lineFault(
  day: CivilDate,
  line: CalendarLine,
  today: CivilDate,
): { field: 'day' | 'name'; text: string } | null {
  if (day < today) return { field: 'day', text: 'Ngày đã qua không sửa được: các hạn đã tính theo lịch cũ.' };
  if (day > lastCalendarDay) return { field: 'day', text: 'Lịch chỉ sửa được đến hết năm 2060.' };
  if (line === null) return null;
  if (line.name.trim() === '') return { field: 'name', text: 'Nhập tên ngày, ví dụ: Nghỉ bù Quốc khánh.' };
  return line.name.length > longestName
    ? { field: 'name', text: `Tên ngày không quá ${longestName} ký tự.` }
    : null;
}

/** A month that would keep too few working days for its deadlines, as a sentence; null where none would. */
export function linesFault(
  lines: readonly SpecialDayEdit[],
  touched: readonly CivilDate[],
): { day: CivilDate; text: string } | null {
  const calendar = calendarWith(lines);
  const months = new Map<Month, CivilDate>(touched.map((day) => [monthOf(day), day]));
  for (const [month, day] of months) {
    const left = workingDaysOfMonth(month, calendar).length;
    if (left < leastWorkingDays)
      return {
        day,
        text: `Tháng ${formatMonth(month)} chỉ còn ${left} ngày làm việc, không đủ cho các hạn của tháng (ít nhất ${leastWorkingDays}).`,
      };
  }
  return null;
}
