// Months as evaluated beside what the rules propose, with the causes that make one an exception.
import { levelLabels, ratingShortLabels } from '../../../../functions/src/domain/labels.ts';
import type { Level, Rating } from '../../../../functions/src/domain/words.ts';
import { routeOfRow } from '../../data/queueOrder.ts';
import { Digits } from '../../parts/Digits.tsx';
import { showScore } from '../../parts/parse.ts';
import { hrefOf } from '../../router.ts';
import type { ToDecide } from './manyToDecide.ts';

interface Props {
  caption: string;
  ones: readonly ToDecide[];
  /** Which are chosen; absent where none can be. */
  chosen?: ReadonlySet<string>;
  onChoose?: (id: string, isChosen: boolean) => void;
}

export function ManyTable({ caption, ones, chosen, onChoose }: Props) {
  return (
    <table class="as-list">
      <caption class="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          {chosen && <th scope="col">Chọn</th>}
          <th scope="col">Họ tên</th>
          <th scope="col">Chức vụ, đơn vị</th>
          <th scope="col" class="figure">
            Điểm
          </th>
          <th scope="col">Đánh giá</th>
          <th scope="col">{chosen ? 'Hệ thống đề xuất' : 'Vì sao cần xem riêng'}</th>
        </tr>
      </thead>
      <tbody>
        {ones.map(({ row, assessment: a, score, exceptions }) => (
          <tr key={row.id}>
            {chosen && (
              <td>
                <input
                  type="checkbox"
                  class="in-table"
                  aria-label={`Quyết định ${row.name}`}
                  checked={chosen.has(row.id)}
                  onChange={(event) => onChoose?.(row.id, event.currentTarget.checked)}
                />
              </td>
            )}
            <td>
              <a href={hrefOf(routeOfRow(row))}>{row.name}</a>
              {row.onBehalf !== null && <div class="soft small">Thay mặt {row.onBehalf}</div>}
            </td>
            <td>
              {row.post}
              <br />
              <span class="soft">{row.unitName}</span>
            </td>
            <td class="figure" data-label="Điểm">
              <Digits>{showScore(score)}</Digits>
            </td>
            <td data-label="Đánh giá">
              <Result rating={a.eRating} level={a.eLevel} />
            </td>
            <td data-label={chosen ? 'Hệ thống đề xuất' : 'Vì sao'}>
              {chosen ? (
                <Result rating={a.proposal.rating} level={a.proposal.level} />
              ) : (
                <ul class="plain">
                  {exceptions.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ rating, level }: { rating: Rating | null; level: Level | null }) {
  return (
    <>
      {rating ? ratingShortLabels[rating] : '–'}
      {level && <span class="soft"> · {levelLabels[level]}</span>}
    </>
  );
}
