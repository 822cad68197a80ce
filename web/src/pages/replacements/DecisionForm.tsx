// Recording what the competent authority decided: outcome, document with number and day, reason; the person reads it from then on.
import { useState } from 'preact/hooks';
import { outcomesFor, type ReplacementOutcome } from '../../../../functions/src/domain/replacement.ts';
import { replacementOutcomeLabels } from '../../../../functions/src/domain/replacementLabels.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { thisMonth, today } from '../../now.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { Me } from '../../session.ts';
import { useSending } from '../../data/useSending.ts';
import { actOn, type CaseRow } from './readReplacements.ts';

interface Words {
  outcome: ReplacementOutcome | null;
  docNumber: string;
  docDate: CivilDate | null;
  reason: string;
}

function check({ outcome, docNumber, docDate, reason }: Words): Fault[] {
  const faults: Fault[] = [];
  if (outcome === null) faults.push({ id: 'outcome', text: 'Chọn nội dung quyết định' });
  if (docNumber.trim() === '')
    faults.push({ id: 'docNumber', text: 'Nhập số, ký hiệu văn bản, ví dụ 45-QĐ/QU' });
  if (docDate === null || docDate > today())
    faults.push({ id: 'docDate', text: 'Nhập ngày của văn bản, không sau hôm nay' });
  if (reason.trim().length < 10) faults.push({ id: 'reason', text: 'Nêu lý do, ít nhất 10 ký tự' });
  return faults;
}

export function DecisionForm({ me, row, onDone }: { me: Me; row: CaseRow; onDone: () => void }) {
  const [w, setWords] = useState<Words>({ outcome: null, docNumber: '', docDate: null, reason: '' });
  const [faults, setFaults] = useState<Fault[]>([]);
  const [stamp, setStamp] = useState(0);
  const { problem, isSending, send } = useSending(onDone);
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  const errors: Errors = new Map(faults.map(({ id, text }) => [id, text]));
  const decide = () => {
    const found = check(w);
    setFaults(found);
    setStamp(stamp + 1);
    if (found.length === 0) void send(() => actOn(me, row, { ...w, state: 'decided' }));
  };
  return (
    <section class="stack narrow" aria-labelledby="case-act">
      <h2 id="case-act">Ghi quyết định</h2>
      <ErrorSummary title={`Còn ${faults.length} chỗ cần bổ sung`} faults={faults} stamp={stamp} />
      <Choices
        id="outcome"
        legend="Nội dung quyết định"
        column
        options={outcomesFor(row.data.category ?? 'official').map((value) => ({
          value,
          label: replacementOutcomeLabels[value],
        }))}
        value={w.outcome}
        errors={errors}
        onChange={(outcome) => set({ outcome })}
      />
      <TextLine
        id="docNumber"
        label="Số, ký hiệu văn bản"
        value={w.docNumber}
        errors={errors}
        onInput={(docNumber) => set({ docNumber })}
      />
      <DateField
        id="docDate"
        label="Ngày văn bản"
        month={thisMonth()}
        value={w.docDate}
        errors={errors}
        onInput={(docDate) => set({ docDate })}
      />
      <TextArea
        id="reason"
        label="Lý do"
        hint={`${row.data.personName ?? 'Người được xem xét'} đọc được ngay khi ghi`}
        max={sizes.note}
        value={w.reason}
        errors={errors}
        onInput={(reason) => set({ reason })}
      />
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <p>Ghi rồi thì không sửa được; hồ sơ còn mở đến khi quyết định được thực hiện xong.</p>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={isSending} onClick={decide}>
          {isSending ? 'Đang gửi…' : 'Ghi quyết định'}
        </button>
      </div>
    </section>
  );
}
