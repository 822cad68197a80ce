// Finds who answers an appeal: up the line of the month's authority, or among the members of the profile's body (domain/appealAnswerer.ts).
import {
  answererOf,
  bodyMembers,
  isFound,
  type Above,
  type Answerer,
  type LineEnd,
  type NoAnswerer,
} from '../domain/appealAnswerer.ts';
import { resolveAuthorities } from '../domain/authority.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { vacant } from '../domain/vacant.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import { onceLoaded, type Loading } from './organisationAt.ts';
import type { Documents } from './ports.ts';

/** Far above any line of authority; a circle that corrections made by hand have closed ends here. */
const longestLine = 8;

export interface Sought {
  month: Month;
  /** The organisation is looked at as of this day where the month itself has no answer. */
  day: CivilDate;
  /** Row of the table by which the person was decided. */
  row: number;
  decider: string;
  deciderName: string;
  struck: readonly string[];
}

export async function findAnswerer(
  documents: Documents,
  org: string,
  document: OrganisationDocument,
  sought: Sought,
): Promise<Answerer | NoAnswerer> {
  const { row, struck, deciderName, day } = sought;
  const profile = profileOf(document.profile);
  const collective = (profile.rows.find((one) => one.row === row)?.collective ?? null) !== null;
  const loaded = onceLoaded(documents, org);
  const { line, end } = collective
    ? { line: [], end: null }
    : await lineFrom(documents, org, sought.decider, sought, loaded, (found) => isFound(found, struck));
  const asksBody = collective || (end === 'outside' && !isFound(line, struck));
  const members = asksBody ? bodyMembers(profile, (await loaded()).organisation, day) : [];
  return answererOf({ collective, struck, deciderName }, line, end, profile.appeals, members);
}

/** Who decides on `who` in that month; null where nobody does. Also named once an appeal is overdue. */
export async function aboveOf(
  documents: Documents,
  org: string,
  who: string,
  { month, day }: Pick<Sought, 'month' | 'day'>,
  loaded = onceLoaded(documents, org),
): Promise<Above | LineEnd> {
  const sheet = await documents.get(sheetRef(org, who, month));
  const frozen = sheet === null || sheet.data.decider === vacant ? null : sheet.data;
  if (frozen && (await isPresent(documents, org, frozen.decider, day)))
    return { id: frozen.decider, name: frozen.deciderName, row: frozen.row };
  // The month names nobody, or somebody who has left: as things stand now, so that filling the seat is enough.
  const { document, organisation } = await loaded();
  if (organisation.people.find(({ id }) => id === who)?.decidedOutside === true) return 'outside';
  const profile = profileOf(document.profile);
  const { authorities } = resolveAuthorities(profile, organisation, document.settings, day, who);
  const found = authorities.get(who);
  const name = organisation.people.find(({ id }) => id === found?.decider)?.name;
  return found && name !== undefined ? { id: found.decider, name, row: found.row } : 'nobody';
}

/** True iff the organisation has them on that day. */
export async function isPresent(documents: Documents, org: string, id: string, day: CivilDate) {
  const person = await documents.get(refOf(org, 'people', id));
  return person !== null && (person.data.left === null || person.data.left >= day);
}

/** Upward from `from`, without them, until `isLongEnough`; `end` is why it ends before that. */
export async function lineFrom(
  documents: Documents,
  org: string,
  from: string,
  when: Pick<Sought, 'month' | 'day'>,
  loaded: Loading,
  isLongEnough: (line: readonly Above[]) => boolean = () => false,
): Promise<{ line: Above[]; end: LineEnd | null }> {
  const line: Above[] = [];
  let who = from;
  while (!isLongEnough(line) && line.length < longestLine) {
    const above = await aboveOf(documents, org, who, when, loaded);
    if (typeof above === 'string') return { line, end: above };
    if (line.some(({ id }) => id === above.id)) break;
    line.push(above);
    who = above.id;
  }
  return { line, end: null };
}
