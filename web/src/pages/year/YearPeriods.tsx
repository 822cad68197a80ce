// Quarters, half-years and the year of one person: mean of the rated months, counts, the worst level (domain.md section 8).
import type { PersonYear } from '../../../../functions/src/schema/year.ts';
import { levelsText, periodLabels, periodsOfPerson, ratingsText, worstText } from '../../data/yearPeriods.ts';
import { Digits } from '../../parts/Digits.tsx';
import { showScore } from '../../parts/parse.ts';

export function YearPeriods({ personYear }: { personYear: PersonYear }) {
  return (
    <>
      <table class="as-list">
        <caption class="hidden-visually">Quý, 6 tháng và cả năm {personYear.year}</caption>
        <thead>
          <tr>
            <th scope="col">Kỳ</th>
            <th scope="col" class="figure">
              Bình quân
            </th>
            <th scope="col">Xếp loại các tháng</th>
            <th scope="col">Mức độ các tháng</th>
            <th scope="col">Mức thấp nhất</th>
            <th scope="col">Ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {periodsOfPerson(personYear).map((one) => (
            <tr key={one.name}>
              <td class="strong">{periodLabels[one.name]}</td>
              <td class="figure" data-label="Bình quân">
                {one.mean === null ? '' : <Digits>{showScore(one.mean)}</Digits>}
              </td>
              <td data-label="Xếp loại">{ratingsText(one)}</td>
              <td data-label="Mức độ">{levelsText(one)}</td>
              <td data-label="Mức thấp nhất">{worstText(one)}</td>
              <td data-label="Ghi chú">{one.provisional ? 'Tạm tính' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft small">
        Bình quân của các tháng được xếp loại. Mức thấp nhất là mức của tháng thấp nhất trong kỳ: Hướng dẫn
        không quy định mức độ của quý, 6 tháng.
      </p>
    </>
  );
}
