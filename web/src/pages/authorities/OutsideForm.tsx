// Kết quả của cấp trên: what was decided outside the organisation, entered by the aggregator with the number and date of the document.
import { useState } from 'preact/hooks';
import { formatDate, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { levelLabels, ratingLabels } from '../../../../functions/src/domain/labels.ts';
import {
  levels,
  ratings,
  type Block,
  type CivilDate,
  type Level,
  type Month,
  type Rating,
} from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { StoredOutsideResult } from '../../../../functions/src/schema/outsideResult.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Named } from '../../data/edges.ts';
import { createDocument, listDocuments, updateDocument } from '../../data/firestore.ts';
import { pollUntil } from '../../data/poll.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Choices, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { useSending } from '../../data/useSending.ts';

interface Props {
  me: Me;
  month: Month;
  block: Block;
  subject: Named;
  onClose: () => void;
}

/** Null where nothing was entered yet: a query tells that from what may not be read. */
async function readEntered({ me, month, block, subject }: Props): Promise<StoredOutsideResult | null> {
  const [found] = await listDocuments<StoredOutsideResult>(me.org, 'outsideResults', {
    block,
    month,
    person: subject.id,
  });
  return found?.data ?? null;
}

export function OutsideForm(props: Props) {
  const [loaded, reload] = useLoaded(() => readEntered(props), `${props.subject.id} ${props.month}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { value } = loaded;
  return <Form key={value?.rev ?? 0} {...props} before={value} onSent={reload} />;
}

interface Words {
  rating: Rating | null;
  level: Level | null;
  document: string;
  day: CivilDate | null;
}

function check(w: Words): Fault[] {
  return [
    ...(w.rating === null ? [{ id: 'outside.rating', text: 'Chọn xếp loại' }] : []),
    ...(w.level === null ? [{ id: 'outside.level', text: 'Chọn mức độ nhận diện' }] : []),
    ...(w.document.trim() === '' ? [{ id: 'outside.document', text: 'Ghi tên, số văn bản' }] : []),
    ...(w.day === null ? [{ id: 'outside.day', text: 'Ghi ngày của văn bản' }] : []),
  ];
}

function Form(props: Props & { before: StoredOutsideResult | null; onSent: () => void }) {
  const { me, month, block, subject, before, onClose, onSent } = props;
  const { rating = null, level = null, document = '', day = null } = before ?? {};
  const [w, setWords] = useState<Words>({ rating, level, document, day });
  const [faults, setFaults] = useState<{ stamp: number; all: Fault[] }>({ stamp: 0, all: [] });
  const { problem, isSending, send } = useSending(onSent);
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  const errors: Errors = new Map(faults.all.map((f) => [f.id, f.text]));
  const enter = async () => {
    const all = check(w);
    setFaults({ stamp: faults.stamp + 1, all });
    if (all.length > 0) return;
    const id = personMonthId(subject.id, month);
    const written = { ...w, document: w.document.trim(), author: me.pid, rev: (before?.rev ?? 0) + 1 };
    await send(async () => {
      if (before) await updateDocument(me.org, 'outsideResults', id, written, ['savedAt']);
      else
        await createDocument(me.org, 'outsideResults', id, { ...written, person: subject.id, month, block }, [
          'savedAt',
        ]);
      // The function says within seconds whether it could take effect.
      await pollUntil(
        () => readEntered(props),
        (now) => now?.rev === written.rev && Boolean(now.appliedAt ?? now.refusal),
      );
    });
  };
  return (
    <div class="stack narrow">
      <h3>
        Kết quả tháng {formatMonth(month)} của {subject.name} do cấp trên quyết định
      </h3>
      <Standing before={before} />
      <ErrorSummary
        title={`Còn ${faults.all.length} chỗ cần bổ sung`}
        faults={faults.all}
        stamp={faults.stamp}
      />
      <Choices
        id="outside.rating"
        legend="Xếp loại"
        column
        options={ratings.map((value) => ({ value, label: ratingLabels[value] }))}
        value={w.rating}
        errors={errors}
        onChange={(value) => set({ rating: value })}
      />
      <Choices
        id="outside.level"
        legend="Mức độ nhận diện biểu hiện"
        options={levels.map((value) => ({ value, label: levelLabels[value] }))}
        value={w.level}
        errors={errors}
        onChange={(value) => set({ level: value })}
      />
      <TextLine
        id="outside.document"
        label="Văn bản (tên, số, ký hiệu)"
        max={sizes.line}
        value={w.document}
        errors={errors}
        onInput={(value) => set({ document: value })}
      />
      <DateField
        id="outside.day"
        label="Ngày của văn bản"
        month={month}
        value={w.day}
        errors={errors}
        onInput={(value) => set({ day: value })}
      />
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button" aria-disabled={isSending} onClick={() => void enter()}>
          {isSending ? 'Đang ghi…' : before ? 'Ghi lại' : 'Ghi kết quả'}
        </button>
        <button type="button" class="link" onClick={onClose}>
          Đóng
        </button>
      </div>
    </div>
  );
}

function Standing({ before }: { before: StoredOutsideResult | null }) {
  if (!before) return null;
  if (before.refusal)
    return (
      <Notice tone="attention">
        <p>Chưa có hiệu lực: {before.refusal}</p>
      </Notice>
    );
  return (
    <Notice tone="good" role="status">
      <p>
        Đã ghi {ratingLabels[before.rating]}, mức độ {levelLabels[before.level]}, theo {before.document} ngày{' '}
        {formatDate(before.day)}. Công bố cùng kết quả của tháng.
      </p>
    </Notice>
  );
}
