// The unit's own result on its page: for everybody in it what was published, for its head with reason, trace and earlier versions.
import { civilDateOf, formatDate, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { levelLabels, ratingLabels } from '../../../../functions/src/domain/labels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Board, OwnResult, UnitMonth } from '../../../../functions/src/schema/unit.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Notice } from '../../parts/Page.tsx';
import { Trace } from '../../parts/Trace.tsx';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  unit: string;
  month: Month;
  isHeaded: boolean;
  unitMonth: UnitMonth | null;
  board: Board | null;
}

export function UnitOwn({ me, unit, month, isHeaded, unitMonth, board }: Props) {
  // Refused before publication, which is "nothing for you here".
  const [loaded] = useLoaded(
    () =>
      isHeaded
        ? readDocument<UnitRating>(me.org, 'unitRatings', unitMonthId(unit, month))
        : Promise.resolve(null),
    `${me.pid} ${unit} ${month}`,
  );
  const full = loaded.at === 'there' ? loaded.value : null;
  const last = full?.published.at(-1) ?? null;
  // Documents of before there were any lack the field.
  const own = unitMonth?.own ?? null;
  const result: OwnResult = own?.result ?? board?.own ?? (last && { ...last, decider: last.decidedBy });
  const gap = gapOf(unitMonth);
  if (!result && !gap && !own) return null;
  return (
    <section class="stack" aria-labelledby="unit-own">
      <h2 id="unit-own">Kết quả của đơn vị, tháng {formatMonth(month)}</h2>
      {gap && (
        <Notice tone="attention">
          <p>{gap}</p>
        </Notice>
      )}
      {result ? (
        <Published result={result} />
      ) : (
        !gap && <p class="soft">Xếp loại và mức độ nhận diện của đơn vị hiện ở đây khi được công khai.</p>
      )}
      {own?.reopened && (
        <p class="notice todo">
          {own.reopened.by} đang xem lại kết quả này từ ngày {formatDate(civilDateOf(own.reopened.at))}:{' '}
          {own.reopened.reason}. Kết quả trên vẫn có hiệu lực đến lần công khai sau.
        </p>
      )}
      {last && (
        <div class="stack narrow">
          <p class="pre">Lý do: {last.reason}</p>
          {last.aboveReason && (
            <p class="pre">Lý do xếp loại người đứng đầu cao hơn đơn vị: {last.aboveReason}</p>
          )}
          <Trace title="Vì sao có kết quả này?" steps={last.trace} />
        </div>
      )}
      {full && full.published.length > 1 && (
        <details class="narrow">
          <summary>{full.published.length - 1} lần công khai trước</summary>
          <ul class="plain stack small">
            {full.published.slice(0, -1).map((one) => (
              <li key={one.version}>
                Lần {one.version}, {formatDate(civilDateOf(one.publishedAt))}: {ratingLabels[one.rating]}, mức
                độ {levelLabels[one.level]}. {one.decidedBy}. Lý do: {one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Said to who reads the unit's month; a unit that nobody heads has nobody who decides its head. */
function gapOf(unitMonth: UnitMonth | null): string | null {
  if (!unitMonth) return null;
  if (unitMonth.own?.stage === 'vacant')
    return 'Chưa có người quyết định xếp loại đơn vị: chức vụ quyết định đang trống.';
  if (unitMonth.own) return null;
  return unitMonth.unitFiled === null
    ? 'Tháng này chưa xác định được người quyết định xếp loại đơn vị: đơn vị không có người đứng đầu, hoặc người đứng đầu do cấp ngoài tổ chức quyết định.'
    : null;
}

function Published({ result }: { result: NonNullable<OwnResult> }) {
  return (
    <>
      <dl class="results">
        <div>
          <dt>Xếp loại đơn vị</dt>
          <dd>{ratingLabels[result.rating]}</dd>
        </div>
        <div>
          <dt>Mức độ nhận diện</dt>
          <dd>{levelLabels[result.level]}</dd>
        </div>
      </dl>
      <p>
        {result.decider} quyết định, công khai ngày {formatDate(civilDateOf(result.publishedAt))}
        {result.version > 1 ? `, lần ${result.version}` : ''}.
      </p>
    </>
  );
}
