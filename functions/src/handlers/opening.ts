// What the opening of a month works with, gathered once.
import type { Frozen } from '../domain/authorityAgain.ts';
import { deadlinesOf, type MonthDeadlines } from '../domain/deadlines.ts';
import type { Moment } from '../domain/moment.ts';
import type { Person, Unit } from '../domain/organisation.ts';
import type { Month } from '../domain/words.ts';
import { calendarFor } from './calendarIn.ts';
import type { LoadedOrganisation } from './organisationAt.ts';

/** System acts in a log are signed with this. */
export { system } from '../domain/vacant.ts';

export interface Opening extends LoadedOrganisation {
  org: string;
  month: Month;
  at: Moment;
  deadlines: MonthDeadlines;
  authorities: Map<string, Frozen>;
  people: Map<string, Person>;
  units: Map<string, Unit>;
}

export function openingOf(
  loaded: LoadedOrganisation,
  org: string,
  month: Month,
  at: Moment,
  authorities: Map<string, Frozen>,
): Opening {
  const { document, organisation } = loaded;
  return {
    ...loaded,
    org,
    month,
    at,
    deadlines: deadlinesOf(month, calendarFor(document), document.settings),
    authorities,
    people: new Map(organisation.people.map((person) => [person.id, person])),
    units: new Map(organisation.units.map((unit) => [unit.id, unit])),
  };
}

/** Throws where the organisation names somebody or something that it hasn't. */
export function known<T>(all: Map<string, T>, id: string): T {
  const found = all.get(id);
  if (!found) throw new Error(`the organisation names ${id} and has none`);
  return found;
}
