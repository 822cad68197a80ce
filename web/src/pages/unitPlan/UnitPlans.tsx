// Kế hoạch của đơn vị: for inspection and aggregation, each unit with its plan of the year that is filed.
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import { listDocuments } from '../../data/firestore.ts';
import { inTreeOrder } from '../../data/unitTree.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { thisMonth } from '../../now.ts';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { YearNav } from '../../parts/YearNav.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { UnitPlanState } from './UnitPlanState.tsx';

const title = 'Kế hoạch của đơn vị';

interface Line {
  unit: UnitDocument;
  depth: number;
  plan: UnitPlan | null;
}

async function read(me: Me, { inspects, aggregates }: Member, year: string): Promise<Line[]> {
  const state = 'submitted';
  const lists = await Promise.all(
    inspects
      ? [listDocuments<UnitPlan>(me.org, 'unitPlans', { year, state })]
      : aggregates.map((block) => listDocuments<UnitPlan>(me.org, 'unitPlans', { block, year, state })),
  );
  const plans = new Map(lists.flat().map(({ data }) => [data.unit, data]));
  const units = (await listDocuments<UnitDocument>(me.org, 'units', {})).map(({ data }) => data);
  const shown = units.filter(
    ({ id, block, closed }) => (closed === null || plans.has(id)) && (inspects || aggregates.includes(block)),
  );
  return inTreeOrder(shown).map(({ unit, depth }) => ({ unit, depth, plan: plans.get(unit.id) ?? null }));
}

export function UnitPlans({ me, year: asked }: { me: Me; year: string | null }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  if (!member || !(member.inspects || member.aggregates.length > 0)) {
    return (
      <>
        <PageHead title={title} />
        <Notice>
          <p>
            Trang này dành cho người kiểm tra và tổng hợp. Người đứng đầu mở kế hoạch của đơn vị mình tại{' '}
            <a href={hrefOf({ page: 'unit', month: null })}>Đơn vị của tôi</a>.
          </p>
        </Notice>
      </>
    );
  }
  return <Units me={me} member={member} year={asked ?? thisMonth().slice(0, 4)} />;
}

function Units({ me, member, year }: { me: Me; member: Member; year: string }) {
  const [loaded, reload] = useLoaded(() => read(me, member, year), `${me.pid} ${year}`);
  return (
    <>
      <OrgNav me={me} page="unit-plans" />
      <PageHead title={title} lead={`Kế hoạch năm ${year}, và kế hoạch từng tháng trong năm`}>
        <YearNav year={year} hrefFor={(to) => hrefOf({ page: 'unit-plans', year: to })} />
      </PageHead>
      {loaded.at === 'loading' && <Loading />}
      {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
      {loaded.at === 'there' && (
        <div class="stack">
          <p class="soft narrow">
            Để trống: chưa nộp, đang được mở ra sửa, hoặc đơn vị không phải nộp kế hoạch.
          </p>
          <table class="as-list by-depth">
            <caption class="hidden-visually">Kế hoạch năm {year} của các đơn vị</caption>
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                <th scope="col">Kế hoạch năm</th>
              </tr>
            </thead>
            <tbody>
              {loaded.value.map(({ unit, depth, plan }) => (
                <tr key={unit.id} style={{ '--depth': depth }}>
                  <td>
                    <a href={hrefOf({ page: 'unit-plan', unit: unit.id, year })}>{unit.name}</a>
                  </td>
                  <td data-label="Kế hoạch năm">{plan && <UnitPlanState plan={plan} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
