// The plan of the year to be read: as it stands, and each filing with what it changed and why.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { plansPath, unitPlanId } from '../../../../functions/src/schema/paths.ts';
import type { YearPlanVersion } from '../../../../functions/src/schema/plan.ts';
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import { ChangeLines, PlanTasks } from '../../parts/PlanLines.tsx';
import { PlanVersions } from '../../parts/PlanVersions.tsx';

interface ReadProps {
  plan: Pick<UnitPlan, 'goals' | 'tasks' | 'taskDue'>;
  /** Of its headings, which follow on those of the page around it. */
  level: 'h3' | 'h4';
}

export function UnitPlanRead({ plan, level: H }: ReadProps) {
  const { goals, tasks, taskDue: due } = plan;
  return (
    <div class="stack">
      {goals && (
        <>
          <H>Mục tiêu, chỉ tiêu</H>
          <p class="pre">{goals}</p>
        </>
      )}
      <H>Nhiệm vụ trong năm</H>
      <PlanTasks tasks={tasks} due={due} />
    </div>
  );
}

interface HistoryProps {
  org: string;
  unit: string;
  year: string;
  isOpen?: boolean;
}

export function YearPlanHistory({ org, unit, year, isOpen = false }: HistoryProps) {
  return (
    <PlanVersions<YearPlanVersion>
      title={`Kế hoạch năm ${year}: các lần nộp`}
      path={plansPath(org, unitPlanId(unit, year), 'unitPlans')}
      none={`Kế hoạch năm ${year} chưa nộp lần nào.`}
      isOpen={isOpen}
      show={(version, n) => <Version version={version} n={n} />}
    />
  );
}

function Version({ version, n }: { version: YearPlanVersion; n: number }) {
  const { filedAt, changeNote, changes, goals, tasks, due } = version;
  const plan = <UnitPlanRead plan={{ goals, tasks, taskDue: due }} level="h4" />;
  return (
    <>
      <h3>
        Lần {n}, nộp {formatMoment(filedAt)}
      </h3>
      {n === 1 ? (
        plan
      ) : (
        <>
          <p class="pre">Lý do: {changeNote}</p>
          {changes.length > 0 ? (
            <ChangeLines changes={changes} />
          ) : (
            <p class="soft">Nội dung như lần nộp trước.</p>
          )}
          <details>
            <summary>Toàn bộ kế hoạch lần {n}</summary>
            {plan}
          </details>
        </>
      )}
    </>
  );
}
