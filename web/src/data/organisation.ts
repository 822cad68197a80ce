// The organisation as its clerk sees it: units and people, read once per visit and again in part after every change.
import type { OrganisationDocument } from '../../../functions/src/schema/cycle.ts';
import type { PersonDocument } from '../../../functions/src/schema/person.ts';
import type { UnitDocument } from '../../../functions/src/schema/unit.ts';
import { listDocuments, readDocument, readOrganisation } from './firestore.ts';

export interface OrganisationNow {
  document: OrganisationDocument;
  units: readonly UnitDocument[];
  people: readonly PersonDocument[];
}

/** A few documents are read by themselves; for more the whole list costs one request. */
const fewDocuments = 20;

let kept: { org: string; reading: Promise<OrganisationNow> } | null = null;

async function readAll(org: string): Promise<OrganisationNow> {
  const [document, units, people] = await Promise.all([
    readOrganisation(org),
    listDocuments<UnitDocument>(org, 'units', {}),
    listDocuments<PersonDocument>(org, 'people', {}),
  ]);
  if (!document) throw new Error(`no organisation ${org}`);
  return { document, units: units.map(({ data }) => data), people: people.map(({ data }) => data) };
}

/** For clerk and administrator: nobody else may list people. */
export function readOrganisationNow(org: string): Promise<OrganisationNow> {
  if (kept?.org === org) return kept.reading;
  const reading = readAll(org);
  kept = { org, reading };
  // A failed reading is not kept: the next page tries again.
  reading.catch(() => {
    if (kept?.reading === reading) kept = null;
  });
  return reading;
}

/** Forgets what was read, so that the next page reads all of it anew. */
export function forgetOrganisation(): void {
  kept = null;
}

/** After a change of `ids`: reads these again and lays them over what was read before. */
export async function readAgain(
  org: string,
  name: 'units' | 'people',
  ids: readonly string[],
): Promise<void> {
  if (kept?.org !== org || ids.length > fewDocuments) {
    forgetOrganisation();
    return;
  }
  const before = await kept.reading;
  const fresh = await Promise.all(ids.map((id) => readDocument<{ id: string }>(org, name, id)));
  const found = new Map(fresh.filter((one) => one !== null).map((one) => [one.id, one]));
  const laidOver = [...before[name].filter(({ id }) => !found.has(id)), ...found.values()];
  kept = { org, reading: Promise.resolve({ ...before, [name]: laidOver }) };
}
