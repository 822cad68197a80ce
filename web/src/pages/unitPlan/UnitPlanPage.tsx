// Kế hoạch của một đơn vị: the plan of a year, written by its head, read by who is above and by inspection, and the plans of its months.
import { nextMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { unitPlanId } from '../../../../functions/src/schema/paths.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { thisMonth } from '../../now.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { UnitPlanHistory } from '../../parts/PlanHistory.tsx';
import { YearNav } from '../../parts/YearNav.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { UnitPlanForm } from './UnitPlanForm.tsx';
import { UnitPlanRead, YearPlanHistory } from './UnitPlanRead.tsx';
import { UnitPlanState } from './UnitPlanState.tsx';

interface View {
  plan: UnitPlan | null;
  name: string;
}

async function read(me: Me, unit: string, year: string): Promise<View> {
  const [plan, known] = await Promise.all([
    readDocument<UnitPlan>(me.org, 'unitPlans', unitPlanId(unit, year)),
    readDocument<UnitDocument>(me.org, 'units', unit),
  ]);
  return { plan, name: plan?.unitName ?? known?.name ?? unit };
}

export function UnitPlanPage({ me, unit, year }: { me: Me; unit: string; year: string }) {
  const member = useMember(me);
  const [loaded, reload] = useLoaded(() => read(me, unit, year), `${me.pid} ${unit} ${year}`);
  if (loaded.at === 'loading' || member === undefined) return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { plan, name } = loaded.value;
  const isMine = plan?.head === me.pid;
  const inspects = member?.inspects === true;
  const seesVersions =
    inspects || (plan !== null && [plan.head, plan.headEvaluator, plan.headDecider].includes(me.pid));
  const last = inspects ? nextMonth(thisMonth()) : thisMonth();
  return (
    <>
      <PageHead title="Kế hoạch của đơn vị" lead={name}>
        <div class="row">
          {inspects && <a href={hrefOf({ page: 'unit-plans', year })}>Các đơn vị</a>}
          <YearNav year={year} hrefFor={(to) => hrefOf({ page: 'unit-plan', unit, year: to })} />
        </div>
      </PageHead>
      <div class="stack" style={{ '--gap': '40px' }}>
        <section class="stack narrow" aria-labelledby="year-plan">
          <h2 id="year-plan">Kế hoạch năm {year}</h2>
          {isMine ? (
            <UnitPlanForm me={me} unit={unit} year={year} />
          ) : (
            <>
              {plan ? (
                <>
                  <UnitPlanState plan={plan} />
                  {plan.state === 'submitted' && <UnitPlanRead plan={plan} level="h3" />}
                </>
              ) : (
                <Absent inspects={inspects} year={year} />
              )}
              {seesVersions && <YearPlanHistory org={me.org} unit={unit} year={year} isOpen={!plan} />}
            </>
          )}
        </section>
        {seesVersions && <Months org={me.org} unit={unit} year={year} last={last} />}
      </div>
    </>
  );
}

function Absent({ inspects, year }: { inspects: boolean; year: string }) {
  return (
    <Notice>
      <p>
        {inspects
          ? 'Không có bản đang nộp: kế hoạch chưa nộp, hoặc đang được mở ra sửa. Các lần đã nộp xem ở dưới.'
          : `Kế hoạch năm ${year} hiện ở đây cho người đứng đầu đơn vị, người đánh giá, quyết định, và khi đã nộp cho người tổng hợp, kiểm tra.`}
      </p>
    </Notice>
  );
}

interface MonthsProps {
  org: string;
  unit: string;
  year: string;
  /** A plan of a month that isn't open yet is inspection's alone to read: nobody stands on it yet. */
  last: Month;
}

function Months({ org, unit, year, last }: MonthsProps) {
  const all = Array.from({ length: 12 }, (_, i): Month => `${year}-${String(i + 1).padStart(2, '0')}`);
  const months = all.filter((month) => month <= last);
  if (months.length === 0) return null;
  return (
    <section class="stack narrow" aria-labelledby="plan-months">
      <h2 id="plan-months">Kế hoạch tháng của đơn vị</h2>
      <p class="soft">Mỗi lần nộp, và những gì thực hiện khác kế hoạch.</p>
      {months.toReversed().map((month) => (
        <UnitPlanHistory key={month} org={org} unit={unit} month={month} />
      ))}
    </section>
  );
}
