// Quarters, half-years and the year of everybody in a unit: mean, counts by level and the worst one in each cell.
import { levelShortLabels } from '../../../../functions/src/domain/labels.ts';
import { periodNames } from '../../../../functions/src/domain/yearCounts.ts';
import type { UnitYearRow } from '../../../../functions/src/schema/year.ts';
import { levelsText, periodLabels, periodsOfRow, type NamedPeriod } from '../../data/yearPeriods.ts';
import { Digits } from '../../parts/Digits.tsx';
import { showScore } from '../../parts/parse.ts';

export function UnitYearPeriods({ rows, year }: { rows: readonly [string, UnitYearRow][]; year: string }) {
  return (
    <section class="stack" aria-labelledby="unit-periods">
      <h2 id="unit-periods">Quý, 6 tháng, cả năm</h2>
      <p class="soft small">
        Điểm bình quân của các tháng được xếp loại, số tháng theo mức độ và mức thấp nhất trong kỳ. Hướng dẫn
        không quy định mức độ của quý, 6 tháng.
      </p>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={`Bảng quý, 6 tháng năm ${year}`}>
        <table class="year-grid">
          <caption class="hidden-visually">Quý, 6 tháng và cả năm {year} của từng người</caption>
          <thead>
            <tr>
              <th scope="col">Họ tên</th>
              {periodNames.map((name) => (
                <th scope="col" key={name}>
                  {periodLabels[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([person, row]) => (
              <tr key={person}>
                <th scope="row">{row.name}</th>
                {periodsOfRow(row, year).map((one) => (
                  <Cell key={one.name} of={one} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ of: { mean, counts, worst, provisional } }: { of: NamedPeriod }) {
  if (counts.rated === 0) return <td>{counts.unrated > 0 ? 'KXL' : ''}</td>;
  return (
    <td>
      {mean === null ? '' : <Digits>{showScore(mean)}</Digits>}
      {provisional && <span class="soft"> tạm tính</span>}
      <br />
      <span class="soft">{levelsText({ counts })}</span>
      <br />
      {worst && (
        <span class={worst === 'good' ? undefined : worst}>Thấp nhất: {levelShortLabels[worst]}</span>
      )}
    </td>
  );
}
