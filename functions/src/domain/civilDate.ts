// Days and months as Việt Nam counts them, and the moments at which they begin and end.
import { millisOf, momentOf, type Moment } from './moment.ts';
import type { CivilDate, Month } from './words.ts';

/** 0 is Sunday, as in Date. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const dayMillis = 86_400_000;
/** Việt Nam has one zone without summer time, so a fixed offset is exact and no zone table is loaded. */
const zoneMillis = 7 * 3_600_000;

const weekdayNames = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

// Plain day numbers in UTC rather than date-fns: this file is in the first load of the web client.
function dateOfDayNumber(n: number): CivilDate {
  return new Date(n * dayMillis).toISOString().slice(0, 10);
}

/** Days since 1970-01-01. Throws RangeError on what is no day of the calendar, such as 2026-02-30. */
export function dayNumber(d: CivilDate): number {
  const n = Date.parse(`${d}T00:00:00.000Z`) / dayMillis;
  if (!Number.isInteger(n) || dateOfDayNumber(n) !== d) throw new RangeError(`not a day: ${d}`);
  return n;
}

export function civilDateOf(m: Moment): CivilDate {
  return dateOfDayNumber(Math.floor((millisOf(m) + zoneMillis) / dayMillis));
}

export function startOfDay(d: CivilDate): Moment {
  return momentOf(dayNumber(d) * dayMillis - zoneMillis);
}

/** Exclusive: 00:00 of the next day. In time means before it (domain.md section 7). */
export function endOfDay(d: CivilDate): Moment {
  return startOfDay(addDays(d, 1));
}

/** The moment at which clocks in Việt Nam show `clock` (HH:mm) on that day. */
export function atTime(d: CivilDate, clock: string): Moment {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (parts === null) throw new RangeError(`not a time of day: ${clock}`);
  return momentOf(millisOf(startOfDay(d)) + (Number(parts[1]) * 60 + Number(parts[2])) * 60_000);
}

/** The day that an exclusive end is shown as: the last one wholly before it. */
export function lastDayBefore(end: Moment): CivilDate {
  return civilDateOf(momentOf(millisOf(end) - 1));
}

export function addDays(d: CivilDate, n: number): CivilDate {
  return dateOfDayNumber(dayNumber(d) + n);
}

/** The later of two days. */
export function laterDay(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

export function weekday(d: CivilDate): Weekday {
  // 1970-01-01 was a Thursday; the second remainder keeps days before it from turning negative.
  return ((((dayNumber(d) + 4) % 7) + 7) % 7) as Weekday;
}

export function monthOf(d: CivilDate): Month {
  return d.slice(0, 7);
}

export function monthOfMoment(m: Moment): Month {
  return monthOf(civilDateOf(m));
}

/** "2026" of "2026-04". */
export function yearOf(month: Month): string {
  return month.slice(0, 4);
}

export function firstDay(month: Month): CivilDate {
  return `${month}-01`;
}

export function lastDay(month: Month): CivilDate {
  return addDays(firstDay(nextMonth(month)), -1);
}

export function nextMonth(month: Month): Month {
  return monthOf(addDays(firstDay(month), 31));
}

export function previousMonth(month: Month): Month {
  return monthOf(addDays(firstDay(month), -1));
}

/** The `n`th of the month, or its last day where the month is shorter. */
export function dayOfMonth(month: Month, n: number): CivilDate {
  const wanted = addDays(firstDay(month), n - 1);
  const last = lastDay(month);
  return wanted < last ? wanted : last;
}

/** 24/04/2026: always two digits, so that columns on screens line up. */
export function formatDate(d: CivilDate): string {
  dayNumber(d);
  return `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`;
}

/** Thứ Sáu 24/04/2026. */
export function formatWeekday(d: CivilDate): string {
  return `${weekdayNames[weekday(d)]} ${formatDate(d)}`;
}

/** 24/04/2026 17:05, as clocks in Việt Nam show it. */
export function formatMoment(m: Moment): string {
  const shifted = momentOf(millisOf(m) + zoneMillis);
  return `${formatDate(civilDateOf(m))} ${shifted.slice(11, 16)}`;
}

/** 4/2026, on screens. */
export function formatMonth(month: Month): string {
  return `${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;
}

/** Months 1 and 2 alone take a zero on forms, so that they can't be altered to 11 or 12 (domain.md section 10). */
function formMonthNumber(month: Month): string {
  const n = Number(month.slice(5, 7));
  return n <= 2 ? `0${n}` : `${n}`;
}

/** 02/2026 and 4/2026, on forms. */
export function formatFormMonth(month: Month): string {
  return `${formMonthNumber(month)}/${month.slice(0, 4)}`;
}

/** ngày 05 tháng 4 năm 2026, on forms. */
export function formatFormDate(d: CivilDate): string {
  dayNumber(d);
  return `ngày ${d.slice(8, 10)} tháng ${formMonthNumber(monthOf(d))} năm ${d.slice(0, 4)}`;
}
