// Quyết định cùng lúc: the exceptions first, each with its cause, then everybody else in one act.
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Settings } from '../../../../functions/src/domain/settings.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { readDocument, readOrganisation } from '../../data/firestore.ts';
import { isToDecide } from '../../data/queue.ts';
import { rememberQueue } from '../../data/queueOrder.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { DecideAct } from './DecideAct.tsx';
import { manyToDecide, quotasOf } from './manyToDecide.ts';
import { ManyTable } from './ManyTable.tsx';
import { readQueue, type QueueOfMonth } from './readQueue.ts';

type Many = QueueOfMonth & { units: ReadonlyMap<string, UnitMonth>; isQuotaOn: boolean };

/** One document more for each unit, for its quota and for texts that many share. */
async function readMany(me: Me, asked: Month | null): Promise<Many> {
  const queue = await readQueue(me, asked);
  rememberQueue(me.pid, queue.rows);
  const wanted = queue.rows.filter(isToDecide).flatMap(({ assessment }) => assessment?.unit ?? []);
  const [organisation, ...months] = await Promise.all([
    readOrganisation(me.org),
    ...[...new Set(wanted)].map((unit) =>
      readDocument<UnitMonth>(me.org, 'unitMonths', unitMonthId(unit, queue.month)),
    ),
  ]);
  const units = new Map(months.flatMap((of) => (of ? [[of.unit, of] as const] : [])));
  // Absent on organisations of before the setting, where it is on.
  const settings: Partial<Settings> = organisation?.settings ?? {};
  return { ...queue, units, isQuotaOn: settings.quotaWarning !== false };
}

export function DecideMany({ me, month: asked }: { me: Me; month: Month | null }) {
  const [loaded, reload] = useLoaded(() => readMany(me, asked), `${me.pid} ${asked ?? ''}`);
  const [outcome, setOutcome] = useState<string | null>(null);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { month, rows, units, delegations, isQuotaOn } = loaded.value;
  const { exceptions, plain } = manyToDecide(rows, units);
  return (
    <>
      <PageHead
        title="Quyết định cùng lúc"
        lead={`Tháng ${formatMonth(month)}: ${exceptions.length} trường hợp cần xem riêng, ${plain.length} phiếu quyết định như đánh giá`}
      >
        <a class="button" href={hrefOf({ page: 'queue', month })}>
          Về danh sách
        </a>
      </PageHead>
      {outcome && (
        <Notice tone="good" role="status">
          <p>{outcome}</p>
        </Notice>
      )}
      <div class="stack" style={{ '--gap': '40px' }}>
        {exceptions.length > 0 && (
          <section class="stack" aria-labelledby="exceptions">
            <h2 id="exceptions">Cần xem và quyết định riêng</h2>
            <p class="soft">Những phiếu này không được quyết định cùng lúc. Mở từng phiếu để quyết định.</p>
            <ManyTable caption="Trường hợp cần xem riêng" ones={exceptions} />
          </section>
        )}
        <DecideAct
          key={plain.map(({ row }) => row.id).join()}
          me={me}
          ones={plain}
          quotas={isQuotaOn ? quotasOf(units) : []}
          delegations={delegations}
          seen={exceptions.length}
          onDone={(said) => {
            setOutcome(said);
            reload();
          }}
        />
      </div>
    </>
  );
}
