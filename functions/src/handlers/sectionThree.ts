// Section III of a sheet: findings of the month before with how they ended, those that are open to be answered, the others told (domain.md section 4, S3 6.5).
import { nextMonth, previousMonth } from '../domain/civilDate.ts';
import { carriedText, remediedText } from '../domain/finding.ts';
import type { Month } from '../domain/words.ts';
import type { Finding } from '../schema/finding.ts';
import { collectionOf, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { converge } from './converge.ts';
import type { Documents, Stored } from './ports.ts';

/** Of everybody, those that count in the month and were remedied. */
const remediedIn = (documents: Documents, org: string, month: Month): Promise<Stored<Finding>[]> =>
  documents.find(collectionOf(org, 'findings'), [
    ['countsIn', month],
    ['state', 'remedied'],
  ]);

/** Of everybody, what section III of a month that opens is made from. */
export interface BeforeMonth {
  /** Confirmed in months before, and open still. */
  open: Stored<Finding>[];
  /** Of last month, and remedied. */
  remedied: Stored<Finding>[];
}

export async function findingsBefore(documents: Documents, org: string, month: Month): Promise<BeforeMonth> {
  const [confirmed, remedied] = await Promise.all([
    documents.find(collectionOf(org, 'findings'), [['state', 'confirmed']]),
    remediedIn(documents, org, previousMonth(month)),
  ]);
  return { open: confirmed.filter(({ data }) => data.month < month), remedied };
}

/** As section III of a person's next sheet lists them. */
export const remediedOf = (person: string, remedied: readonly Stored<Finding>[]): Sheet['remediedBefore'] =>
  Object.fromEntries(
    remedied.filter(({ data }) => data.subject === person).map(({ id, data }) => [id, remediedText(data)]),
  );

/** It is open at the close of the month before: to be answered, unless the sheet is filed already. Returns the sheet. */
export async function askInSectionThree(
  documents: Documents,
  org: string,
  { id, data }: Stored<Finding>,
  month: Month,
): Promise<Sheet | null> {
  const sheet = await converge(
    documents,
    sheetRef(org, data.subject, month),
    ({ data: { state, carried } }) =>
      state === 'open' && !(id in carried) ? { carried: { ...carried, [id]: carriedText(data) } } : null,
  );
  return sheet && sheet.data;
}

/** The month closed: what was remedied by then is told on the next sheet, and asked about no longer where nobody has answered yet. */
export async function tellRemedied(documents: Documents, org: string, month: Month): Promise<void> {
  for (const { id, data } of await remediedIn(documents, org, month))
    await converge(documents, sheetRef(org, data.subject, nextMonth(month)), (sheet) =>
      told(sheet.data, id, remediedText(data)),
    );
}

function told({ carried, remediedBefore, rowFinding, stage }: Sheet, id: string, text: string) {
  // What is decided was decided with what stood there.
  if (stage !== 'open' && stage !== 'submitted' && stage !== 'evaluated') return null;
  if (Object.values(rowFinding).includes(id)) return null;
  const { [id]: _asked, ...others } = carried;
  return { remediedBefore: { ...remediedBefore, [id]: text }, ...(id in carried ? { carried: others } : {}) };
}

/** Overturned: it stands in no section III any more, but where the person has answered it. */
export async function leaveSectionThree(
  documents: Documents,
  org: string,
  { id, data }: Stored<Finding>,
): Promise<void> {
  const { subject, month: recorded, carriedTo, notifiedAt } = data;
  if (notifiedAt === null) return;
  // It counted in its own month or in the next one.
  const after = nextMonth(recorded);
  const months = new Set([after, nextMonth(after), carriedTo ?? after]);
  for (const month of months)
    await converge(documents, sheetRef(org, subject, month), ({ data: sheet }) => {
      if (sheet.state !== 'open') return null;
      const { [id]: _told, ...remediedBefore } = sheet.remediedBefore;
      const isAnswered = Object.values(sheet.rowFinding).includes(id);
      const { [id]: _asked, ...carried } = sheet.carried;
      return { remediedBefore, carried: isAnswered ? sheet.carried : carried };
    });
}
