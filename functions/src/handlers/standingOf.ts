// Whose a fact is in a month, and who stands above them: from the sheet of the person, or of the unit through its head.
import type { About } from '../domain/facts.ts';
import { vacantName, vacant } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import { refOf, sheetRef, unitSheetRef } from '../schema/refs.ts';
import type { Documents } from './ports.ts';

/** Null where the month has no sheet of the subject: then nothing is known that wasn't before. */
export async function standingOf(
  documents: Documents,
  org: string,
  { about, subject, author }: { about: About; subject: string; author: string },
  month: Month,
) {
  const found =
    about === 'person'
      ? await ofPerson(documents, org, subject, month)
      : await ofUnit(documents, org, subject, month);
  return found && { ...found, authorName: await nameOf(documents, org, author) };
}

async function ofPerson(documents: Documents, org: string, person: string, month: Month) {
  const sheet = await documents.get(sheetRef(org, person, month));
  if (!sheet) return null;
  const { personName, unit, unitName, block, evaluator, decider, deciderName } = sheet.data;
  return {
    ...{ subjectName: personName, unit, unitName, block },
    ...{ holder: person, holderName: personName, evaluator, decider, deciderName },
  };
}

async function ofUnit(documents: Documents, org: string, unit: string, month: Month) {
  const sheet = await documents.get(unitSheetRef(org, unit, month));
  if (!sheet) return null;
  const { unitName, block, head, headEvaluator, headDecider } = sheet.data;
  return {
    ...{ subjectName: unitName, unit, unitName, block },
    ...{ holder: head, holderName: await nameOf(documents, org, head) },
    ...{ evaluator: headEvaluator, decider: headDecider },
    deciderName: await nameOf(documents, org, headDecider),
  };
}

/** People read facts without access to the list of people. */
export async function nameOf(documents: Documents, org: string, id: string): Promise<string> {
  if (id === vacant) return vacantName;
  const person = await documents.get(refOf(org, 'people', id));
  return person?.data.name ?? id;
}
