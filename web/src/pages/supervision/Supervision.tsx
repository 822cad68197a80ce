// Giám sát: for HĐND and the Front, who record what supervision saw at anyone and follow what came of it (domain.md section 2).
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { countsLater } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { FindingRead } from '../../parts/FindingRead.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { ChooseAndRecord } from '../facts/ChooseAndRecord.tsx';
import { readSupervision, readUnitsOf } from './readSupervision.ts';

const title = 'Giám sát';

export function Supervision({ me, month }: { me: Me; month: Month | null }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  if (!member?.supervises)
    return (
      <>
        <PageHead title={title} />
        <Notice>
          <p>Trang này dành cho người được giao quyền giám sát của HĐND, Mặt trận Tổ quốc.</p>
        </Notice>
      </>
    );
  return <Supervised key={month} me={me} asked={month} />;
}

function Supervised({ me, asked }: { me: Me; asked: Month | null }) {
  const [loaded, reload] = useLoaded(() => readSupervision(me, asked), `${me.pid} ${asked ?? ''}`);
  const [isRecording, setRecording] = useState(false);
  const [isDone, setDone] = useState(false);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { month, seen, cycle } = loaded.value;
  const end = (done: boolean) => {
    setRecording(false);
    setDone(done);
    if (done) reload();
  };
  return (
    <>
      <PageHead
        title={title}
        lead="Ghi dấu hiệu thấy qua giám sát; người có thẩm quyền đánh giá xác nhận hoặc bác bỏ"
      >
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'supervision', month: to })} />
      </PageHead>
      <div class="record">
        {isDone && (
          <Notice tone="good" role="status">
            <p>Đã ghi. Người có thẩm quyền đánh giá sẽ xác nhận hoặc bác bỏ.</p>
          </Notice>
        )}
        {isRecording && cycle ? (
          <Recording me={me} cycle={cycle} onEnd={end} />
        ) : cycle ? (
          <p>
            <button type="button" class="button" onClick={() => setRecording(true)}>
              Ghi dấu hiệu của đơn vị, cá nhân
            </button>
          </p>
        ) : (
          <p>Dấu hiệu mới ghi vào tháng hiện tại.</p>
        )}
        <section class="stack" aria-labelledby="supervision-seen">
          <h2 id="supervision-seen">
            Đã ghi trong tháng {formatMonth(month)}: {seen.length}
          </h2>
          {seen.map(({ id, title: whose, data }) => (
            <div class="entry stack" key={id}>
              <h3>{whose}</h3>
              <FindingRead data={data} />
              <Evidence me={me} of={`${data.subject ? 'findings' : 'unitFindings'}/${id}`} on={data} />
            </div>
          ))}
        </section>
      </div>
    </>
  );
}

function Recording({ me, cycle, onEnd }: { me: Me; cycle: Cycle; onEnd: (isDone: boolean) => void }) {
  const [loaded, reload] = useLoaded(() => readUnitsOf(me, cycle.month), `${me.pid} ${cycle.month}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  return (
    <div class="stack narrow">
      <ChooseAndRecord {...{ me, units: loaded.value, onEnd }} as="supervision" later={countsLater(cycle)} />
    </div>
  );
}
