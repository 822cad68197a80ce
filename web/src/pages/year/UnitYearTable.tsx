// People by months: rating and level in each cell by letter and word, with mean, proposal, what one more month would do, and what was decided.
import { warningText } from '../../../../functions/src/domain/yearAhead.ts';
import { monthsOfYear } from '../../../../functions/src/domain/yearCounts.ts';
import { ratingLabels, ratingShortLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import { ratings } from '../../../../functions/src/domain/words.ts';
import type { UnitYear, UnitYearRow } from '../../../../functions/src/schema/year.ts';
import { compareNames } from '../../data/queue.ts';
import { Fact } from '../../parts/Fact.tsx';
import { Digits } from '../../parts/Digits.tsx';
import { showScore } from '../../parts/parse.ts';
import { hrefOf } from '../../router.ts';
import { UnitYearPeriods } from './UnitYearPeriods.tsx';
import { shortCell } from './yearWords.ts';

export function UnitYearTable({ unitYear }: { unitYear: UnitYear }) {
  const { totals, year } = unitYear;
  const rows = Object.entries(unitYear.rows).sort(([, a], [, b]) => compareNames(a.name, b.name));
  return (
    <section class="stack" aria-label="Từng người">
      <dl class="results tally">
        <Fact label="Số người" value={totals.people} />
        <Fact label="Không vượt quá Hoàn thành" value={totals.capped} />
        <Fact label="Đề xuất Không hoàn thành" value={totals.failing} />
        <Fact label="Đúng 3 tháng Kém" value={totals.openReadings} />
        <Fact label="Xem xét thay thế" value={totals.replacements} />
        <Fact label="Đã quyết định" value={totals.decided} />
      </dl>
      <p class="soft small">
        {ratings.map((r) => `${r}: ${ratingLabels[r]}`).join(' · ')} · TB: Trung bình · KXL: {unratedLabel}.
        Đề xuất: {ratings.map((r) => `${ratingShortLabels[r]} ${totals.ratings[r] ?? 0}`).join(', ')}.
      </p>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={`Bảng mười hai tháng năm ${year}`}>
        <table class="year-grid">
          <caption class="hidden-visually">Mười hai tháng năm {year} của từng người</caption>
          <thead>
            <tr>
              <th scope="col">Họ tên</th>
              {monthsOfYear(year).map((month) => (
                <th scope="col" key={month}>
                  T{Number(month.slice(5))}
                </th>
              ))}
              <th scope="col" class="figure">
                Bình quân
              </th>
              <th scope="col">Năm</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([person, row]) => (
              <Row key={person} person={person} row={row} year={year} />
            ))}
          </tbody>
        </table>
      </div>
      <UnitYearPeriods rows={rows} year={year} />
    </section>
  );
}

function Row({ person, row, year }: { person: string; row: UnitYearRow; year: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ page: 'year', year, person })}>{row.name}</a>
        <br />
        <span class="soft">{row.post}</span>
      </th>
      {monthsOfYear(year).map((month) => {
        const cell = row.cells[month];
        return (
          <td
            key={month}
            class={cell?.level === 'poor' ? 'poor' : cell?.level === 'fair' ? 'fair' : undefined}
            title={cell?.elsewhere ?? undefined}
          >
            {cell ? shortCell(cell) : ''}
            {cell?.elsewhere && (
              <>
                <sup aria-hidden="true">*</sup>
                <span class="hidden-visually"> (ở {cell.elsewhere})</span>
              </>
            )}
          </td>
        );
      })}
      <td class="figure">{row.mean === null ? '' : <Digits>{showScore(row.mean)}</Digits>}</td>
      <td>
        {yearWord(row)}
        {/* Documents from before the warning was kept lack the field. */}
        {(row.ahead ?? []).map(({ level, becomes }) => (
          <div class="small" key={level}>
            Cảnh báo sớm: {warningText(level, becomes, row.counts)}
          </div>
        ))}
      </td>
    </tr>
  );
}

function yearWord(row: UnitYearRow): string {
  if (row.isDecided) return `${row.decided ? ratingShortLabels[row.decided] : unratedLabel}, đã quyết định`;
  const proposed = row.rating ? ratingShortLabels[row.rating] : 'Chưa đề xuất';
  const why = [
    row.fails.length > 0 ? 'đề xuất theo số tháng' : row.cap ? 'giới hạn theo số tháng Kém' : '',
    row.openReading ? 'đúng 3 tháng Kém' : '',
    row.provisional ? 'tạm tính' : '',
  ].filter(Boolean);
  return why.length > 0 ? `${proposed} (${why.join('; ')})` : proposed;
}
