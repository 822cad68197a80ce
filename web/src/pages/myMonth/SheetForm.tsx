// The sheet while it is open: sections to write, a check that names every gap, filing.
import { useState } from 'preact/hooks';
import { formatMonth, nextMonth } from '../../../../functions/src/domain/civilDate.ts';
import { checkFiling } from '../../../../functions/src/domain/filing.ts';
import type { Template } from '../../../../functions/src/domain/templates.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Sheet, SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import { carriedRow } from '../../data/carriedRow.ts';
import type { Editor } from '../../data/editor.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { Sections, type Section } from '../../parts/Sections.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { FormProps } from './formProps.ts';
import { HeadDuty } from './HeadDuty.tsx';
import { NextPlan } from './NextPlan.tsx';
import { Rows } from './Rows.tsx';
import { SelfScore } from './SelfScore.tsx';
import { Tasks } from './Tasks.tsx';
import { Counts, OwnWords } from './Words.tsx';

type Check = { stamp: number; faults: Fault[] };

/** Which section a field stands in, to count gaps beside its title. */
function sectionOf(field: string): string {
  if (/^task/.test(field)) return 'tasks-section';
  if (/^(conduct|strengths|weaknesses|causes)$/.test(field)) return 'words';
  if (/^(score|points)/.test(field)) return 'score';
  if (/^(row|nothing|carried)/.test(field)) return 'form-01';
  if (/^next/.test(field)) return 'next';
  if (/^head/.test(field)) return 'head';
  return 'counts-section';
}

export function SheetForm({
  editor,
  month,
  template,
  mayPlan,
  onFiled,
}: {
  editor: Editor<Sheet, SheetDraft>;
  month: Month;
  template: Template;
  mayPlan: boolean;
  onFiled: () => void;
}) {
  const { doc: sheet, draft, saving, savedAt } = editor.view;
  const [check, setCheck] = useState<Check>({ stamp: 0, faults: [] });
  const [isFiling, setFiling] = useState(false);
  if (!sheet || !draft) return null;

  // An unanswered finding of section III has no row yet: the fault stands at the field where its answer begins.
  const placeOf = (gap: string): string =>
    gap.startsWith('carried.')
      ? `rowResult.${carriedRow(draft, sheet.carried, gap.slice('carried.'.length))}`
      : gap;
  const faultsNow = (): Fault[] =>
    withUnread(checkFiling(draft, sheet, template).map((g) => ({ id: placeOf(g.field), text: g.message })));
  // After the first check, a fault leaves as soon as its field is mended.
  const open = check.stamp === 0 ? [] : faultsNow().filter((f) => check.faults.some((c) => c.id === f.id));
  const errors = new Map(open.map((f) => [f.id, f.text]));
  const form: FormProps = {
    sheet,
    draft,
    template,
    month,
    errors,
    mayPlan,
    edit: (change) => editor.edit(change),
  };
  const runCheck = (): Fault[] => {
    const faults = faultsNow();
    setCheck({ stamp: check.stamp + 1, faults });
    return faults;
  };
  const file = async () => {
    if (isFiling || runCheck().length > 0) return;
    setFiling(true);
    const arrived = await editor.save({ state: 'submitted' });
    setFiling(false);
    if (arrived) onFiled();
  };
  const gaps = (id: string) => open.filter((f) => sectionOf(f.id) === id).length;
  const sections: Section[] = [
    {
      id: 'tasks-section',
      title: 'Nhiệm vụ trong tháng',
      hint: 'Kế hoạch của tháng, việc đột xuất khi phát sinh, và kết quả từng việc',
      content: <Tasks {...form} />,
    },
    { id: 'words', title: 'Tự nhận xét', content: <OwnWords {...form} /> },
    { id: 'counts-section', title: 'Số liệu trong tháng', content: <Counts {...form} /> },
    {
      id: 'form-01',
      title: 'Phiếu số 01',
      hint: 'Chỉ ghi nội dung còn tồn tại, hạn chế, chậm trễ; nội dung đã tốt không cần ghi',
      content: <Rows {...form} />,
    },
    { id: 'score', title: 'Tự chấm điểm', content: <SelfScore {...form} /> },
    { id: 'next', title: `Kế hoạch tháng ${formatMonth(nextMonth(month))}`, content: <NextPlan {...form} /> },
    ...(sheet.isHead
      ? [{ id: 'head', title: 'Trách nhiệm người đứng đầu', content: <HeadDuty {...form} /> }]
      : []),
    {
      id: 'file',
      title: 'Kiểm tra và nộp',
      content: (
        <div class="stack">
          <p>
            Khi nộp, báo cáo, Phiếu số 01 và kế hoạch tháng {formatMonth(nextMonth(month))} được gửi cùng lúc
            đến {sheet.evaluatorName}. Phiếu đã nộp chỉ sửa được khi {sheet.evaluatorName} trả lại.
          </p>
          <div class="row">
            <button type="button" class="button" onClick={() => void runCheck()}>
              Kiểm tra
            </button>
            <button type="button" class="button primary" aria-disabled={isFiling} onClick={() => void file()}>
              {isFiling ? 'Đang nộp…' : 'Nộp phiếu'}
            </button>
          </div>
          {check.stamp > 0 && open.length === 0 && (
            <p role="status" class="notice good">
              Đã đủ ba phần: báo cáo, Phiếu số 01 và kế hoạch tháng sau.
            </p>
          )}
        </div>
      ),
    },
  ];
  return (
    <div class="stack">
      <ErrorSummary
        title={`Còn ${open.length} chỗ cần bổ sung trước khi nộp`}
        faults={open}
        stamp={check.stamp}
      />
      <Sections label="Các phần của phiếu" sections={sections.map((s) => ({ ...s, gaps: gaps(s.id) }))} />
      <div class="foot-bar">
        <SaveState saving={saving} savedAt={savedAt} />
        <button type="button" class="button" onClick={() => void editor.save()}>
          Lưu
        </button>
      </div>
    </div>
  );
}
