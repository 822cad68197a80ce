// An authority proposes a case about somebody whose months they decide, on facts in writing.
import { useState } from 'preact/hooks';
import { leastFactWords } from '../../../../functions/src/domain/facts.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { replacementId } from '../../../../functions/src/schema/paths.ts';
import type { NewReplacement as NewDocument } from '../../../../functions/src/schema/replacement.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { createDocument, listDocuments } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { monthToRecord } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { TextArea } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import { Recording, useRecording } from '../../parts/Recording.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  onDone: () => void;
  onCancel: () => void;
}

export function NewReplacement(props: Props) {
  const { me } = props;
  const [people, reload] = useLoaded(
    async () =>
      listDocuments<Sheet>(me.org, 'sheets', { decider: me.pid, month: await monthToRecord(me.org) }),
    me.pid,
  );
  if (people.at === 'loading') return <Loading />;
  if (people.at === 'failed') return <LoadFailed onRetry={reload} />;
  const sheets = people.value.map(({ data }) => data).filter(({ person }) => person !== me.pid);
  const [first] = sheets;
  if (!first)
    return (
      <Notice>
        <p>Tháng này không có ai thuộc thẩm quyền quyết định xếp loại của tôi để đề xuất.</p>
      </Notice>
    );
  return <Form {...props} sheets={sheets} month={first.month} />;
}

function check(person: string, facts: string): Fault[] {
  return [
    ...(person === '' ? [{ id: 'case.person', text: 'Chọn người được đề xuất xem xét' }] : []),
    ...(facts.trim().length < leastFactWords
      ? [{ id: 'case.facts', text: 'Nêu sự việc làm căn cứ: việc gì, khi nào, đã nhắc nhở thế nào' }]
      : []),
  ];
}

function Form({ me, onDone, onCancel, sheets, month }: Props & { sheets: readonly Sheet[]; month: string }) {
  const [person, setPerson] = useState('');
  const [facts, setFacts] = useState('');
  const [key] = useState(factKey);
  const recording = useRecording({
    check: () => check(person, facts),
    send: () => {
      const year = month.slice(0, 4);
      const fields: Omit<NewDocument, 'savedAt'> = {
        ...{ person, year, month, key, ground: 'authority', author: me.pid, decider: me.pid, facts },
        ...{ referNote: '', outcome: null, docNumber: '', docDate: null, reason: '', closeNote: '' },
        ...{ state: 'proposed', rev: 1, actor: me.pid },
      };
      return createDocument(me.org, 'replacements', replacementId(person, year, key), fields, ['savedAt']);
    },
    refused:
      'Máy chủ không nhận: tháng này đã kết thúc, hoặc người này không còn thuộc thẩm quyền quyết định của tôi.',
    onDone,
  });
  const { errors } = recording;
  const options = sheets
    .map((one) => ({ value: one.person, label: `${one.personName}, ${one.post}, ${one.unitName}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  return (
    <Recording
      title={<h2>Đề xuất hồ sơ</h2>}
      recording={recording}
      act="Lập hồ sơ"
      isNarrow
      onCancel={onCancel}
    >
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
    </Recording>
  );
}
