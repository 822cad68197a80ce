// The organisation as its clerk sees it: units and people, read once per visit and again in part after every change.
import { readDocument } from './firestore.ts';
import { readWholeOrganisation, type WholeOrganisation } from './wholeOrganisation.ts';

/** A few documents are read by themselves; for more the whole list costs one request. */
const fewDocuments = 20;

let kept: { org: string; reading: Promise<WholeOrganisation> } | null = null;

/** Units written before a field existed lack it; the code that judges expects all of them. */
const withDefaults = (whole: WholeOrganisation): WholeOrganisation => {
  const units = whole.units.map((unit) => ({ ...unit, excludedFromSystem: unit.excludedFromSystem ?? [] }));
  return { ...whole, units, organisation: { ...whole.organisation, units } };
};

/** For clerk and administrator: nobody else may list people. */
export function readOrganisationNow(org: string): Promise<WholeOrganisation> {
  if (kept?.org === org) return kept.reading;
  const reading = readWholeOrganisation(org).then(withDefaults);
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
  const organisation = { ...before.organisation, [name]: laidOver };
  kept = { org, reading: Promise.resolve(withDefaults({ ...before, [name]: laidOver, organisation })) };
}
