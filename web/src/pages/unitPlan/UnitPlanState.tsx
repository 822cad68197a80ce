// How a unit's plan of the year stands, in a word.
import { civilDateOf, formatDate } from '../../../../functions/src/domain/civilDate.ts';
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import { State } from '../../parts/State.tsx';

export function UnitPlanState({ plan }: { plan: Pick<UnitPlan, 'state' | 'filedAt' | 'filings'> }) {
  const { state, filedAt, filings } = plan;
  const first = filedAt === null ? '' : `nộp lần đầu ngày ${formatDate(civilDateOf(filedAt))}`;
  const times = filings > 1 ? `, đã nộp ${filings} lần` : '';
  return (
    <p class="row">
      {state === 'submitted' ? (
        <State tone="filed" icon="sent">
          Đã nộp
        </State>
      ) : filedAt === null ? (
        <State tone="todo" icon="circle">
          Chưa nộp
        </State>
      ) : (
        <State tone="todo" icon="circle">
          Đang sửa, chưa nộp lại
        </State>
      )}
      {first && (
        <span class="soft">
          {first}
          {times}
        </span>
      )}
    </p>
  );
}
