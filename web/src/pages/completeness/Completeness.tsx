// Kiểm tra trước khi mở tháng: who lacks an evaluator or a decider, as a list that is worked off until the month can open.
import { firstDay, formatDate, formatMonth, nextMonth } from '../../../../functions/src/domain/civilDate.ts';
import { blockLabels } from '../../../../functions/src/domain/labels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { completenessOf, type Completeness as Found } from '../../data/completeness.ts';
import { readDocument } from '../../data/firestore.ts';
import { remaining } from '../../data/remaining.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { readWholeOrganisation } from '../../data/wholeOrganisation.ts';
import { thisMonth, today } from '../../now.ts';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { AsideTable, GapTable } from './GapTable.tsx';

interface Checked {
  month: Month;
  cycle: Cycle | null;
  found: Found;
}

const isBlocked = (cycle: Cycle | null) => cycle === null || cycle.state === 'blocked';

/** The month that is in the way: this one while it could not open, otherwise the next. */
async function monthToCheck(me: Me, asked: Month | null): Promise<{ month: Month; cycle: Cycle | null }> {
  const read = (of: Month) => readDocument<Cycle>(me.org, 'cycles', of);
  const month = asked ?? thisMonth();
  const cycle = await read(month);
  if (asked || (cycle && isBlocked(cycle))) return { month, cycle };
  return { month: nextMonth(month), cycle: await read(nextMonth(month)) };
}

async function check(me: Me, asked: Month | null): Promise<Checked> {
  const [at, whole] = await Promise.all([monthToCheck(me, asked), readWholeOrganisation(me.org)]);
  return { ...at, found: completenessOf(whole, at.month) };
}

export function Completeness({ me, month: asked }: { me: Me; month: Month | null }) {
  const [loaded, reload] = useLoaded(() => check(me, asked), `${me.pid} ${asked ?? ''}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { month, cycle, found } = loaded.value;
  return (
    <>
      <OrgNav me={me} page="completeness" />
      <PageHead title="Kiểm tra trước khi mở tháng" lead={opening(month, cycle)}>
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'completeness', month: to })} />
      </PageHead>
      <div class="stack" style={{ '--gap': '32px' }}>
        <Summary month={month} cycle={cycle} found={found} />
        {found.gaps.length > 0 && <GapTable me={me} month={month} gaps={found.gaps} onDone={reload} />}
        {found.asides.length > 0 && <AsideTable month={month} asides={found.asides} />}
        <Beside found={found} />
      </div>
    </>
  );
}

function opening(month: Month, cycle: Cycle | null): string {
  const day = firstDay(month);
  if (!isBlocked(cycle)) return `Tháng ${formatMonth(month)} đã mở`;
  if (cycle || today() >= day) return `Tháng ${formatMonth(month)} chưa mở`;
  return `Tháng ${formatMonth(month)} mở lúc 0 giờ ngày ${formatDate(day)}, ${remaining(today(), day)}`;
}

function Summary({ month, cycle, found }: { month: Month; cycle: Cycle | null; found: Found }) {
  const { gaps, resolved } = found;
  if (gaps.length === 0) {
    return (
      <Notice tone="good">
        <p>
          Không thiếu ai: {resolved} người đều có người đánh giá và người quyết định xếp loại.
          {isBlocked(cycle) ? ' Tháng mở được.' : ''}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="attention">
      <p class="strong">
        Còn {gaps.length} người thiếu người đánh giá hoặc người quyết định xếp loại; {resolved} người đã đủ.
      </p>
      <p>
        {isBlocked(cycle)
          ? `Tháng ${formatMonth(month)} không mở khi còn ai trong danh sách này. Sửa hồ sơ, hoặc gác lại từng người và nêu lý do; ${cycle ? 'hết danh sách thì tháng tự mở.' : 'danh sách được tính lại ngay.'}`
          : `Tháng ${formatMonth(month)} đã mở theo danh sách lúc đó; đây là tình trạng theo hồ sơ hiện nay.`}
      </p>
    </Notice>
  );
}

function Beside({ found }: { found: Found }) {
  const { outside, unread } = found;
  if (outside.length === 0 && unread.length === 0) return null;
  return (
    <section class="stack narrow" aria-labelledby="beside">
      <h2 id="beside">Những việc không cản trở</h2>
      <ul class="stack">
        {unread.map((block) => (
          <li key={block}>
            {blockLabels[block]}: chưa có người đứng đầu đơn vị tổng hợp, nên chưa ai đọc bản tổng hợp ngày
            28.
          </li>
        ))}
        {outside.length > 0 && (
          <li>
            Do cấp trên quyết định, không có phiếu đánh giá ở đây: {outside.join(', ')} ({outside.length}{' '}
            người).
          </li>
        )}
      </ul>
    </section>
  );
}
