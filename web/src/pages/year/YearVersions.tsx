// A year's result as it was published: the one that stands, who took it up again and why, and the versions before it.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { EarlierYear, PersonYear } from '../../../../functions/src/schema/year.ts';
import { Fact } from '../../parts/Fact.tsx';
import { Notice } from '../../parts/Page.tsx';

const labelOf = ({ rating }: Pick<EarlierYear, 'rating'>) =>
  rating === null ? unratedLabel : ratingLabels[rating];

export function Decided({ personYear }: { personYear: Pick<PersonYear, 'decided' | 'earlier'> }) {
  const { decided, earlier } = personYear;
  if (!decided) return null;
  const { version, reopened } = decided;
  return (
    <section class="stack" aria-labelledby="year-decided">
      <h2 id="year-decided">Kết quả năm{version > 1 ? `, lần ${version}` : ''}</h2>
      {reopened && (
        <Notice tone="attention">
          <p>
            {reopened.by} đã mở lại kết quả này để quyết định lại. Lý do: {reopened.reason}
          </p>
          <p>Đến khi có kết quả lần {version + 1}, kết quả dưới đây vẫn là kết quả hiện hành.</p>
        </Notice>
      )}
      <dl class="results">
        <Fact label="Xếp loại năm" value={labelOf(decided)} />
      </dl>
      <p>
        {decided.decidedBy} quyết định, công khai lúc {formatMoment(decided.publishedAt)}.
        {decided.participants && ` Thành phần tham gia: ${decided.participants}.`}
      </p>
      {decided.reason && <p class="pre narrow">Lý do: {decided.reason}</p>}
      {decided.outdated && !reopened && (
        <Notice tone="todo">
          <p>
            Kết quả của một tháng đã được sửa sau khi quyết định. Các tháng và đề xuất trên trang này là số
            liệu mới; quyết định năm chưa được xem lại.
          </p>
        </Notice>
      )}
      {/* Documents from before versions were kept lack the field. */}
      <EarlierYears versions={earlier ?? []} />
    </section>
  );
}

/** As people type it, with or without its stop: another sentence follows. */
const asSentence = (text: string) => (/[.!?…]\s*$/.test(text) ? text.trimEnd() : `${text.trimEnd()}.`);

export function EarlierYears({ versions }: { versions: readonly EarlierYear[] }) {
  if (versions.length === 0) return null;
  return (
    <details>
      <summary>Các lần đã công khai trước</summary>
      <ul>
        {versions.map((one) => (
          <li key={one.version}>
            Lần {one.version}: {labelOf(one)}; {one.decidedBy} quyết định, công khai lúc{' '}
            {formatMoment(one.publishedAt)}.{one.reason && ` Lý do: ${asSentence(one.reason)}`}
            {one.reopened && ` ${one.reopened.by} mở lại vì: ${asSentence(one.reopened.reason)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
