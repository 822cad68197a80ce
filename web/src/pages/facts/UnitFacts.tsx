// On the page of the unit: what is counted of its month, and for its head what stands open, with the way to where it is recorded.
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import type { UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { readMine, readMyLimitations } from './readFacts.ts';
import { UnitFactList } from './UnitFactList.tsx';

export function UnitFacts({ me, unit, unitMonth }: { me: Me; unit: string; unitMonth: UnitMonth | null }) {
  const [loaded, reload] = useLoaded(
    () => Promise.all([readMine(me), readMyLimitations(me)] as const),
    `${me.pid} ${unit}`,
  );
  const counts = unitMonth?.counts;
  // A month built before these were counted has none of them.
  const tally = [
    ['Hạn chế sau kiểm điểm đang khắc phục', counts?.limitations ?? 0],
    ['Vướng mắc phối hợp nêu trong tháng', counts?.coordinations ?? 0],
    ['Việc tồn đọng thuộc thẩm quyền', counts?.backlogOwn ?? 0],
    ['Việc tồn đọng vượt thẩm quyền', counts?.backlogBeyond ?? 0],
    ['Việc khó đã đăng ký đảm nhận', counts?.hardTasks ?? 0],
  ] as const;
  return (
    <section class="stack" aria-labelledby="unit-facts">
      <h2 id="unit-facts">{factTitles.backlogs}, phối hợp</h2>
      {counts && (
        <dl class="results tally">
          {tally.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{n}</dd>
            </div>
          ))}
        </dl>
      )}
      {loaded.at === 'loading' && <Loading />}
      {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
      {loaded.at === 'there' && (
        <UnitFactList unit={unit} facts={loaded.value[0]} limitations={loaded.value[1]} />
      )}
      <p>
        <a class="button" href={hrefOf({ page: 'facts' })}>
          Ghi và trả lời
        </a>
      </p>
    </section>
  );
}
