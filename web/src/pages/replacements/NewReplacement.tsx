// An authority proposes a case about somebody whose months they decide, on facts in writing.
import { useState } from 'preact/hooks';
import { leastFactWords } from '../../../../functions/src/domain/facts.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { replacementId } from '../../../../functions/src/schema/paths.ts';
import type { NewReplacement as NewDocument } from '../../../../functions/src/schema/replacement.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { createDocument, listDocuments } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';
import { useSending } from '../../data/useSending.ts';

interface Props {
  me: Me;
  onDone: () => void;
  onCancel: () => void;
}

export function NewReplacement(props: Props) {
  const { me } = props;
  const month = thisMonth();
  const [people, reload] = useLoaded(
    () => listDocuments<Sheet>(me.org, 'sheets', { decider: me.pid, month }),
    `${me.pid} ${month}`,
  );
  if (people.at === 'loading') return <Loading />;
  if (people.at === 'failed') return <LoadFailed onRetry={reload} />;
  const sheets = people.value.map(({ data }) => data).filter(({ person }) => person !== me.pid);
  if (sheets.length === 0)
    return (
      <Notice>
        <p>Tháng này không có ai thuộc thẩm quyền quyết định xếp loại của tôi để đề xuất.</p>
      </Notice>
    );
  return <Form {...props} sheets={sheets} month={month} />;
}

function Form({ me, onDone, onCancel, sheets, month }: Props & { sheets: readonly Sheet[]; month: string }) {
  const [person, setPerson] = useState('');
  const [facts, setFacts] = useState('');
  const [faults, setFaults] = useState<Fault[]>([]);
  const [stamp, setStamp] = useState(0);
  const [key] = useState(factKey);
  const { problem, isSending, send } = useSending(
    onDone,
    'Máy chủ không nhận: tháng này đã kết thúc, hoặc người này không còn thuộc thẩm quyền quyết định của tôi.',
  );
  const errors: Errors = new Map(faults.map(({ id, text }) => [id, text]));
  const options = sheets
    .map((one) => ({ value: one.person, label: `${one.personName}, ${one.post}, ${one.unitName}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  const propose = () => {
    const found: Fault[] = [
      ...(person === '' ? [{ id: 'case.person', text: 'Chọn người được đề xuất xem xét' }] : []),
      ...(facts.trim().length < leastFactWords
        ? [{ id: 'case.facts', text: 'Nêu sự việc làm căn cứ: việc gì, khi nào, đã nhắc nhở thế nào' }]
        : []),
    ];
    setFaults(found);
    setStamp(stamp + 1);
    if (found.length > 0) return;
    const year = month.slice(0, 4);
    const fields: Omit<NewDocument, 'savedAt'> = {
      ...{ person, year, month, key, ground: 'authority', author: me.pid, decider: me.pid, facts },
      ...{ referNote: '', outcome: null, docNumber: '', docDate: null, reason: '', closeNote: '' },
      ...{ state: 'proposed', rev: 1, actor: me.pid },
    };
    void send(() =>
      createDocument(me.org, 'replacements', replacementId(person, year, key), fields, ['savedAt']),
    );
  };
  return (
    <section class="stack entry narrow" aria-labelledby="case-new">
      <h2 id="case-new">Đề xuất hồ sơ</h2>
      <ErrorSummary title={`Còn ${faults.length} chỗ cần bổ sung`} faults={faults} stamp={stamp} />
      <Select
        id="case.person"
        label="Người được đề xuất xem xét"
        value={person}
        options={options}
        errors={errors}
        onChange={setPerson}
      />
      <TextArea
        id="case.facts"
        label="Căn cứ"
        hint="Sự việc, thời gian, đã nhắc nhở thế nào; gửi rồi thì không sửa được"
        max={sizes.text}
        value={facts}
        errors={errors}
        onInput={setFacts}
      />
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button primary" aria-disabled={isSending} onClick={propose}>
          {isSending ? 'Đang gửi…' : 'Lập hồ sơ'}
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </section>
  );
}
