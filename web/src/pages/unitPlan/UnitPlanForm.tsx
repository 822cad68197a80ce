// The plan of the year as its head writes it: filed, taken up again when something arises, filed anew with a reason.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { checkUnitPlan, leastChangeNote } from '../../data/checkUnitPlan.ts';
import { pollUntil } from '../../data/poll.ts';
import { useEditor } from '../../data/useEditor.ts';
import { thisMonth } from '../../now.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';
import { UnitTasks } from '../unit/UnitTasks.tsx';
import { UnitPlanRead, YearPlanHistory } from './UnitPlanRead.tsx';
import { UnitPlanState } from './UnitPlanState.tsx';
import { isKept, unitPlanSource } from './unitPlanSource.ts';

export function UnitPlanForm({ me, unit, year }: { me: Me; unit: string; year: string }) {
  const editor = useEditor(useMemo(() => unitPlanSource(me, unit, year), [me.org, me.pid, unit, year]));
  const { phase, doc: plan, draft, saving, savedAt, conflict } = editor.view;
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  const waits = plan !== null && plan.state === 'submitted' && !isKept(plan);
  const [turn, setTurn] = useState(0);
  const [hasWaited, setWaited] = useState(false);
  useEffect(() => {
    if (!waits) return;
    let isCurrent = true;
    setWaited(false);
    void pollUntil(
      () => editor.refresh(),
      (server) => server !== null && isKept(server),
    ).then((isThere) => isCurrent && setWaited(!isThere));
    return () => {
      isCurrent = false;
    };
  }, [waits, turn]);
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed') return <LoadFailed onRetry={() => void editor.open()} />;
  if (!plan || !draft) return <Notice>Không có kế hoạch này, hoặc không thuộc thẩm quyền xem.</Notice>;
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  const errors: Errors = new Map(check.faults.map((f) => [f.id, f.text]));
  const file = () => {
    const faults = withUnread(checkUnitPlan(draft, plan));
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.length === 0) void editor.save({ state: 'submitted' });
  };
  // A date that is typed without a month is meant near today.
  const month = thisMonth().startsWith(year) ? thisMonth() : `${year}-12`;
  return (
    <div class="stack">
      <UnitPlanState plan={plan} />
      {plan.state === 'submitted' ? (
        <>
          <UnitPlanRead plan={plan} level="h3" />
          <div class="row">
            <button
              type="button"
              class="button"
              disabled={!isKept(plan)}
              onClick={() => void editor.save({ state: 'open', changeNote: '' })}
            >
              Bổ sung, sửa kế hoạch
            </button>
            {waits && !hasWaited && <span class="soft">Đang lưu bản vừa nộp; sau đó mới sửa tiếp được.</span>}
            {waits && hasWaited && (
              <>
                <span class="soft">Bản vừa nộp đã gửi, máy chủ chưa lưu xong.</span>
                <button type="button" class="link" onClick={() => setTurn(turn + 1)}>
                  Đọc lại
                </button>
              </>
            )}
            <SaveState saving={saving} savedAt={savedAt} />
          </div>
          <p class="soft">
            Mở ra sửa thì bản đã nộp vẫn được lưu; kế hoạch chỉ thay đổi khi nộp lại và nêu lý do.
          </p>
        </>
      ) : (
        <>
          <ErrorSummary
            title={`Còn ${check.faults.length} chỗ cần bổ sung`}
            faults={check.faults}
            stamp={check.stamp}
          />
          <TextArea
            id="goals"
            label="Mục tiêu, chỉ tiêu"
            max={sizes.text}
            value={draft.goals}
            errors={errors}
            onInput={(goals) => editor.edit({ goals })}
          />
          <UnitTasks
            {...{ tasks: 'tasks', due: 'taskDue' }}
            title={`Nhiệm vụ trong năm ${year}`}
            month={month}
            year={year}
            draft={draft}
            errors={errors}
            edit={(change) => editor.edit(change)}
          />
          {plan.filedAt !== null && (
            <TextArea
              id="changeNote"
              label="Lý do thay đổi kế hoạch"
              hint={`Ít nhất ${leastChangeNote} ký tự; được lưu cùng lần nộp này`}
              short
              max={sizes.line}
              value={draft.changeNote}
              errors={errors}
              onInput={(changeNote) => editor.edit({ changeNote })}
            />
          )}
          <p>
            Nộp rồi thì kế hoạch được gửi lên cấp có thẩm quyền. Khi có việc phát sinh, mở ra bổ sung và nộp
            lại; mỗi lần nộp đều được lưu.
          </p>
          <div class="row">
            <button type="button" class="button" onClick={() => void editor.save()}>
              Lưu
            </button>
            <button type="button" class="button primary" onClick={file}>
              {plan.filedAt === null ? 'Nộp kế hoạch năm' : 'Nộp lại kế hoạch năm'}
            </button>
            <SaveState saving={saving} savedAt={savedAt} />
          </div>
        </>
      )}
      {/* Read anew with each filing that is kept. */}
      <YearPlanHistory key={plan.keptRev} org={me.org} unit={unit} year={year} />
    </div>
  );
}
