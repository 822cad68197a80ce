// The unit's plan of the year on the page of its month: how it stands, and the way to it.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { unitPlanId } from '../../../../functions/src/schema/paths.ts';
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { UnitPlanState } from '../unitPlan/UnitPlanState.tsx';

export function YearPlan({ me, unit, month }: { me: Me; unit: string; month: Month }) {
  const year = month.slice(0, 4);
  const [loaded] = useLoaded(
    () => readDocument<UnitPlan>(me.org, 'unitPlans', unitPlanId(unit, year)),
    `${me.pid} ${unit} ${year}`,
  );
  const plan = loaded.at === 'there' ? loaded.value : null;
  if (!plan) return null;
  return (
    <section class="stack" style={{ '--gap': '8px' }} aria-labelledby="year-plan">
      <h2 id="year-plan">Kế hoạch năm {year}</h2>
      <UnitPlanState plan={plan} />
      <p>
        <a href={hrefOf({ page: 'unit-plan', unit, year })}>
          {plan.state === 'submitted' ? 'Xem, bổ sung kế hoạch năm' : 'Viết kế hoạch năm'}
        </a>
      </p>
    </section>
  );
}
