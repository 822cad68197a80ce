// Tháng của tôi: what is due, the sheet to write, what has become of it, the findings to remedy.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatMonth, formatWeekday, lastDayBefore } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { listDocuments, readDocument, type Row } from '../../data/firestore.ts';
import { pollUntil } from '../../data/poll.ts';
import { dueText } from '../../data/remaining.ts';
import { sheetSource } from '../../data/sheetSource.ts';
import { useEditor } from '../../data/useEditor.ts';
import { thisMonth, today } from '../../now.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { clockOf } from '../../parts/SaveState.tsx';
import { SheetWords } from '../../parts/SheetWords.tsx';
import { LateMark, StageState } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { MyFindings } from './MyFindings.tsx';
import { ResultView } from './ResultView.tsx';
import { SheetForm } from './SheetForm.tsx';
import { NextStep } from './NextStep.tsx';

interface Beside {
  cycle: Cycle | null;
  result: Result | null;
  findings: Row<Finding>[];
}

async function readBeside(me: Me, month: Month): Promise<Beside> {
  const [cycle, result, findings] = await Promise.all([
    readDocument<Cycle>(me.org, 'cycles', month),
    readDocument<Result>(me.org, 'results', personMonthId(me.pid, month)),
    listDocuments<Finding>(me.org, 'findings', { subject: me.pid, notified: true }),
  ]);
  return { cycle, result, findings };
}

export function MyMonth({ me, month: asked }: { me: Me; month: Month | null }) {
  const month = asked ?? thisMonth();
  const editor = useEditor(useMemo(() => sheetSource(me, month), [me.org, me.pid, month]));
  const [beside, setBeside] = useState<Beside | null>(null);
  const loadBeside = () => void readBeside(me, month).then(setBeside, () => setBeside(null));
  useEffect(() => {
    setBeside(null);
    loadBeside();
  }, [me.pid, month]);
  const { view } = editor;
  const { doc: sheet, conflict } = view;
  const head = (
    <PageHead
      title="Tháng của tôi"
      lead={sheet ? `${sheet.personName}, ${sheet.post}, ${sheet.unitName}` : me.name}
    >
      <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'my-month', month: to })} />
    </PageHead>
  );
  if (view.phase === 'loading') return <Framed head={head} body={<Loading />} />;
  if (view.phase === 'failed')
    return <Framed head={head} body={<LoadFailed onRetry={() => void editor.open()} />} />;
  if (view.phase === 'absent' || !sheet) return <Framed head={head} body={<NoSheet month={month} />} />;
  if (conflict) {
    return (
      <Conflict
        mine={conflict.mine}
        theirs={conflict.theirs}
        onMine={() => void editor.keepMine()}
        onTheirs={() => void editor.takeTheirs()}
      />
    );
  }
  const isOpen = sheet.state === 'open';
  // Functions answer within seconds; after that the stage comes with the next visit.
  const onFiled = () => {
    scrollTo(0, 0);
    void pollUntil(
      () => editor.refresh(),
      (s) => s?.stage !== 'open',
    );
  };
  return (
    <>
      {head}
      <div class="stack" style={{ '--gap': '24px' }}>
        <Standing sheet={sheet} restoredFrom={isOpen ? view.restoredFrom : null} />
        {beside && beside.findings.length > 0 && (
          <MyFindings me={me} findings={beside.findings} onChanged={loadBeside} />
        )}
        {beside?.result && <ResultView me={me} result={beside.result} sheet={sheet} />}
        {isOpen ? (
          <SheetForm editor={editor} month={month} onFiled={onFiled} />
        ) : (
          <>
            {!beside?.result && <NextStep sheet={sheet} cycle={beside?.cycle ?? null} />}
            <SheetWords sheet={sheet} title="Phiếu đã nộp" />
          </>
        )}
      </div>
    </>
  );
}

function Framed({ head, body }: { head: preact.ComponentChildren; body: preact.ComponentChildren }) {
  return (
    <>
      {head}
      {body}
    </>
  );
}

function NoSheet({ month }: { month: Month }) {
  const isFuture = month > thisMonth();
  return (
    <Notice>
      <p>
        {isFuture
          ? `Phiếu tháng ${formatMonth(month)} mở lúc 00:00 ngày 01/${month.slice(5)}/${month.slice(0, 4)}. Kế hoạch của tháng lấy từ phiếu tháng trước.`
          : `Không có phiếu tháng ${formatMonth(month)}. Nếu tháng này phải có phiếu, liên hệ người phụ trách nhân sự của đơn vị.`}
      </p>
    </Notice>
  );
}

/** Where the sheet stands, until when, and what came back with it. */
function Standing({ sheet, restoredFrom }: { sheet: Sheet; restoredFrom: number | null }) {
  const isOpen = sheet.state === 'open';
  return (
    <div class="stack">
      <p class="row">
        <StageState stage={isOpen ? 'open' : sheet.stage === 'open' ? 'submitted' : sheet.stage} />
        {sheet.late && <LateMark />}
        {isOpen && (
          <span>
            Nộp trong {dueText(today(), sheet.dueDay)}
            {today() <= sheet.dueDay ? '' : '. Vẫn nộp được cho đến khi có quyết định.'}
          </span>
        )}
        {!isOpen && sheet.firstFiledAt && (
          <span class="soft">Nộp lần đầu {formatWeekday(lastDayBefore(sheet.firstFiledAt))}</span>
        )}
      </p>
      {isOpen && sheet.returnNote && (
        <Notice tone="attention">
          <p class="strong">{sheet.evaluatorName} đã trả lại phiếu</p>
          <p class="pre">{sheet.returnNote}</p>
          <p>Hạn nộp lại: {dueText(today(), sheet.dueDay)}</p>
        </Notice>
      )}
      {restoredFrom !== null && (
        <Notice role="status">
          <p>Đã lấy lại phần viết trên máy này lúc {clockOf(restoredFrom)} mà chưa gửi. Bấm “Lưu” để gửi.</p>
        </Notice>
      )}
    </div>
  );
}
