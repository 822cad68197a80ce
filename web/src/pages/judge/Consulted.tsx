// For who is asked or proposes: the sheet to read and a note to write, which the decider alone gets.
import { useMemo, useState } from 'preact/hooks';
import { formatMoment, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Template } from '../../../../functions/src/domain/templates.ts';
import type { Consultation } from '../../../../functions/src/schema/consultation.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument } from '../../data/firestore.ts';
import { readTemplate } from '../../data/readTemplate.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { SheetWords } from '../../parts/SheetWords.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';

type NoteDraft = Pick<Consultation, 'note'>;

function noteSource(me: Me, id: string): Source<Consultation, NoteDraft> {
  return {
    key: `${me.org}/${me.pid}/consultations/${id}`,
    read: () => readDocument<Consultation>(me.org, 'consultations', id),
    write: (change, rev) => updateDocument(me.org, 'consultations', id, { ...change, rev }, ['savedAt']),
    draftOf: ({ note }) => ({ note }),
    isEditable: (c) => c.state === 'asked',
    // The rules take the note once, with the answer; until then it stays on this device.
    heldBack: () => ['note'],
  };
}

async function readSheet(me: Me, id: string): Promise<{ sheet: Sheet; template: Template } | null> {
  const sheet = await readDocument<Sheet>(me.org, 'sheets', id);
  return sheet && { sheet, template: await readTemplate(me.org, sheet) };
}

const words = {
  consult: { title: 'Cho ý kiến tham khảo', label: 'Ý kiến tham khảo', button: 'Gửi ý kiến' },
  request: { title: 'Cho ý kiến về người được phụ trách', label: 'Ý kiến', button: 'Gửi ý kiến' },
  propose: { title: 'Đề xuất', label: 'Đề xuất', button: 'Gửi đề xuất' },
  // After a transfer the old head says what the time with them was like (domain.md section 6).
  'former-head': {
    title: 'Nhận xét của đơn vị cũ',
    label: 'Nhận xét về thời gian ở đơn vị cũ',
    button: 'Gửi nhận xét',
  },
} as const;

export function Consulted({ me, id }: { me: Me; id: string }) {
  const editor = useEditor(useMemo(() => noteSource(me, id), [me.org, me.pid, id]));
  const { phase, doc, draft } = editor.view;
  const [isWrong, setWrong] = useState(false);
  const key = doc ? personMonthId(doc.person, doc.month) : '';
  const [sheet, reload] = useLoaded(async () => (key ? readSheet(me, key) : null), key);
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed') return <LoadFailed onRetry={() => void editor.open()} />;
  if (!doc || !draft) return <Notice>Không có yêu cầu tham khảo này.</Notice>;
  const { title, label, button } = words[doc.kind];
  const errors: Errors = new Map(
    isWrong && draft.note.trim() === '' ? [['note', `Nhập ${label.toLowerCase()}`]] : [],
  );
  const send = () => {
    setWrong(true);
    if (draft.note.trim() === '') document.getElementById('note')?.focus();
    else void editor.save({ state: 'answered', note: draft.note });
  };
  return (
    <>
      <PageHead
        title={`${title}: ${doc.personName}`}
        lead={`${doc.post}, ${doc.unitName} · Tháng ${formatMonth(doc.month)}`}
      >
        <a class="button" href={hrefOf({ page: 'queue', month: doc.month })}>
          Về danh sách
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '32px' }}>
        {doc.state === 'asked' ? (
          <div class="stack narrow">
            <TextArea
              id="note"
              label={label}
              hint={`Chỉ người quyết định đọc được. ${doc.due ? `Hạn: ${formatMoment(doc.due)}; quá hạn thì ghi là không có ý kiến. ` : ''}Gửi rồi không sửa được.`}
              max={sizes.text}
              value={draft.note}
              errors={errors}
              onInput={(note) => editor.edit({ note })}
            />
            <div class="row">
              <button type="button" class="button primary" onClick={send}>
                {button}
              </button>
              <SaveState saving={editor.view.saving} savedAt={editor.view.savedAt} />
            </div>
          </div>
        ) : (
          <Notice tone="good" role="status">
            <p>{doc.state === 'answered' ? 'Đã gửi:' : 'Hết hạn, ghi là không có ý kiến.'}</p>
            <p class="pre">{doc.note}</p>
          </Notice>
        )}
        {sheet.at === 'loading' && <Loading />}
        {sheet.at === 'failed' && <LoadFailed onRetry={reload} />}
        {sheet.at === 'there' &&
          (sheet.value ? <SheetWords {...sheet.value} title="Phiếu của cá nhân" /> : <p>Chưa nộp phiếu.</p>)}
      </div>
    </>
  );
}
