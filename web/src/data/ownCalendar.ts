// The calendar of the organisation on this device: read once a day, kept for the visits in between.
import {
  calendarWith,
  vietnamCalendar,
  type Calendar,
  type SpecialDayEdit,
} from '../../../functions/src/domain/calendar.ts';
import type { CivilDate } from '../../../functions/src/domain/words.ts';
import { readOrganisation } from './firestore.ts';

interface Kept {
  day: CivilDate;
  lines: SpecialDayEdit[];
}

let calendar: Calendar = vietnamCalendar;
const keyOf = (org: string) => `nam-ro/calendar/${org}`;

/** The one that ships until the organisation's own has been read. */
export const calendarNow = (): Calendar => calendar;

/** Reads the organisation's lines where today's aren't at hand; without a connection what was known stands. */
export async function learnCalendar(org: string, today: CivilDate): Promise<void> {
  const known = kept(org);
  calendar = calendarWith(known?.lines ?? []);
  if (known?.day === today) return;
  try {
    const organisation = await readOrganisation(org);
    if (organisation) keepCalendar(org, today, organisation);
  } catch {
    // Asked again with the next visit.
  }
}

/** After a change of it, or a reading. `calendar` is absent on organisations of before they had one. */
export function keepCalendar(
  org: string,
  day: CivilDate,
  of: { calendar?: readonly SpecialDayEdit[] },
): void {
  const lines = [...(of.calendar ?? [])];
  calendar = calendarWith(lines);
  try {
    localStorage.setItem(keyOf(org), JSON.stringify({ day, lines } satisfies Kept));
  } catch {
    // A private window keeps nothing, and reads again.
  }
}

function kept(org: string): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(org)) ?? 'null') as Kept | null;
    return found && Array.isArray(found.lines) ? found : null;
  } catch {
    return null;
  }
}
