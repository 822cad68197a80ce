// Twelve months of one person, each with its two results side by side (domain.md section 8).
import { monthsOfYear } from '../../../../functions/src/domain/yearCounts.ts';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { PersonYear } from '../../../../functions/src/schema/year.ts';
import { thisMonth } from '../../now.ts';
import { Digits } from '../../parts/Digits.tsx';
import { showScore } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import { emptyCell, levelOf, ratingOf } from './yearWords.ts';

export function MonthCells(props: { personYear: PersonYear; hrefFor: (month: string) => string }) {
  const { personYear, hrefFor } = props;
  const { cells, unit, year } = personYear;
  const month = thisMonth();
  return (
    <table class="as-list">
      <caption class="hidden-visually">Kết quả mười hai tháng năm {year}</caption>
      <thead>
        <tr>
          <th scope="col">Tháng</th>
          <th scope="col">Xếp loại</th>
          <th scope="col">Mức độ nhận diện</th>
          <th scope="col" class="figure">
            Điểm
          </th>
          <th scope="col">Ghi chú</th>
        </tr>
      </thead>
      <tbody>
        {monthsOfYear(year).map((of) => {
          const cell = cells[of];
          const has = cell && (cell.state === 'published' || cell.state === 'provisional') ? cell : null;
          return (
            <tr key={of}>
              <td class="strong">
                {has ? <a href={hrefFor(of)}>Tháng {formatMonth(of)}</a> : `Tháng ${formatMonth(of)}`}
              </td>
              {has ? (
                <>
                  <td data-label="Xếp loại">{ratingOf(has)}</td>
                  <td data-label="Mức độ">
                    {has.level === 'poor' ? (
                      <State tone="late" icon="warning">
                        {levelOf(has.level)}
                      </State>
                    ) : (
                      levelOf(has.level)
                    )}
                  </td>
                  <td class="figure" data-label="Điểm">
                    {has.score === null ? '' : <Digits>{showScore(has.score)}</Digits>}
                  </td>
                </>
              ) : (
                <>
                  <td class="soft">{emptyCell(cell, of < month)}</td>
                  <td />
                  <td />
                </>
              )}
              <td data-label="Ghi chú">{has ? remark(has, unit) : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What else one must know about the cell: where it comes from, and whether it may still change. */
function remark(cell: PersonYear['cells'][string], unit: string): string {
  return [
    cell.state === 'provisional' ? 'Tạm tính, chưa công khai' : '',
    cell.version > 1 ? `Lần ${cell.version}` : '',
    cell.unit !== '' && cell.unit !== unit ? `Ở ${cell.unitName}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}
