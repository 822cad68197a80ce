// The unit's own plan and report of a month, written and filed by its head.
import { useMemo, useState } from 'preact/hooks';
import { formatMonth, nextMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { checkUnitSheet, type UnitDraft } from '../../data/checkUnitSheet.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument } from '../../data/firestore.ts';
import { dueText } from '../../data/remaining.ts';
import { useEditor } from '../../data/useEditor.ts';
import { today } from '../../now.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { UnitPlanHistory } from '../../parts/PlanHistory.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { LateMark, State } from '../../parts/State.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';
import { UnitReport } from '../unitMonth/UnitReport.tsx';
import { UnitTasks } from './UnitTasks.tsx';

const fields = ['tasks', 'taskDue', 'taskResult', 'report', 'backlog', 'nextTasks', 'nextDue'] as const;

function unitSource(me: Me, unit: string, month: Month): Source<UnitSheet, UnitDraft> {
  const id = unitMonthId(unit, month);
  return {
    key: `${me.org}/${me.pid}/unitSheets/${id}`,
    read: () => readDocument<UnitSheet>(me.org, 'unitSheets', id),
    write: (change, rev) => updateDocument(me.org, 'unitSheets', id, { ...change, rev }, ['savedAt']),
    draftOf: (sheet) => Object.fromEntries(fields.map((f) => [f, sheet[f]])) as unknown as UnitDraft,
    isEditable: (sheet) => sheet.state === 'open',
  };
}

export function UnitForm({ me, unit, month }: { me: Me; unit: string; month: Month }) {
  const editor = useEditor(useMemo(() => unitSource(me, unit, month), [me.org, me.pid, unit, month]));
  const { phase, doc: sheet, draft, saving, savedAt, conflict } = editor.view;
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed') return <LoadFailed onRetry={() => void editor.open()} />;
  if (!sheet || !draft) return null;
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  const isOpen = sheet.state === 'open';
  const errors: Errors = new Map(check.faults.map((f) => [f.id, f.text]));
  const file = () => {
    const faults = withUnread(checkUnitSheet(draft));
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.length === 0) void editor.save({ state: 'submitted' });
  };
  const edit = (change: Partial<UnitDraft>) => editor.edit(change);
  return (
    <section class="stack narrow" aria-labelledby="unit-sheet">
      <h2 id="unit-sheet">Kế hoạch và báo cáo của đơn vị</h2>
      <p class="row">
        {isOpen ? (
          <State tone="todo" icon="circle">
            Chưa nộp
          </State>
        ) : (
          <State tone="filed" icon="sent">
            Đã nộp
          </State>
        )}
        {sheet.late && <LateMark />}
        {isOpen && <span>Nộp trong {dueText(today(), sheet.dueDay)}</span>}
      </p>
      <ErrorSummary
        title={`Còn ${check.faults.length} chỗ cần bổ sung`}
        faults={check.faults}
        stamp={check.stamp}
      />
      {isOpen ? (
        <>
          <UnitTasks
            {...{ tasks: 'tasks', due: 'taskDue', result: 'taskResult' }}
            title="Nhiệm vụ trong tháng"
            month={month}
            draft={draft}
            errors={errors}
            edit={edit}
          />
          <TextArea
            id="report"
            label="Báo cáo kết quả thực hiện"
            max={sizes.text}
            value={draft.report}
            errors={errors}
            onInput={(report) => edit({ report })}
          />
          <TextArea
            id="backlog"
            label="Việc tồn đọng, kéo dài"
            hint="Nêu rõ việc thuộc thẩm quyền (hướng xử lý) và việc vượt thẩm quyền (đề xuất với cấp trên)"
            max={sizes.text}
            value={draft.backlog}
            errors={errors}
            onInput={(backlog) => edit({ backlog })}
          />
          <UnitTasks
            {...{ tasks: 'nextTasks', due: 'nextDue' }}
            title={`Kế hoạch tháng ${formatMonth(nextMonth(month))}`}
            month={nextMonth(month)}
            draft={draft}
            errors={errors}
            edit={edit}
          />
          <p>
            Nộp rồi thì kế hoạch và báo cáo của đơn vị được gửi lên cấp có thẩm quyền và không sửa được nữa.
          </p>
          <div class="row">
            <button type="button" class="button" onClick={() => void editor.save()}>
              Lưu
            </button>
            <button type="button" class="button primary" onClick={file}>
              Nộp kế hoạch và báo cáo
            </button>
            <SaveState saving={saving} savedAt={savedAt} />
          </div>
        </>
      ) : (
        <UnitReport sheet={sheet} level="h3" />
      )}
      <UnitPlanHistory org={me.org} unit={unit} month={month} />
    </section>
  );
}
