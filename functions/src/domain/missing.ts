// Absence in a month: the objective cause it gives, and whether the month is rated at all (S3 II.3.1; domain.md section 5).
import { workingDaysIn, workingDaysOfMonth, type Calendar } from './calendar.ts';
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
