// The person's sheet of a month as a form's source.
import { personMonthId } from '../../../functions/src/schema/paths.ts';
import type { Sheet, SheetDraft } from '../../../functions/src/schema/sheet.ts';
import { emptyDraft } from '../../../functions/src/schema/sheetDraft.ts';
import type { Month } from '../../../functions/src/domain/words.ts';
import type { Me } from '../session.ts';
import type { Source } from './editor.ts';
import { readDocument, updateDocument } from './firestore.ts';

const empty = emptyDraft();
const fields = Object.keys(empty) as (keyof SheetDraft)[];

/** The person's fields alone, without state and stamps; what an older sheet lacks is empty. */
export const draftOfSheet = (sheet: Sheet): SheetDraft =>
  Object.fromEntries(fields.map((field) => [field, sheet[field] ?? empty[field]])) as unknown as SheetDraft;

/** As the rules have it: open, and not yet decided; a late filing is taken until then. */
export const mayWrite = (sheet: Sheet): boolean =>
  sheet.state === 'open' && ['open', 'submitted', 'evaluated'].includes(sheet.stage);

export function sheetSource(me: Me, month: Month): Source<Sheet, SheetDraft> {
  const id = personMonthId(me.pid, month);
  return {
    key: `${me.org}/${me.pid}/sheets/${id}`,
    read: () => readDocument<Sheet>(me.org, 'sheets', id),
    write: (change, rev) => updateDocument(me.org, 'sheets', id, { ...change, rev }, ['savedAt']),
    draftOf: draftOfSheet,
    isEditable: mayWrite,
  };
}
