// Making a finding of trouble in co-ordination: at which of the two heads, which of the 25, how often, remedied until when (S3 II.3.3).
import { useState } from 'preact/hooks';
import { otherCode } from '../../../../functions/src/domain/catalogue.ts';
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import { degreeLabels } from '../../../../functions/src/domain/labels.ts';
import { degrees, type CivilDate, type Degree } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { thisMonth, today } from '../../now.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { Me } from '../../session.ts';
import { actOn, type CoordinationRow } from './readFacts.ts';
import { useSending } from '../../data/useSending.ts';

interface Words {
  word: string;
  fSubject: string | null;
  fCodes: string;
  fDegree: Degree | null;
  fDue: CivilDate | null;
}

function check(w: Words, id: (field: keyof Words) => string): Fault[] {
  const faults: Fault[] = [];
  const want = (missing: boolean, field: keyof Words, text: string) => {
    if (missing) faults.push({ id: id(field), text });
  };
  want(w.fSubject === null, 'fSubject', 'Chọn biểu hiện thuộc về ai');
  want(w.fCodes === '', 'fCodes', 'Chọn ít nhất một biểu hiện');
  want(
    parseCodes(w.fCodes).includes(otherCode),
    'fCodes',
    'Biểu hiện theo Quy định 69-QĐ/TW cần nêu điều, khoản: ghi ở phiếu của người đó',
  );
  want(w.fDegree === null, 'fDegree', 'Chọn mức độ');
  want(w.fDue === null || w.fDue < today(), 'fDue', 'Nhập hạn khắc phục, từ hôm nay trở đi');
  want(w.word.trim() === '', 'word', 'Nêu căn cứ kết luận');
  return faults;
}

export function FindingFromTrouble(props: {
  me: Me;
  row: CoordinationRow;
  onChanged: () => void;
  onCancel: () => void;
}) {
  const { me, row, onChanged, onCancel } = props;
  const { data } = row;
  const [w, setWords] = useState<Words>({ word: '', fSubject: null, fCodes: '', fDegree: null, fDue: null });
  const [faults, setFaults] = useState<Fault[]>([]);
  const [stamp, setStamp] = useState(0);
  const { problem, send } = useSending(onChanged);
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  const id = (field: keyof Words) => `${field}.${row.id}`;
  const errors: Errors = new Map(faults.map((f) => [f.id, f.text]));
  const record = () => {
    const found = check(w, id);
    setFaults(found);
    setStamp(stamp + 1);
    if (found.length > 0) return;
    void send(() => actOn(me, 'coordinations', row, { ...w, state: 'found' }));
  };
  return (
    <div class="stack narrow">
      <h4>Ghi nhận thành biểu hiện</h4>
      <ErrorSummary title={`Còn ${faults.length} chỗ cần bổ sung`} faults={faults} stamp={stamp} />
      <Choices
        id={id('fSubject')}
        legend="Biểu hiện thuộc về"
        column
        options={[
          { value: data.otherHead ?? '', label: `${data.otherHeadName ?? ''}, ${data.otherName ?? ''}` },
          { value: data.head ?? '', label: `${data.headName ?? ''}, ${data.unitName ?? ''}` },
        ]}
        value={w.fSubject}
        errors={errors}
        onChange={(fSubject) => set({ fSubject })}
      />
      <CodePicker
        id={id('fCodes')}
        label="Nhận diện biểu hiện"
        value={w.fCodes}
        errors={errors}
        onChange={(fCodes) => set({ fCodes })}
      />
      <Choices
        id={id('fDegree')}
        legend="Mức độ"
        column
        options={degrees.map((value) => ({ value, label: degreeLabels[value] }))}
        value={w.fDegree}
        errors={errors}
        onChange={(fDegree) => set({ fDegree })}
      />
      <DateField
        id={id('fDue')}
        label="Hạn khắc phục"
        month={thisMonth()}
        value={w.fDue}
        errors={errors}
        onInput={(fDue) => set({ fDue })}
      />
      <TextArea
        id={id('word')}
        label="Căn cứ kết luận"
        max={sizes.note}
        value={w.word}
        errors={errors}
        onInput={(word) => set({ word })}
      />
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={record}>
          Ghi nhận biểu hiện
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </div>
  );
}
