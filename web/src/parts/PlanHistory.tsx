// Versions of a month's plan, a person's or a unit's: what was filed, and what became of it (S3 3.1).
import { formatMoment, formatMonth } from '../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../functions/src/domain/words.ts';
import { personMonthId, plansPath, unitMonthId } from '../../../functions/src/schema/paths.ts';
import type { PlanVersion, UnitMonthPlan } from '../../../functions/src/schema/plan.ts';
import { ChangeLines, PlanTasks } from './PlanLines.tsx';
import { PlanVersions } from './PlanVersions.tsx';

const title = (month: Month) => `Kế hoạch tháng ${formatMonth(month)}: các lần nộp`;

export function PlanHistory({ org, person, month }: { org: string; person: string; month: Month }) {
  return (
    <PlanVersions
      title={title(month)}
      path={plansPath(org, personMonthId(person, month))}
      none="Chưa có kế hoạch nào được nộp cùng phiếu của tháng trước."
      show={showVersion}
    />
  );
}

export function UnitPlanHistory({ org, unit, month }: { org: string; unit: string; month: Month }) {
  return (
    <PlanVersions
      title={title(month)}
      path={plansPath(org, unitMonthId(unit, month), 'unitSheets')}
      none="Chưa có kế hoạch nào của đơn vị được nộp cùng báo cáo của tháng trước."
      show={showVersion}
    />
  );
}

function showVersion({
  filedWith,
  filedAt,
  month,
  tasks,
  due,
  changes,
}: Omit<PlanVersion | UnitMonthPlan, 'person' | 'unit'>) {
  return (
    <>
      <h3>
        {filedWith === month ? 'Thực hiện có thay đổi so với kế hoạch' : 'Kế hoạch'}, nộp{' '}
        {formatMoment(filedAt)}
      </h3>
      {changes.length > 0 ? <ChangeLines changes={changes} /> : <PlanTasks tasks={tasks} due={due} />}
    </>
  );
}
