// Ai đánh giá ai: the tree with every edge, its row and clause; live from people and units, or as frozen for a month.
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { CivilDate, Month } from '../../../../functions/src/domain/words.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { thisMonth, today } from '../../now.ts';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { keepsPeople } from '../../parts/orgPlaces.ts';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { EdgeTree } from './EdgeTree.tsx';
import { LateOpening } from './LateOpening.tsx';
import { readFrozen, readLive } from './readEdges.ts';

export function Authorities({ me, month: asked }: { me: Me; month: Month | null }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  const isClerk = member !== null && keepsPeople(member);
  if (!member || !(isClerk || member.inspects || member.aggregates.length > 0)) {
    return (
      <>
        <PageHead title="Ai đánh giá ai" />
        <Notice>
          <p>
            Trang này dành cho người phụ trách nhân sự, quản trị, kiểm tra và tổng hợp. Thẩm quyền đối với
            phiếu của chính mình xem tại{' '}
            <a href={hrefOf({ page: 'readers', month: null })}>Ai xem được gì của tôi</a>.
          </p>
        </Notice>
      </>
    );
  }
  const month = asked ?? (isClerk ? null : thisMonth());
  return (
    <>
      <OrgNav me={me} page="authorities" />
      {month ? (
        <Frozen
          key={month}
          me={me}
          month={month}
          isClerk={isClerk}
          blocks={isClerk || member.inspects ? null : member.aggregates}
          advises={member.aggregates}
        />
      ) : (
        <Live me={me} />
      )}
    </>
  );
}

function Live({ me }: { me: Me }) {
  const [day, setDay] = useState<CivilDate>(today());
  const [loaded, reload] = useLoaded(() => readLive(me, day), `${me.pid} ${day}`);
  return (
    <>
      <PageHead title="Ai đánh giá ai" lead="Theo hồ sơ nhân sự, tính cho ngày đang chọn">
        <p>
          <a class="button" href={hrefOf({ page: 'authorities', month: thisMonth() })}>
            Xem tháng {formatMonth(thisMonth())} đã chốt
          </a>
        </p>
      </PageHead>
      <div class="stack" style={{ '--gap': '24px' }}>
        <DateField
          id="day"
          label="Tính cho ngày"
          month={day.slice(0, 7)}
          value={day}
          onInput={(picked) => picked && setDay(picked)}
        />
        {loaded.at === 'loading' && <Loading />}
        {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
        {loaded.at === 'there' && <EdgeTree {...loaded.value} correction={null} advice={null} />}
      </div>
    </>
  );
}

function Frozen(props: {
  me: Me;
  month: Month;
  isClerk: boolean;
  blocks: readonly string[] | null;
  advises: readonly string[];
}) {
  const { me, month, isClerk, blocks, advises } = props;
  const [loaded, reload] = useLoaded(() => readFrozen(me, month, blocks), `${me.pid} ${month}`);
  return (
    <>
      <PageHead
        title="Ai đánh giá ai"
        lead={`Đã chốt khi mở tháng ${formatMonth(month)}, cùng những lần sửa sau đó`}
      >
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'authorities', month: to })} />
      </PageHead>
      <div class="stack" style={{ '--gap': '24px' }}>
        {isClerk && (
          <p>
            <a href={hrefOf({ page: 'authorities', month: null })}>Xem theo hồ sơ hiện nay</a>
          </p>
        )}
        {loaded.at === 'loading' && <Loading />}
        {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
        {loaded.at === 'there' &&
          (loaded.value.units.length === 0 ? (
            <Notice>
              <p>Tháng {formatMonth(month)} chưa mở. Thẩm quyền được chốt lúc 0 giờ ngày đầu tháng.</p>
            </Notice>
          ) : (
            <>
              <EdgeTree
                {...loaded.value}
                correction={isClerk ? { me, month, onDone: reload } : null}
                advice={advises.length > 0 ? { me, month, blocks: advises } : null}
              />
              {isClerk && <LateOpening me={me} month={month} units={loaded.value.units} onDone={reload} />}
            </>
          ))}
      </div>
    </>
  );
}
