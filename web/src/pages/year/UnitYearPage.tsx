// Năm của đơn vị: everybody's twelve months in one table, with what the year comes to.
import type { UnitYear } from '../../../../functions/src/schema/year.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { YearNav } from '../../parts/YearNav.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { unitsOf } from '../unit/unitsOf.ts';
import { readUnitYear } from './readYear.ts';
import { UnitYearTable } from './UnitYearTable.tsx';

async function read(me: Me, year: string, asked: string | null): Promise<UnitYear | null> {
  const unit = asked ?? (await unitsOf(me, thisMonth()))[0]?.unit ?? null;
  return unit === null ? null : readUnitYear(me, unit, year);
}

/** `unit`: null for the one where one is this month. */
export function UnitYearPage(props: { me: Me; year: string | null; unit: string | null }) {
  const { me, unit } = props;
  const year = props.year ?? thisMonth().slice(0, 4);
  const [loaded, reload] = useLoaded(() => read(me, year, unit), `${me.pid} ${unit ?? ''} ${year}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const unitYear = loaded.value;
  return (
    <>
      <PageHead title="Năm của đơn vị" lead={unitYear?.unitName}>
        <div class="row">
          <a href={hrefOf({ page: 'unit', month: null })}>Tháng của đơn vị</a>
          <YearNav year={year} hrefFor={(to) => hrefOf({ page: 'unit-year', year: to, unit })} />
        </div>
      </PageHead>
      {unitYear ? (
        <UnitYearTable unitYear={unitYear} />
      ) : (
        <Notice>
          <p>
            Bảng tổng hợp năm {year} hiện ở đây, cho người đứng đầu đơn vị và người đánh giá, quyết định, khi
            tháng đầu tiên của năm được công khai.
          </p>
        </Notice>
      )}
    </>
  );
}
