// Absence in a month: the objective cause it gives, and whether the month is rated at all (S3 II.3.1; domain.md section 5).
import { addWorkingDays, workingDaysIn, workingDaysOfMonth, type Calendar } from './calendar.ts';
import { civilDateOf, firstDay, laterDay, lastDayBefore } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { Absence } from './organisation.ts';
import type { Settings } from './settings.ts';
import type { CivilDate, Excuse, Month } from './words.ts';

export interface MonthAbsence {
  /** The cause of most of the days; the earliest entered among equals. */
  excuse: Excuse;
  worked: number;
  workingDays: number;
  /** Worked less than the set share: the month is không xếp loại. */
  unrated: boolean;
}

/** What the absences take from the working days of a month; null where they take none. */
export function absenceOf(
  absences: readonly Absence[],
  month: Month,
  calendar: Calendar,
  settings: Pick<Settings, 'unratedBelow'>,
): MonthAbsence | null {
  const days = workingDaysOfMonth(month, calendar);
  const excuse = mainExcuse(absences, days);
  if (excuse === null) return null;
  const worked = days.filter((day) => !absences.some((absence) => covers(absence, day))).length;
  return { excuse, worked, workingDays: days.length, unrated: worked < settings.unratedBelow * days.length };
}

function covers(absence: Absence, day: CivilDate): boolean {
  return absence.from <= day && day <= absence.to;
}

function mainExcuse(absences: readonly Absence[], days: readonly CivilDate[]): Excuse | null {
  const lost = new Map<Excuse, number>();
  for (const absence of absences) {
    const covered = days.filter((day) => covers(absence, day)).length;
    if (covered > 0) lost.set(absence.excuse, (lost.get(absence.excuse) ?? 0) + covered);
  }
  return (
    [...lost].reduce<[Excuse, number] | null>(
      (most, one) => (most && most[1] >= one[1] ? most : one),
      null,
    )?.[0] ?? null
  );
}

/**
 * The objective cause that kept a person from doing something between two days, the last included: absent on the last
 * day, or for more than the set share of the working days. A day's leave early in the month excuses nothing at its end.
 */
export function hindrance(
  absences: readonly Absence[],
  period: { from: CivilDate; to: CivilDate },
  calendar: Calendar,
  settings: Pick<Settings, 'unratedBelow'>,
): Excuse | null {
  const atEnd = absences.find((absence) => covers(absence, period.to));
  if (atEnd) return atEnd.excuse;
  const days = workingDaysIn(period.from, period.to, calendar);
  const free = days.filter((day) => !absences.some((absence) => covers(absence, day))).length;
  return free < settings.unratedBelow * days.length ? mainExcuse(absences, days) : null;
}

/**
 * The date of remedy moved by the working days that absences took from it: its clock stands still meanwhile (S3 II.3.1;
 * domain.md section 3).
 */
export function extendedDue(
  absences: readonly Absence[],
  { told, due }: { told: CivilDate; due: CivilDate },
  calendar: Calendar,
): CivilDate {
  const isLost = (day: CivilDate) => absences.some((absence) => covers(absence, day));
  let lost = workingDaysIn(told, due, calendar).filter(isLost).length;
  let day = due;
  while (lost > 0) {
    day = addWorkingDays(day, 1, calendar);
    if (!isLost(day)) lost -= 1;
  }
  return day;
}

/** By what the clock of a person's findings runs in a month. */
export interface RemedyClock {
  absences: readonly Absence[];
  calendar: Calendar;
  settings: Pick<Settings, 'unratedBelow'>;
  month: Month;
  /** Exclusive end of the deadline to decide. */
  close: Moment;
}

/**
 * The objective cause for which a finding that is open at the close counts neither way: its date would have come by then
 * and, moved by what absences took, has not; or more than the set share of the time since it was told was taken. What was
 * told before the month is counted from its first day.
 */
export function stoppedClock(
  { notifiedAt, due }: { notifiedAt: Moment | null; due: CivilDate | null },
  { absences, calendar, settings, month, close }: RemedyClock,
): Excuse | null {
  const opened = firstDay(month);
  const told = notifiedAt === null ? opened : laterDay(civilDateOf(notifiedAt), opened);
  const last = lastDayBefore(close);
  if (told > last) return null;
  const days = workingDaysIn(told, last, calendar);
  const free = days.filter((day) => !absences.some((absence) => covers(absence, day))).length;
  const isMoved = due !== null && due <= last && extendedDue(absences, { told, due }, calendar) > last;
  return isMoved || free < settings.unratedBelow * days.length ? mainExcuse(absences, days) : null;
}
