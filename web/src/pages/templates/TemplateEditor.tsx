// One version: its form while it is a draft with the check and the act of issuing, to read once it is issued; with a preview.
import { useMemo, useState } from 'preact/hooks';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { checkTemplate } from '../../../../functions/src/domain/templatesCheck.ts';
import type { TemplateFields } from '../../../../functions/src/domain/templatesDraft.ts';
import type { StoredTemplate } from '../../../../functions/src/schema/template.ts';
import type { Editor } from '../../data/editor.ts';
import { pollUntil } from '../../data/poll.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { hrefOf } from '../../router.ts';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';
import { readTemplates } from './readTemplates.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { TemplateState } from './TemplateList.tsx';
import { isTried, TemplatePreview } from './TemplatePreview.tsx';
import { templateSource } from './templateSource.ts';
import { datesText, kindLabels, peopleText } from './words.ts';

export function TemplateEditor({ me, id }: { me: Me; id: string }) {
  const editor = useEditor(useMemo(() => templateSource(me, id), [me.org, me.pid, id]));
  const { phase, doc, draft, conflict } = editor.view;
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed') return <LoadFailed onRetry={() => void editor.open()} />;
  if (!doc || !draft) return <Notice>Không có mẫu {id}.</Notice>;
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  return (
    <>
      <PageHead title={`Mẫu chấm điểm ${id}`} lead={kindLabels[draft.kind]}>
        <a class="button" href={hrefOf({ page: 'templates', id: null })}>
          Về danh sách
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '32px' }}>
        <p class="row">
          <TemplateState data={doc} />
          {doc.issuedAt && (
            <span class="soft">
              {doc.issuedBy} ban hành {formatMoment(doc.issuedAt)}
            </span>
          )}
        </p>
        {doc.state === 'draft' ? (
          <Draft me={me} editor={editor} doc={doc} draft={draft} />
        ) : (
          <Issued draft={draft} isSent={doc.state === 'sent'} />
        )}
        <TemplatePreview draft={draft} />
      </div>
    </>
  );
}

function Draft(props: {
  me: Me;
  editor: Editor<StoredTemplate, TemplateFields>;
  doc: StoredTemplate;
  draft: TemplateFields;
}) {
  const { me, editor, doc, draft } = props;
  const [check, setCheck] = useState<{ stamp: number; shown: string[] }>({ stamp: 0, shown: [] });
  const [isBusy, setBusy] = useState(false);
  const [beside] = useLoaded(() => readTemplates(me), doc.name);
  const issued = beside.at === 'there' ? beside.value.issued : [];
  const now = (): Fault[] =>
    withUnread(
      checkTemplate(draft, { issued, month: thisMonth() }).map((f) => ({ id: f.field, text: f.message })),
      (id) => !isTried(id),
    );
  // After the first check a fault leaves as soon as its field is mended; what the function found stands until the next try.
  const found = Object.entries(doc.faults ?? {}).map(([id, text]) => ({ id, text }));
  const open = check.stamp === 0 ? found : now().filter(({ id }) => check.shown.includes(id));
  const errors = new Map(open.map(({ id, text }) => [id, text]).reverse() as [string, string][]);
  const run = (): Fault[] => {
    const faults = now();
    setCheck({ stamp: check.stamp + 1, shown: faults.map(({ id }) => id) });
    return faults;
  };
  const issue = async () => {
    if (isBusy || run().length > 0) return;
    setBusy(true);
    if (await editor.save({ state: 'sent' })) {
      await pollUntil(
        () => editor.refresh(),
        (one) => one?.state !== 'sent',
      );
      setCheck({ stamp: 0, shown: [] });
      scrollTo(0, 0);
    }
    setBusy(false);
  };
  return (
    <div class="stack narrow">
      <ErrorSummary title={`Còn ${open.length} chỗ cần sửa`} faults={open} stamp={check.stamp} />
      <TemplateForm draft={draft} errors={errors} edit={(change) => editor.edit(change)} />
      <p>
        Ban hành rồi không sửa, không thu hồi được: phiếu của những người này mở theo mẫu từ ngày bắt đầu, cho
        đến khi một phiên bản sau bắt đầu. Phiếu đã mở giữ mẫu cũ.
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => void editor.save()}>
          Lưu nháp
        </button>
        <button type="button" class="button" onClick={() => void run()}>
          Kiểm tra
        </button>
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void issue()}>
          {isBusy ? 'Đang gửi…' : 'Ban hành'}
        </button>
        <SaveState saving={editor.view.saving} savedAt={editor.view.savedAt} />
      </div>
      {check.stamp > 0 && open.length === 0 && (
        <Notice tone="good" role="status">
          <p>Không còn chỗ nào cần sửa.</p>
        </Notice>
      )}
    </div>
  );
}

function Issued({ draft, isSent }: { draft: TemplateFields; isSent: boolean }) {
  return (
    <section class="stack" aria-label="Nội dung mẫu">
      {isSent && (
        <Notice role="status">
          <p>Đã gửi, máy chủ đang kiểm tra. Tải lại trang sau ít phút.</p>
        </Notice>
      )}
      <dl class="words narrow">
        <dt>Tên mẫu</dt>
        <dd>{draft.title}</dd>
        <dt>Văn bản</dt>
        <dd>{draft.clause}</dd>
        <dt>Áp dụng cho</dt>
        <dd>{peopleText(draft.people)}</dd>
        <dt>Thời gian</dt>
        <dd>{datesText(draft.effectiveFrom, draft.effectiveUntil)}</dd>
        {draft.note && (
          <>
            <dt>Ghi chú</dt>
            <dd>{draft.note}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
