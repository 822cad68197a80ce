// Which days are worked, and counting in working days (domain.md section 7).
import { addDays, dayNumber, firstDay, lastDay, weekday } from './civilDate.ts';
import { vietnamHolidays } from './holidays.ts';
import { legalHolidays } from './legalHolidays.ts';
import { lunarDays } from './lunarDays.ts';
import type { CivilDate, Month } from './words.ts';

export interface Calendar {
  isWorkingDay(d: CivilDate): boolean;
}

/** A day that departs from Monday to Friday: a holiday, or a Saturday worked in exchange. */
export interface SpecialDay {
  day: CivilDate;
  works: boolean;
  name: string;
  /** False while no authority has announced it; shown, and counted as the table says. */
  official: boolean;
}

/** An organisation's own line of the table, which outweighs the one shipped. */
export interface SpecialDayEdit extends SpecialDay {
  reason: string;
  author: string;
}

/** Holidays on a fixed day of the year, which hold in every year, so also where nothing else is known of one. */
const fixedHolidays: readonly string[] = ['01-01', '04-30', '05-01', '09-02'];

/** Longer than any run of days off; a calendar that passes it is broken, and a search in it would never end. */
const longestRest = 60;

/** Where two lines speak of one day, the later one holds. */
export function calendarOf(days: readonly SpecialDay[]): Calendar {
  const special = new Map<CivilDate, boolean>(days.map((s) => [s.day, s.works]));
  return {
    isWorkingDay(d) {
      const listed = special.get(d);
      if (listed !== undefined) return listed;
      const w = weekday(d);
      return w !== 0 && w !== 6 && !fixedHolidays.includes(d.slice(5));
    },
  };
}

const tabled = new Set(vietnamHolidays.map(({ day }) => day.slice(0, 4)));

/** What ships: the table of the years that it lists, and of those after it what the law itself gives, unofficial. */
export const shippedDays: readonly SpecialDay[] = [
  ...vietnamHolidays,
  ...lunarDays.flatMap(({ newYear }) => {
    const year = newYear.slice(0, 4);
    return tabled.has(year) ? [] : legalHolidays(year);
  }),
];

/** The calendar with what ships, before an organisation's own lines. */
export const vietnamCalendar: Calendar = calendarOf(shippedDays);

/** With an organisation's own lines, which outweigh those shipped. */
export const calendarWith = (lines: readonly SpecialDay[]): Calendar =>
  lines.length === 0 ? vietnamCalendar : calendarOf([...shippedDays, ...lines]);

function step(d: CivilDate, by: 1 | -1, calendar: Calendar): CivilDate {
  let at = addDays(d, by);
  for (let rest = 0; !calendar.isWorkingDay(at); rest += 1) {
    if (rest === longestRest) throw new RangeError(`no working day near ${d}`);
    at = addDays(at, by);
  }
  return at;
}

/** The day itself if it is worked, otherwise the first worked one after it. */
export function nextWorkingDay(d: CivilDate, calendar: Calendar): CivilDate {
  return calendar.isWorkingDay(d) ? d : step(d, 1, calendar);
}

/** The day itself if it is worked, otherwise the last worked one before it. */
export function previousWorkingDay(d: CivilDate, calendar: Calendar): CivilDate {
  return calendar.isWorkingDay(d) ? d : step(d, -1, calendar);
}

/** The nth working day after `d` (before it where n is negative); `d` itself for 0, worked or not. */
export function addWorkingDays(d: CivilDate, n: number, calendar: Calendar): CivilDate {
  let at = d;
  for (let left = Math.abs(n); left > 0; left -= 1) at = step(at, n < 0 ? -1 : 1, calendar);
  return at;
}

/** Working days after `from` up to and with `to`, so that it undoes addWorkingDays; negative where `to` is earlier. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let d = from; d < to;) {
    d = addDays(d, 1);
    if (calendar.isWorkingDay(d)) count += 1;
  }
  return count;
}

/** The working days from `from` to `to`, both included. */
export function workingDaysIn(from: CivilDate, to: CivilDate, calendar: Calendar): CivilDate[] {
  const length = dayNumber(to) - dayNumber(from) + 1;
  return Array.from({ length: Math.max(length, 0) }, (_, n) => addDays(from, n)).filter((d) =>
    calendar.isWorkingDay(d),
  );
}

export function workingDaysOfMonth(month: Month, calendar: Calendar): CivilDate[] {
  return workingDaysIn(firstDay(month), lastDay(month), calendar);
}
