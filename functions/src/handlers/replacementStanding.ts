// Whom a replacement case is about, who decides on them, and who considers it: from their newest sheet and record.
import { profileOf } from '../domain/profiles/profile.ts';
import type { Month } from '../domain/words.ts';
import type { Replacement } from '../schema/replacement.ts';
import { collectionOf, organisationRef, refOf, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Documents } from './ports.ts';

type Whose =
  | ('personName' | 'post' | 'category' | 'unit' | 'unitName' | 'block')
  | ('decider' | 'deciderName' | 'managed' | 'body');

/** Null where the month has no sheet of the person: then nothing is known that wasn't before. */
export async function replacementStanding(
  documents: Documents,
  org: string,
  person: string,
  month: Month,
): Promise<Pick<Replacement, Whose> | null> {
  const sheet = await documents.get(sheetRef(org, person, month));
  return sheet && (await standingFrom(documents, org, sheet.data));
}

export async function standingFrom(
  documents: Documents,
  org: string,
  sheet: Sheet,
): Promise<Pick<Replacement, Whose>> {
  const { person, personName, post, category, unit, unitName, block, decider, deciderName } = sheet;
  const record = await documents.get(refOf(org, 'people', person));
  const managed = record?.data.managedByBTV ?? false;
  const body = managed ? await aggregatorOf(documents, org, sheet) : deciderName;
  return { ...{ personName, post, category, unit, unitName, block, decider, deciderName, managed, body } };
}

/** The unit that aggregates the block: Ban Tổ chức, Phòng Nội vụ, Ban Xây dựng Đảng, as the profile says. */
async function aggregatorOf(documents: Documents, org: string, { block }: Sheet): Promise<string> {
  const organisation = await documents.get(organisationRef(org));
  if (!organisation) throw new Error(`no organisation ${org}`);
  const profile = profileOf(organisation.data.profile);
  const role = profile.aggregators[block];
  const units = await documents.find(collectionOf(org, 'units'), [['role', role]]);
  const open = units.filter(({ data }) => data.closed === null).map(({ data }) => data.name);
  return open.length > 0 ? open.join(', ') : (profile.unitRoles.get(role) ?? role);
}
