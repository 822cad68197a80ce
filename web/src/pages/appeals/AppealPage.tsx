// One appeal: the result it is about, the person's words, the sheet, and — for who answers — the form beside them.
import { useMemo } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { pollUntil } from '../../data/poll.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { ResultChanges } from '../../parts/ResultChanges.tsx';
import { ResultFacts } from '../../parts/ResultFacts.tsx';
import { SheetWords } from '../../parts/SheetWords.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { answerSource, mayGive } from './answerSource.ts';
import { AppealRead } from './AppealRead.tsx';
import { DeciderNote } from './DeciderNote.tsx';
import { readCase, type AppealCase } from './readAppeals.ts';

export function AppealPage({ me, id }: { me: Me; id: string }) {
  const editor = useEditor(useMemo(() => answerSource(me, id), [me.org, me.pid, id]));
  const { phase, doc, draft, conflict } = editor.view;
  const key = doc ? `${id} ${doc.closedAt ?? ''}` : '';
  const [loaded, reload] = useLoaded(async () => (doc ? readCase(me, doc) : null), key);
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed') return <LoadFailed onRetry={() => void editor.open()} />;
  if (!doc || !draft) return <Notice>Không có kiến nghị này, hoặc không thuộc thẩm quyền xem.</Notice>;
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  const onGiven = () => {
    scrollTo(0, 0);
    void pollUntil(
      () => editor.refresh(),
      (a) => Boolean(a?.closedAt),
    );
  };
  const shown = loaded.at === 'there' ? loaded.value : null;
  return (
    <>
      <PageHead
        title={`Kiến nghị: ${doc.personName ?? ''}`}
        lead={`${doc.post ?? ''}, ${doc.unitName ?? ''} · Kết quả tháng ${formatMonth(doc.month)}, lần ${doc.version}`}
      >
        <a class="button" href={hrefOf({ page: 'appeals', id: null })}>
          Về danh sách
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '32px' }}>
        <AppealRead me={me} appeal={doc} />
        {loaded.at === 'loading' && <Loading />}
        {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
        {shown && <Appealed of={shown} version={doc.version} />}
        {mayGive(doc, me.pid) && (
          <AnswerForm
            editor={editor}
            appeal={doc}
            draft={draft}
            result={shown?.result ?? null}
            template={shown?.template ?? null}
            onGiven={onGiven}
          />
        )}
        {doc.state === 'filed' && doc.decider === me.pid && (
          <DeciderNote key={doc.rev} me={me} id={id} appeal={doc} onDone={() => void editor.refresh()} />
        )}
        {shown?.sheet && (
          <SheetWords
            sheet={shown.sheet}
            template={shown.template}
            title={shown.sheet.firstFiledAt ? 'Phiếu đã nộp' : 'Phiếu chưa nộp'}
          />
        )}
      </div>
    </>
  );
}

/** What is appealed, and what came of it, before the form: whoever answers reads first. */
function Appealed({ of: { result, after }, version }: { of: AppealCase; version: number }) {
  return (
    <>
      {result && after && <ResultChanges before={result} after={after} />}
      <section class="stack" aria-labelledby="result-title">
        <h2 id="result-title">Kết quả bị kiến nghị, lần {version}</h2>
        {result ? <ResultFacts result={result} /> : <p>Không đọc được kết quả này.</p>}
      </section>
    </>
  );
}
