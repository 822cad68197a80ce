// Recording a manifestation seen at a unit: what was seen, which of the 25, how often, until when to remedy.
import { useState } from 'preact/hooks';
import { otherCode } from '../../../../functions/src/domain/catalogue.ts';
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import { degreeLabels, sourceLabels } from '../../../../functions/src/domain/labels.ts';
import { outsideSources, type UnitFindingSource } from '../../../../functions/src/domain/unitFinding.ts';
import { degrees, type CivilDate, type Degree, type Month } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import { unitFindingId } from '../../../../functions/src/schema/paths.ts';
import type { NewUnitFinding as NewDocument } from '../../../../functions/src/schema/unitFinding.ts';
import { createDocument } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { today } from '../../now.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { Me } from '../../session.ts';
import { useSending } from '../facts/useSending.ts';

interface Words {
  fact: string;
  codes: string;
  article: string;
  degree: Degree | null;
  source: UnitFindingSource;
  due: CivilDate | null;
  state: NewDocument['state'] | null;
}

function check(w: Words): Fault[] {
  const faults: Fault[] = [];
  if (w.fact.trim() === '') faults.push({ id: 'newUnit.fact', text: 'Nêu sự việc đã thấy ở đơn vị' });
  if (w.codes === '') faults.push({ id: 'newUnit.codes', text: 'Chọn ít nhất một biểu hiện' });
  if (parseCodes(w.codes).includes(otherCode) && w.article.trim() === '')
    faults.push({ id: 'newUnit.article', text: 'Ghi điều, khoản của Quy định 69-QĐ/TW' });
  if (w.degree === null) faults.push({ id: 'newUnit.degree', text: 'Chọn mức độ' });
  if (w.due === null || w.due < today())
    faults.push({ id: 'newUnit.due', text: 'Nhập hạn khắc phục, từ hôm nay trở đi' });
  if (w.state === null) faults.push({ id: 'newUnit.state', text: 'Chọn kết luận ngay hay để xem xét' });
  if (w.state === 'confirmed' && w.degree === 'unclear')
    faults.push({ id: 'newUnit.state', text: 'Mức độ chưa rõ thì chưa kết luận được; chọn “Để xem xét”' });
  return faults;
}

type As = 'evaluator' | 'decider' | 'inspection' | 'aggregator';

export function NewUnitFinding(props: {
  me: Me;
  unit: string;
  name: string;
  month: Month;
  as: As;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { me, unit, name, month, as, onDone, onCancel } = props;
  const isAbove = as === 'evaluator' || as === 'decider';
  const sources = sourcesOf(as);
  const [w, setWords] = useState<Words>({
    ...{ fact: '', codes: '', article: '', degree: null, due: null },
    source: sources[0] ?? 'supervision',
    // What comes from outside is a suspicion, until who decides the head has settled it.
    state: isAbove ? null : 'suspected',
  });
  const [faults, setFaults] = useState<Fault[]>([]);
  const [stamp, setStamp] = useState(0);
  const [key] = useState(factKey);
  const { problem, send } = useSending(
    onDone,
    'Máy chủ không nhận: tháng này không còn mở, hoặc đơn vị không thuộc thẩm quyền. Tải lại trang rồi ghi lại.',
  );
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  // After the first check, a fault leaves as soon as its field is mended.
  const open = check(w).filter((f) => faults.some((found) => found.id === f.id));
  const errors: Errors = new Map(open.map((f) => [f.id, f.text]));
  const record = () => {
    const found = check(w);
    setFaults(found);
    setStamp(stamp + 1);
    const { degree, state } = w;
    if (found.length > 0 || !degree || !state) return;
    const fields: Omit<NewDocument, 'savedAt'> = {
      ...{ unit, month, key, author: me.pid, ...w, degree, state },
      ...{ settleReason: '', remedy: '', remedyState: 'none', remedyAt: null, remedyNote: '' },
      ...{ rev: 1, actor: me.pid },
    };
    void send(() =>
      createDocument(me.org, 'unitFindings', unitFindingId(unit, month, key), fields, ['savedAt']),
    );
  };
  return (
    <div class="stack entry">
      <h4>Ghi nhận biểu hiện của {name}</h4>
      <ErrorSummary title={`Còn ${open.length} chỗ cần bổ sung`} faults={open} stamp={stamp} />
      <TextArea
        id="newUnit.fact"
        label="Sự việc đã thấy ở đơn vị"
        hint="Việc gì, khi nào, ở đâu; không nêu chung chung"
        max={sizes.text}
        value={w.fact}
        errors={errors}
        onInput={(fact) => set({ fact })}
      />
      <CodePicker
        id="newUnit.codes"
        label="Nhận diện biểu hiện"
        value={w.codes}
        errors={errors}
        onChange={(codes) => set({ codes })}
      />
      {parseCodes(w.codes).includes(otherCode) && (
        <TextLine
          id="newUnit.article"
          label="Điều, khoản của Quy định 69-QĐ/TW"
          value={w.article}
          errors={errors}
          onInput={(article) => set({ article })}
        />
      )}
      <Choices
        id="newUnit.degree"
        legend="Mức độ"
        column
        options={degrees.map((value) => ({ value, label: degreeLabels[value] }))}
        value={w.degree}
        errors={errors}
        onChange={(degree) => set({ degree })}
      />
      {sources.length > 1 && (
        <Choices
          id="newUnit.source"
          legend="Nguồn"
          column
          options={sources.map((value) => ({ value, label: sourceLabels[value] }))}
          value={w.source}
          errors={errors}
          onChange={(source) => set({ source })}
        />
      )}
      <DateField
        id="newUnit.due"
        label="Hạn khắc phục"
        month={month}
        value={w.due}
        errors={errors}
        onInput={(due) => set({ due })}
      />
      {isAbove ? (
        <Choices
          id="newUnit.state"
          legend="Kết luận"
          column
          options={[
            { value: 'confirmed', label: 'Có biểu hiện; người đứng đầu đơn vị được báo ngay' },
            { value: 'suspected', label: 'Để xem xét, người quyết định kết luận sau' },
          ]}
          value={w.state}
          errors={errors}
          onChange={(state) => set({ state })}
        />
      ) : (
        <p class="hint">
          Dấu hiệu được chuyển đến người quyết định xếp loại đơn vị để xác nhận hoặc bác bỏ; đơn vị chưa đọc
          được.
        </p>
      )}
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={record}>
          Ghi nhận
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </div>
  );
}

function sourcesOf(as: As): readonly UnitFindingSource[] {
  if (as === 'inspection') return ['inspection'];
  return as === 'aggregator' ? outsideSources : [as, ...outsideSources];
}
