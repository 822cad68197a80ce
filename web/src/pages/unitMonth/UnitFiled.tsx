// What the unit handed in for the month, to be read beside its rating: what it changed of its plan, and the way to earlier versions and to the plan of the year.
import type { PlanChange } from '../../../../functions/src/domain/plan.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { Notice } from '../../parts/Page.tsx';
import { UnitPlanHistory } from '../../parts/PlanHistory.tsx';
import { ChangeLines } from '../../parts/PlanLines.tsx';
import { LateMark, State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { UnitReport } from './UnitReport.tsx';

interface Props {
  me: Me;
  sheet: UnitSheet | null;
  planChanges: readonly PlanChange[];
}

export function UnitFiled({ me, sheet, planChanges }: Props) {
  if (!sheet) return <p class="soft">Kế hoạch và báo cáo của đơn vị do người quyết định xem trực tiếp.</p>;
  const { unit, month, state } = sheet;
  return (
    <div class="stack">
      <p class="row">
        {state === 'submitted' ? (
          <State tone="filed" icon="sent">
            Đã nộp kế hoạch và báo cáo
          </State>
        ) : (
          <State tone="todo" icon="circle">
            Chưa nộp kế hoạch và báo cáo
          </State>
        )}
        {sheet.late && <LateMark />}
      </p>
      {planChanges.length > 0 && (
        <Notice tone="attention">
          <p>Thực hiện khác kế hoạch đơn vị đã nộp:</p>
          <ChangeLines changes={planChanges} />
        </Notice>
      )}
      {state === 'submitted' && <UnitReport sheet={sheet} level="h4" />}
      <UnitPlanHistory org={me.org} unit={unit} month={month} />
      <p>
        <a href={hrefOf({ page: 'unit-plan', unit, year: month.slice(0, 4) })}>
          Kế hoạch năm {month.slice(0, 4)} của đơn vị
        </a>
      </p>
    </div>
  );
}
