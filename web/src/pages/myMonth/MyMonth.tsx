// Tháng của tôi: what is due, the sheet to write, what has become of it, the findings to remedy.
import { useMemo } from 'preact/hooks';
import { previousMonth } from '../../../../functions/src/domain/civilDate.ts';
import { isShipped, templateOf } from '../../../../functions/src/domain/templates.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { listDocuments, readDocument, type Row } from '../../data/firestore.ts';
import { pollUntil } from '../../data/poll.ts';
import { countsLater } from '../../data/recordingMonth.ts';
import { mayWrite, sheetSource } from '../../data/sheetSource.ts';
import { lazy } from '../../lazy.tsx';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { now, thisMonth } from '../../now.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, PageHead } from '../../parts/Page.tsx';
import { PlanHistory } from '../../parts/PlanHistory.tsx';
import { SheetWords } from '../../parts/SheetWords.tsx';
import { hrefOf } from '../../router.ts';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import type { Me } from '../../session.ts';
import { useFollowed } from '../facts/useFollowed.ts';
import { ResultView } from './ResultView.tsx';
import { SheetForm } from './SheetForm.tsx';
import { LastResult, NoSheet, Standing } from './Standing.tsx';
import { NextStep } from './NextStep.tsx';

/** After the sheet: few people have any. */
const MyFindings = lazy(() => import('./MyFindings.tsx').then((m) => m.MyFindings));
const OwnSuspected = lazy(() => import('./OwnSuspected.tsx').then((m) => m.OwnSuspected));
const OwnFinding = lazy(() => import('./OwnFinding.tsx').then((m) => m.OwnFinding));
const LimitationsOfMine = lazy(() =>
  import('../facts/LimitationsOfMine.tsx').then((m) => m.LimitationsOfMine),
);

interface Beside {
  cycle: Cycle | null;
  result: Result | null;
  findings: Row<Finding>[];
  /** What I reported at myself and nobody has settled. */
  own: Row<Finding>[];
}

async function readBeside(me: Me, month: Month): Promise<Beside> {
  const [cycle, findings, own] = await Promise.all([
    readDocument<Cycle>(me.org, 'cycles', month),
    listDocuments<Finding>(me.org, 'findings', { subject: me.pid, notified: true }),
    listDocuments<Finding>(me.org, 'findings', { author: me.pid, source: 'self', state: 'suspected' }),
  ]);
  return { cycle, findings, own, result: await readResult(me, month, cycle) };
}

/** The result of the month, once there is one; until then that of the month before, to be pointed to. */
async function readResult(me: Me, month: Month, cycle: Cycle | null): Promise<Result | null> {
  const read = (of: Month) => readDocument<Result>(me.org, 'results', personMonthId(me.pid, of));
  // Before the day of publication there is none, and asking for it would only be refused.
  const own = cycle && now() >= cycle.deadlines.publish ? await read(month) : null;
  return own ?? read(previousMonth(month));
}

export function MyMonth({ me, month: asked }: { me: Me; month: Month | null }) {
  const month = asked ?? thisMonth();
  const editor = useEditor(useMemo(() => sheetSource(me, month), [me.org, me.pid, month]));
  const { view } = editor;
  const { doc: sheet, conflict } = view;
  const [besideState, loadBeside] = useLoaded(() => readBeside(me, month), `${me.pid} ${month}`);
  const followed = useFollowed(loadBeside);
  const beside = besideState.at === 'there' ? besideState.value : null;
  const { result = null, cycle = null } = beside ?? {};
  const isOut = result?.month === month;
  const head = (
    <PageHead
      title="Tháng của tôi"
      lead={sheet ? `${sheet.personName}, ${sheet.post}, ${sheet.unitName}` : me.name}
    >
      <div class="row">
        <a href={hrefOf({ page: 'year', year: month.slice(0, 4), person: null })}>Cả năm</a>
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'my-month', month: to })} />
      </div>
    </PageHead>
  );
  if (view.phase === 'loading') return <Framed head={head} body={<Loading />} />;
  if (view.phase === 'failed')
    return <Framed head={head} body={<LoadFailed onRetry={() => void editor.open()} />} />;
  if (view.phase === 'absent' || !sheet) return <Framed head={head} body={<NoSheet month={month} />} />;
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  // An organisation's own template comes with the cycle; shipped ones are at hand before it.
  if (!beside && !isShipped(sheet.template))
    return (
      <Framed
        head={head}
        body={besideState.at === 'failed' ? <LoadFailed onRetry={loadBeside} /> : <Loading />}
      />
    );
  const template = templateOf(sheet.template, beside?.cycle?.templates);
  const isOpen = mayWrite(sheet) && !isOut;
  // Functions answer within seconds; after that the stage comes with the next visit.
  const onFiled = () => {
    scrollTo(0, 0);
    followed();
    void pollUntil(
      () => editor.refresh(),
      (s) => s?.stage !== 'open',
    );
  };
  return (
    <>
      {head}
      <div class="stack" style={{ '--gap': '24px' }}>
        <Standing
          sheet={sheet}
          result={isOut ? result : null}
          restoredFrom={isOpen ? view.restoredFrom : null}
        />
        {isOut && result && <ResultView me={me} result={result} sheet={sheet} />}
        {beside && beside.findings.length > 0 && (
          <MyFindings me={me} findings={beside.findings} onChanged={loadBeside} />
        )}
        {beside && beside.own.length > 0 && <OwnSuspected me={me} findings={beside.own} />}
        <LimitationsOfMine me={me} month={month} editor={isOpen ? editor : null} />
        {!isOut && result && <LastResult result={result} />}
        {isOpen ? (
          <UnitOfCodes.Provider value={sheet.unit}>
            <SheetForm
              editor={editor}
              month={month}
              template={template}
              mayPlan={mayPlan(sheet, beside?.cycle ?? null)}
              onFiled={onFiled}
            />
          </UnitOfCodes.Provider>
        ) : (
          <>
            {!isOut && <NextStep sheet={sheet} cycle={beside?.cycle ?? null} />}
            <SheetWords
              sheet={sheet}
              template={template}
              title={sheet.state === 'submitted' || sheet.firstFiledAt ? 'Phiếu đã nộp' : 'Phiếu chưa nộp'}
            />
          </>
        )}
        {(isOpen || cycle?.newest === true) && (
          <OwnFinding me={me} sheet={sheet} later={countsLater(cycle)} onRecorded={loadBeside} />
        )}
        <PlanHistory org={me.org} person={me.pid} month={month} />
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

/**
 * Who may still write a plan rather than report on one: in the first cycle, until its day, and who has none yet.
 */
function mayPlan(sheet: Sheet, cycle: Cycle | null): boolean {
  if (!cycle || cycle.firstCycle || now() < cycle.deadlines.plan) return true;
  return !Object.values(sheet.taskKind).includes('planned');
}
