// Findings of the person: a verdict on each suspected one, an answer to each reported remedy, and recording another.
import { useState } from 'preact/hooks';
import { verdictLabels } from '../../../../functions/src/domain/labels.ts';
import { verdicts } from '../../../../functions/src/domain/words.ts';
import { withKey } from '../../data/entries.ts';
import type { Row } from '../../data/firestore.ts';
import { takesFacts } from '../../data/recordingMonth.ts';
import { now } from '../../now.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { Choices, type Errors } from '../../parts/fields.tsx';
import { FindingRead } from '../../parts/FindingRead.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { focusField } from '../../parts/focus.ts';
import { withUnread } from '../../parts/unread.ts';
import { DragsOn } from './DragsOn.tsx';
import { useFollowed } from '../facts/useFollowed.ts';
import type { JudgeProps } from './Judge.tsx';
import type { Mode } from './judgeSource.ts';
import { RecordHere } from './RecordHere.tsx';
import { RemedyAnswer } from './RemedyAnswer.tsx';
import type { Finding } from './types.ts';
import { checkSettling, isAwaited, wasLeftUnclear } from './verdictChecks.ts';
import { VerdictFields } from './VerdictFields.tsx';
import { Overturn } from './Overturn.tsx';

export function Findings(props: JudgeProps & { mode: Mode; errors: Errors }) {
  const { me, editor, assessment, draft, beside, powers, reload, mode } = props;
  const [early, setEarly] = useState<readonly Fault[]>([]);
  const errors: Errors = new Map([...props.errors, ...early.map(({ id, text }) => [id, text] as const)]);
  const { month } = assessment;
  const { findings, sheet, cycle } = beside;
  // Of the newest month on any day, of one before it while it is judged (domain.md section 2).
  const mayRecord = cycle?.newest === true || (mode !== 'read' && takesFacts(cycle));
  // A delegate settles and answers; what is newly seen is recorded in one's own name only.
  const by = powers.evaluate ?? powers.decide;
  const decides = powers.decide;
  const followed = useFollowed(reload);
  const suspected = findings.filter((f) => isAwaited(f, month));
  const others = findings.filter((f) => !isAwaited(f, month));
  const given = suspected.filter(
    (f) => draft.verdicts[f.id] !== undefined && draft.verdicts[f.id] !== assessment.verdicts[f.id],
  );
  const settleNow = async () => {
    const faults = withUnread(checkSettling(given, draft, month, now()), (id) => id.startsWith('aDue.'));
    setEarly(faults);
    const [first] = faults;
    if (first) return focusField(first.id);
    if (await editor.save({ verdicts: draft.verdicts, aDue: draft.aDue })) setTimeout(reload, 2000);
  };
  return (
    <div class="stack narrow">
      {findings.length === 0 && <p>Không có dấu hiệu, biểu hiện nào được ghi nhận.</p>}
      {suspected.map((f) => (
        <div class="entry" key={f.id}>
          <FindingRead data={f.data} />
          <Evidence me={me} of={`findings/${f.id}`} on={f.data} />
          {mode === 'evaluate' && (
            <Choices
              id={`verdicts.${f.id}`}
              legend="Kết luận"
              hint={
                wasLeftUnclear(f, month)
                  ? 'Tháng trước đã để "chưa rõ": tháng này xác nhận hoặc bác bỏ'
                  : undefined
              }
              column
              options={verdictsFor(f, month).map((value) => ({ value, label: verdictLabels[value] }))}
              value={draft.verdicts[f.id] ?? null}
              errors={errors}
              onChange={(value) => editor.edit({ verdicts: withKey(draft.verdicts, f.id, value) })}
            />
          )}
          {mode === 'evaluate' && <VerdictFields {...props} finding={f} errors={errors} />}
        </div>
      ))}
      {mode === 'evaluate' && given.length > 0 && (
        <p class="hint">
          Kết luận được gửi khi hoàn thành đánh giá.{' '}
          <button type="button" class="link" onClick={() => void settleNow()}>
            Kết luận ngay và báo cho {assessment.personName}
          </button>
        </p>
      )}
      {others.map((f) => (
        <div class="entry stack" key={f.id}>
          <FindingRead data={f.data} />
          <Evidence me={me} of={`findings/${f.id}`} on={f.data} />
          {f.data.remedyState === 'reported' && f.data.state === 'confirmed' && by && (
            <RemedyAnswer me={me} finding={f} actedFor={by.giver} onAnswered={reload} />
          )}
          <DragsOn me={me} finding={f} powers={powers} onChanged={reload} />
          {!assessment.frozen && decides && f.data.decider === (decides.giver ?? me.pid) && (
            <Overturn me={me} finding={f} actedFor={decides.giver} onDone={followed} />
          )}
        </div>
      ))}
      {mayRecord && by?.giver === null && sheet && (
        <RecordHere {...{ me, sheet, cycle }} label="Ghi nhận thêm biểu hiện" onRecorded={reload} />
      )}
    </div>
  );
}

const verdictsFor = (finding: Row<Finding>, month: string) =>
  wasLeftUnclear(finding, month) ? verdicts.filter((value) => value !== 'unclear') : verdicts;
