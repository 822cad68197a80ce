// One row per person of the unit: filed or not, where it stands, what was found; with the counts that it opens to.
import { levelLabels, ratingShortLabels } from '../../../../functions/src/domain/labels.ts';
import { quotaWarning } from '../../../../functions/src/domain/rating.ts';
import { levels, ratings } from '../../../../functions/src/domain/words.ts';
import type { UnitMonth, UnitRow } from '../../../../functions/src/schema/unit.ts';
import { compareNames } from '../../data/queue.ts';
import { Fact } from '../../parts/Fact.tsx';
import { Digits } from '../../parts/Digits.tsx';
import { showScore } from '../../parts/parse.ts';
import { LateMark, StageState, State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';

export function UnitTable({ me, unitMonth }: { me: Me; unitMonth: UnitMonth }) {
  const { counts, month } = unitMonth;
  const rows = Object.entries(unitMonth.rows).sort(([, a], [, b]) => compareNames(a.name, b.name));
  const missing = rows.filter(([, r]) => !r.filed);
  const quota = quotaWarning({ A: counts.ratings.A ?? 0, B: counts.ratings.B ?? 0 });
  return (
    <section class="stack" aria-labelledby="unit-people">
      <h2 id="unit-people">Người trong đơn vị</h2>
      <dl class="results tally">
        <Fact label="Đã nộp" value={`${counts.filed}/${counts.people}`} />
        <Fact label="Nộp muộn" value={String(counts.late)} />
        <Fact label="Đã đánh giá" value={String(counts.evaluated)} />
        <Fact label="Đã quyết định" value={String(counts.decided)} />
        <Fact label="Biểu hiện chưa khắc phục" value={`${counts.findingsOpen}/${counts.findings}`} />
      </dl>
      {missing.length > 0 && (
        <p class="notice todo">Chưa nộp: {missing.map(([, r]) => r.name).join(', ')}.</p>
      )}
      {quota && <p class="notice todo">{quota}</p>}
      <p class="soft small">
        {ratings.map((r) => `${ratingShortLabels[r]}: ${counts.ratings[r] ?? 0}`).join(' · ')} ·{' '}
        {levels.map((l) => `${levelLabels[l]}: ${counts.levels[l] ?? 0}`).join(' · ')}
      </p>
      <table class="as-list">
        <caption class="hidden-visually">Tình trạng của từng người trong đơn vị</caption>
        <thead>
          <tr>
            <th scope="col">Họ tên</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Xếp loại</th>
            <th scope="col">Mức độ</th>
            <th scope="col" class="figure">
              Điểm
            </th>
            <th scope="col">Biểu hiện</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([person, row]) => (
            <PersonRow key={person} me={me} person={person} month={month} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PersonRow({ me, person, month, row }: { me: Me; person: string; month: string; row: UnitRow }) {
  const isMine = row.evaluator === me.pid || row.decider === me.pid;
  return (
    <tr>
      <td>
        {isMine ? <a href={hrefOf({ page: 'sheet', person, month })}>{row.name}</a> : row.name}
        <br />
        <span class="soft">{row.post}</span>
      </td>
      <td>
        {row.returned ? (
          <State tone="todo" icon="circle">
            Đã trả lại, chờ nộp lại
          </State>
        ) : !row.filed && row.stage === 'open' ? (
          <State tone="todo" icon="circle">
            Chưa nộp phiếu
          </State>
        ) : (
          <StageState stage={row.stage} />
        )}
        {row.late && (
          <div>
            <LateMark />
          </div>
        )}
      </td>
      <td data-label="Xếp loại">{row.rating ? ratingShortLabels[row.rating] : ''}</td>
      <td data-label="Mức độ">{row.level ? levelLabels[row.level] : ''}</td>
      <td class="figure" data-label="Điểm">
        {row.score === null ? '' : <Digits>{showScore(row.score)}</Digits>}
      </td>
      <td data-label="Biểu hiện">
        {row.codes.join(', ')}
        {row.openFindings > 0 ? ` (${row.openFindings} chưa khắc phục)` : ''}
      </td>
    </tr>
  );
}
