// The organisation as the clerk's pages work on it: settings and profile, every unit and every person.
import type { Organisation } from '../../../functions/src/domain/organisation.ts';
import type { OrganisationDocument } from '../../../functions/src/schema/cycle.ts';
import type { PersonDocument } from '../../../functions/src/schema/person.ts';
import type { UnitDocument } from '../../../functions/src/schema/unit.ts';
import { listDocuments, readOrganisation } from './firestore.ts';
import { profileOf, type Profile } from './profiles.ts';

export interface WholeOrganisation {
  document: OrganisationDocument;
  profile: Profile;
  units: UnitDocument[];
  people: PersonDocument[];
  /** The same, as the resolver wants it. */
  organisation: Organisation;
}

/** Clerk and administrator only: nobody else reads people. */
export async function readWholeOrganisation(org: string): Promise<WholeOrganisation> {
  const [document, units, people] = await Promise.all([
    readOrganisation(org),
    listDocuments<UnitDocument>(org, 'units', {}),
    listDocuments<PersonDocument>(org, 'people', {}),
  ]);
  if (!document) throw new Error(`no organisation ${org}`);
  const all = { units: units.map(({ data }) => data), people: people.map(({ data }) => data) };
  const { name, place, partyName } = document;
  return {
    document,
    profile: profileOf(document.profile),
    ...all,
    organisation: { id: org, name, place, partyName, ...all },
  };
}
