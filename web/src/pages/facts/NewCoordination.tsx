// Recording trouble in co-ordination: with which unit and whom, on which task, what got stuck and since when (S3 II.3.3).
import { useState } from 'preact/hooks';
import { leastFactWords } from '../../../../functions/src/domain/facts.ts';
import type { CivilDate, Month } from '../../../../functions/src/domain/words.ts';
import type { NewCoordination as NewDocument } from '../../../../functions/src/schema/coordination.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { factId } from '../../../../functions/src/schema/paths.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import { createDocument, listDocuments } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { today } from '../../now.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { TextArea, TextLine } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { Recording, useRecording } from '../../parts/Recording.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';
import { factKey } from '../../data/keys.ts';

interface Words {
  other: string;
  otherPerson: string;
  task: string;
  text: string;
  since: CivilDate | null;
}

function check(w: Words): Fault[] {
  const faults: Fault[] = [];
  if (w.other === '') faults.push({ id: 'trouble.other', text: 'Chọn đơn vị phối hợp' });
  if (w.task.trim() === '') faults.push({ id: 'trouble.task', text: 'Nêu nhiệm vụ đang phối hợp' });
  if (w.text.trim().length < leastFactWords)
    faults.push({ id: 'trouble.text', text: 'Nêu tồn tại, vướng mắc: việc gì, đã làm gì, vướng ở đâu' });
  if (w.since === null || w.since > today())
    faults.push({ id: 'trouble.since', text: 'Nhập ngày bắt đầu vướng mắc, không sau hôm nay' });
  return faults;
}

export function NewCoordination(props: {
  me: Me;
  unit: { unit: string; name: string };
  month: Month;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { me, unit, month, onDone, onCancel } = props;
  const [units, reload] = useLoaded(() => listDocuments<UnitDocument>(me.org, 'units', {}), me.org);
  const [w, setWords] = useState<Words>({ other: '', otherPerson: '', task: '', text: '', since: null });
  const [key] = useState(factKey);
  const recording = useRecording({
    check: () => check(w),
    send: () => {
      if (w.since === null) return Promise.resolve();
      const fields: Omit<NewDocument, 'savedAt'> = {
        ...{ unit: unit.unit, month, key, author: me.pid, ...w, since: w.since },
        ...{ answer: '', word: '', fSubject: '', fCodes: '', fDegree: null, fDue: null },
        ...{ state: 'open', rev: 1, actor: me.pid },
      };
      return createDocument(me.org, 'coordinations', factId(unit.unit, month, key), fields, ['savedAt']);
    },
    refused:
      'Máy chủ không nhận: đơn vị đã chọn chưa có người đứng đầu khác trong tháng này. Chọn lại đơn vị.',
    onDone,
  });
  const { errors } = recording;
  if (units.at === 'loading') return <Loading />;
  if (units.at === 'failed') return <LoadFailed onRetry={reload} />;
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  const others = units.value
    .filter(({ data }) => data.closed === null && data.id !== unit.unit)
    .map(({ data }) => ({ value: data.id, label: data.name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  return (
    <Recording
      title={<h3>Nêu vướng mắc trong phối hợp của {unit.name}</h3>}
      recording={recording}
      act="Gửi cấp có thẩm quyền"
      isNarrow
      onCancel={onCancel}
    >
      <Select
        id="trouble.other"
        label="Đơn vị phối hợp"
        value={w.other}
        options={others}
        errors={errors}
        onChange={(other) => set({ other })}
      />
      <TextLine
        id="trouble.otherPerson"
        label="Cá nhân liên quan (nếu có)"
        value={w.otherPerson}
        errors={errors}
        onInput={(otherPerson) => set({ otherPerson })}
      />
      <TextLine
        id="trouble.task"
        label="Nhiệm vụ đang phối hợp"
        value={w.task}
        errors={errors}
        onInput={(task) => set({ task })}
      />
      <TextArea
        id="trouble.text"
        label="Tồn tại, vướng mắc"
        hint="Việc gì, đã làm gì, vướng ở đâu; gửi rồi thì không sửa được"
        max={sizes.text}
        value={w.text}
        errors={errors}
        onInput={(text) => set({ text })}
      />
      <DateField
        id="trouble.since"
        label="Vướng mắc từ ngày"
        month={month}
        value={w.since}
        errors={errors}
        onInput={(since) => set({ since })}
      />
    </Recording>
  );
}
