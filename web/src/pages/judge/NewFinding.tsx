// Recording a manifestation seen at the person: what was seen, which of the 25, how often, until when to remedy.
import { useState } from 'preact/hooks';
import { otherCode } from '../../../../functions/src/domain/catalogue.ts';
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import { degreeLabels, sourceLabels } from '../../../../functions/src/domain/labels.ts';
import {
  degrees,
  type CivilDate,
  type Degree,
  type FindingSource,
} from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { findingId } from '../../../../functions/src/schema/paths.ts';
import type { NewFinding as NewFindingDocument } from '../../../../functions/src/schema/finding.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { createDocument, troubleOf } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { today } from '../../now.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { Me } from '../../session.ts';

interface Words {
  fact: string;
  codes: string;
  article: string;
  degree: Degree | null;
  source: FindingSource;
  due: CivilDate | null;
  isConfirmed: 'suspected' | 'confirmed' | null;
}

const outside = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;

function check(w: Words): Fault[] {
  const faults: Fault[] = [];
  if (w.fact.trim() === '') faults.push({ id: 'new.fact', text: 'Nêu sự việc đã thấy' });
  if (w.degree === null) faults.push({ id: 'new.degree', text: 'Chọn mức độ' });
  if (w.codes === '') faults.push({ id: 'new.codes', text: 'Chọn ít nhất một biểu hiện' });
  if (parseCodes(w.codes).includes(otherCode) && w.article.trim() === '') {
    faults.push({ id: 'new.article', text: 'Ghi điều, khoản của Quy định 69-QĐ/TW' });
  }
  if (w.isConfirmed === null) faults.push({ id: 'new.state', text: 'Chọn kết luận ngay hay để xem xét' });
  if (w.isConfirmed === 'confirmed' && w.degree === 'unclear') {
    faults.push({ id: 'new.state', text: 'Mức độ chưa rõ thì chưa kết luận được; chọn “Để xem xét”' });
  }
  if (w.due === null || w.due < today())
    faults.push({ id: 'new.due', text: 'Nhập hạn khắc phục, từ hôm nay trở đi' });
  return faults;
}

export function NewFinding({
  me,
  sheet,
  onDone,
  onCancel,
}: {
  me: Me;
  sheet: Sheet;
  onDone: () => void;
  onCancel: () => void;
}) {
  const mine: FindingSource = sheet.evaluator === me.pid ? 'evaluator' : 'decider';
  const [w, setWords] = useState<Words>({
    fact: '',
    codes: '',
    article: '',
    degree: null,
    source: mine,
    due: null,
    isConfirmed: null,
  });
  const [faults, setFaults] = useState<Fault[]>([]);
  const [stamp, setStamp] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [key] = useState(factKey);
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  const errors: Errors = new Map(faults.map((f) => [f.id, f.text]));
  const record = async () => {
    const found = check(w);
    setFaults(found);
    setStamp(stamp + 1);
    if (found.length > 0 || !w.degree || !w.isConfirmed) return;
    const fields: Omit<NewFindingDocument, 'savedAt'> = {
      subject: sheet.person,
      unit: sheet.unit,
      block: sheet.block,
      evaluator: sheet.evaluator,
      decider: sheet.decider,
      month: sheet.month,
      key,
      source: w.source,
      author: me.pid,
      codes: w.codes,
      article: w.article,
      fact: w.fact,
      degree: w.degree,
      due: w.due,
      state: w.isConfirmed,
      settleReason: '',
      remedy: '',
      remedyState: 'none',
      remedyAt: null,
      remedyNote: '',
      rev: 1,
      actor: me.pid,
      actedFor: null,
      notified: false,
    };
    try {
      await createDocument(me.org, 'findings', findingId(sheet.person, sheet.month, key), fields, [
        'savedAt',
      ]);
      onDone();
    } catch (error) {
      setProblem(
        troubleOf(error) === 'connection'
          ? 'Mất kết nối, chưa ghi được. Ghi lại khi có mạng.'
          : 'Máy chủ không nhận. Tải lại trang rồi ghi lại.',
      );
    }
  };
  return (
    <div class="stack entry">
      <h3>Ghi nhận biểu hiện</h3>
      <ErrorSummary title={`Còn ${faults.length} chỗ cần bổ sung`} faults={faults} stamp={stamp} />
      <TextArea
        id="new.fact"
        label="Sự việc đã thấy"
        hint="Việc gì, khi nào, ở đâu; không nêu chung chung"
        max={sizes.text}
        value={w.fact}
        errors={errors}
        onInput={(fact) => set({ fact })}
      />
      <CodePicker
        id="new.codes"
        label="Nhận diện biểu hiện"
        value={w.codes}
        errors={errors}
        onChange={(codes) => set({ codes })}
      />
      {parseCodes(w.codes).includes(otherCode) && (
        <TextLine
          id="new.article"
          label="Điều, khoản của Quy định 69-QĐ/TW"
          value={w.article}
          errors={errors}
          onInput={(article) => set({ article })}
        />
      )}
      <Choices
        id="new.degree"
        legend="Mức độ"
        column
        options={degrees.map((value) => ({ value, label: degreeLabels[value] }))}
        value={w.degree}
        errors={errors}
        onChange={(degree) => set({ degree })}
      />
      <Choices
        id="new.source"
        legend="Nguồn"
        column
        options={[mine, ...outside].map((value) => ({ value, label: sourceLabels[value] }))}
        value={w.source}
        errors={errors}
        onChange={(source) => set({ source })}
      />
      <DateField
        id="new.due"
        label="Hạn khắc phục"
        month={sheet.month}
        value={w.due}
        errors={errors}
        onInput={(due) => set({ due })}
      />
      <Choices
        id="new.state"
        legend="Kết luận"
        column
        options={[
          { value: 'confirmed', label: `Có biểu hiện; ${sheet.personName} được báo ngay` },
          { value: 'suspected', label: 'Để xem xét, kết luận khi đánh giá' },
        ]}
        value={w.isConfirmed}
        errors={errors}
        onChange={(isConfirmed) => set({ isConfirmed })}
      />
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={() => void record()}>
          Ghi nhận
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </div>
  );
}
