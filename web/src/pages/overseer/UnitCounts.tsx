// Counts of a unit's month as an overseer sees them: who filed, how far judging is, ratings, levels, findings open.
import { levelLabels, ratingShortLabels } from '../../../../functions/src/domain/labels.ts';
import { levels, ratings } from '../../../../functions/src/domain/words.ts';
import type { UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { State } from '../../parts/State.tsx';

export function UnitCounts({ unitMonth }: { unitMonth: UnitMonth }) {
  const { counts } = unitMonth;
  const tallies = [
    ['Đã nộp', `${counts.filed}/${counts.people}`],
    ['Nộp muộn', String(counts.late)],
    ['Đã đánh giá', String(counts.evaluated)],
    ['Đã quyết định', String(counts.decided)],
    ['Biểu hiện chưa khắc phục', `${counts.findingsOpen}/${counts.findings}`],
  ] as const;
  return (
    <>
      <dl class="results tally">
        {tallies.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="row">
        <span>Kế hoạch, báo cáo của đơn vị:</span> <UnitFiled filed={unitMonth.unitFiled} />
      </p>
      {counts.decided > 0 && (
        <p class="soft small">
          {ratings.map((r) => `${ratingShortLabels[r]}: ${counts.ratings[r] ?? 0}`).join(' · ')} ·{' '}
          {levels.map((l) => `${levelLabels[l]}: ${counts.levels[l] ?? 0}`).join(' · ')}
        </p>
      )}
    </>
  );
}

function UnitFiled({ filed }: { filed: boolean | null }) {
  if (filed === null) {
    return (
      <State tone="quiet" icon="circle">
        Không phải nộp
      </State>
    );
  }
  return filed ? (
    <State tone="filed" icon="sent">
      Đã nộp
    </State>
  ) : (
    <State tone="todo" icon="circle">
      Chưa nộp
    </State>
  );
}
