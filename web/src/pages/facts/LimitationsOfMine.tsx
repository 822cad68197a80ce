// Reads my limitations after my month has opened, and carries what I report of them into section III of a sheet that is open.
import { useEffect } from 'preact/hooks';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Sheet, SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import type { Editor } from '../../data/editor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Me } from '../../session.ts';
import { MyLimitations } from './MyLimitations.tsx';
import { prefilled } from './prefill.ts';
import { readMyLimitations, type LimitationRow } from './readFacts.ts';

interface Props {
  me: Me;
  month: Month;
  /** Null where the sheet may not be written. */
  editor: Editor<Sheet, SheetDraft> | null;
}

export function LimitationsOfMine({ me, month, editor }: Props) {
  const [loaded, reload] = useLoaded(() => readMyLimitations(me), `${me.pid} ${month}`);
  const rows = loaded.at === 'there' ? loaded.value : [];
  useEffect(() => {
    for (const row of rows) if (editor) carry(editor, row, month);
  }, [loaded, month]);
  // A month is read without them where they can't be read; they stand in section III nevertheless.
  if (rows.length === 0) return null;
  return (
    <MyLimitations
      me={me}
      month={month}
      rows={rows}
      onReported={(row, progress) => {
        const { doc, draft } = editor?.view ?? { doc: null, draft: null };
        const before = row.data.progressMonth === month ? row.data.progress : '';
        const fields = doc && draft && prefilled(draft, doc.carried, row.id, row.data, progress, before);
        if (fields) editor?.edit(fields);
        reload();
      }}
    />
  );
}

/** What was reported on another device, or before the sheet knew of it. */
function carry(editor: Editor<Sheet, SheetDraft>, { id, data }: LimitationRow, month: Month): void {
  const { doc, draft } = editor.view;
  if (!doc || !draft || data.state !== 'open' || data.progressMonth !== month) return;
  if (Object.values(draft.rowFinding).includes(id)) return;
  const fields = prefilled(draft, doc.carried, id, data, data.progress, '');
  if (fields) editor.edit(fields);
}
