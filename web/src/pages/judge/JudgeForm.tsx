// The bands of one sheet: what the person wrote on the left, what the authority says of it on the right.
import { useState } from 'preact/hooks';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import { commentsBeside } from '../../data/queueOrder.ts';
import { takesFacts } from '../../data/recordingMonth.ts';
import { lazy } from '../../lazy.tsx';
import { now } from '../../now.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import type { Errors } from '../../parts/fields.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { Sections } from '../../parts/Sections.tsx';
import { PlanHistory } from '../../parts/PlanHistory.tsx';
import { NextPlanRead, OwnWordsRead, SelfScoresRead, TasksTable } from '../../parts/SheetWords.tsx';
import { Trace } from '../../parts/Trace.tsx';
import { Acts } from './Acts.tsx';
import { AskInCharge, openToAsk } from './AskInCharge.tsx';
import { AuthorityRows } from './AuthorityRows.tsx';
import { ConsultationsRead } from './ConsultationsRead.tsx';
import { NotesRead } from './NotesRead.tsx';
import { Findings } from './Findings.tsx';
import type { JudgeProps } from './Judge.tsx';
import { actsAtOnce, modeOf } from './judgeSource.ts';
import { scoresIn } from './checks.ts';
import { favourOf } from './favour.ts';
import { liveProposal } from './liveProposal.ts';
import { quotaOf } from './quota.ts';
import { PlanChanges } from './PlanChanges.tsx';
import { PublishedBefore } from './PublishedBefore.tsx';
import { OtherRecord, ProposalBox } from './Records.tsx';
import { Overdue } from './Overdue.tsx';
import { UnitsOfHead } from './UnitsOfHead.tsx';
import { Verdict } from './Verdict.tsx';

/** Read after the sheet, by whoever evaluates or decides it themselves. */
const BesideSheet = lazy(() => import('../facts/BesideSheet.tsx').then((m) => m.BesideSheet));

export function JudgeForm(props: JudgeProps) {
  const { me, editor, assessment, draft, beside, powers } = props;
  const { sheet, cycle, findings, template } = beside;
  const mode = modeOf(assessment, powers);
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  const errors: Errors = new Map(check.faults.map((f) => [f.id, f.text]));
  const as = mode === 'decide' ? 'd' : 'e';
  const live = liveProposal({
    assessment,
    findings,
    verdicts: draft.verdicts,
    dues: draft.aDue,
    scores: scoresIn(draft, as),
    bands: template.bands,
    month: assessment.month,
    at: now(),
  });
  const proposed = assessment.proposal;
  const sections = [
    {
      id: 'work',
      title: 'Công việc và đề xuất',
      content: (
        <div class="panes">
          <div class="stack">
            <h3 class="pane-heads">Cá nhân báo cáo</h3>
            {sheet && assessment.filed ? (
              <>
                <PlanChanges assessment={assessment} />
                <TasksTable sheet={sheet} />
                <PlanHistory org={me.org} person={assessment.person} month={assessment.month} />
                <OwnWordsRead sheet={sheet} />
              </>
            ) : (
              <NotFiled />
            )}
          </div>
          <div class="mine stack">
            <h3 class="pane-heads">Hệ thống đề xuất theo quy định</h3>
            <ProposalBox proposal={proposed} />
            {mode === 'decide' && <OtherRecord assessment={assessment} />}
            <ConsultationsRead consultations={beside.consultations}>
              {openToAsk(props).length > 0 && <AskInCharge {...props} />}
            </ConsultationsRead>
            <NotesRead notes={beside.notes} />
          </div>
        </div>
      ),
    },
    {
      id: 'rows',
      title: 'Phiếu số 01',
      content: (
        <AuthorityRows
          sheet={sheet}
          assessment={assessment}
          draft={draft}
          errors={errors}
          isEditable={mode === 'evaluate'}
          edit={(change) => editor.edit(change)}
        />
      ),
    },
    {
      id: 'findings',
      title: 'Dấu hiệu, biểu hiện',
      content: <Findings {...props} mode={mode} errors={errors} />,
    },
    {
      id: 'facts',
      title: 'Hạn chế, phối hợp, tồn đọng',
      content:
        assessment.decider === me.pid || assessment.evaluator === me.pid ? (
          <BesideSheet
            me={me}
            person={assessment.person}
            name={assessment.personName}
            month={assessment.month}
            as={assessment.decider === me.pid ? 'decider' : 'evaluator'}
            isHead={sheet?.isHead ?? false}
            mayRecord={takesFacts(cycle)}
          />
        ) : (
          <p>Người đánh giá, người quyết định xem phần này.</p>
        ),
    },
    {
      id: 'result',
      title: 'Điểm, xếp loại, mức độ',
      content: (
        <div class="panes">
          <div class="stack">
            <h3 class="pane-heads">Cá nhân tự chấm</h3>
            {sheet && assessment.filed ? <SelfScoresRead sheet={sheet} template={template} /> : <NotFiled />}
            {sheet && <NextPlanRead sheet={sheet} />}
          </div>
          <div class="mine stack">
            <Verdict
              as={as}
              mode={mode}
              atOnce={actsAtOnce(assessment, powers)}
              assessment={assessment}
              sheet={sheet}
              template={template}
              quota={quotaOf(beside, assessment, draft, as, mode)}
              asks={favourOf(beside, assessment, draft, mode, commentsBeside(me.pid, ofUnit(assessment)))}
              draft={draft}
              live={live}
              errors={errors}
              edit={(change) => editor.edit(change)}
            />
            <Trace title="Vì sao đề xuất mức độ này?" steps={live.steps} />
          </div>
        </div>
      ),
    },
    ...(beside.units.length === 0
      ? []
      : [{ id: 'unit', title: 'Đơn vị', content: <UnitsOfHead {...props} as={as} errors={errors} /> }]),
    {
      id: 'act',
      title: mode === 'read' ? 'Trạng thái' : 'Kết thúc',
      content: (
        <>
          <Acts
            {...props}
            mode={mode}
            live={live}
            onFaults={(faults) => setCheck({ stamp: check.stamp + 1, faults })}
          />
          {assessment.version > 0 && (
            <PublishedBefore me={me} person={assessment.person} month={assessment.month} />
          )}
        </>
      ),
    },
  ];
  return (
    <div class="stack">
      <Overdue assessment={assessment} powers={powers} />
      <ErrorSummary
        title={`Còn ${check.faults.length} chỗ cần bổ sung`}
        faults={check.faults}
        stamp={check.stamp}
      />
      <Sections label="Các phần của phiếu" sections={sections} wide />
      {mode !== 'read' && (
        <div class="foot-bar">
          <SaveState saving={editor.view.saving} savedAt={editor.view.savedAt} />
          <button type="button" class="button" onClick={() => void editor.save()}>
            Lưu
          </button>
        </div>
      )}
    </div>
  );
}

const ofUnit = ({ person, unit, month }: JudgeProps['assessment']) => ({
  ...{ id: personMonthId(person, month), unit, month },
});

function NotFiled() {
  return <p>Chưa nộp báo cáo, Phiếu số 01 và kế hoạch tháng sau.</p>;
}
