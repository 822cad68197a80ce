// A sign seen at a unit or at one of its people, recorded from outside their line: by the inspection committee, or the aggregator of the block (domain.md section 2).
import { useState } from 'preact/hooks';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import type { StoredUnitFinding } from '../../../../functions/src/schema/unitFinding.ts';
import { listDocuments } from '../../data/firestore.ts';
import { countsLater, cycleToRecord } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { ChooseAndRecord } from './ChooseAndRecord.tsx';
import { ofOthers } from './ofOthers.ts';
import { RecordedByMe, type Recorded } from './RecordedByMe.tsx';

interface Recordable extends Recorded {
  /** In which it is recorded, as the rules have it; null where no month has opened yet. */
  cycle: Cycle | null;
}

/** One read per unit, when the form is opened. */
async function readRecordable(me: Me, { inspects, aggregates }: Member): Promise<Recordable> {
  const cycle = await cycleToRecord(me.org);
  const month = cycle?.month ?? thisMonth();
  const reading = listDocuments<Finding>(me.org, 'findings', { author: me.pid, month });
  const readingAtUnits = listDocuments<StoredUnitFinding>(me.org, 'unitFindings', { author: me.pid, month });
  const found = inspects
    ? [await listDocuments<UnitAuthorities>(me.org, 'authorities', { month })]
    : await Promise.all(
        aggregates.map((block) => listDocuments<UnitAuthorities>(me.org, 'authorities', { block, month })),
      );
  const units = found
    .flat()
    .map(({ data }) => data)
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi'));
  const [recorded, atUnits] = await Promise.all([reading, readingAtUnits]);
  return { units, mine: ofOthers(recorded, me.pid), atUnits, month, cycle };
}

export function RecordFinding({ me, member }: { me: Me; member: Member }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section class="stack" aria-labelledby="facts-findings">
      <h2 id="facts-findings">Dấu hiệu, biểu hiện của đơn vị, cá nhân</h2>
      {isDone && (
        <Notice tone="good" role="status">
          <p>Đã ghi. Người có thẩm quyền đánh giá sẽ xác nhận hoặc bác bỏ.</p>
        </Notice>
      )}
      {isOpen ? (
        <OfSomebody
          me={me}
          member={member}
          onEnd={(done) => {
            setOpen(false);
            setDone(done);
          }}
        />
      ) : (
        <p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            Ghi dấu hiệu của đơn vị, cá nhân
          </button>
        </p>
      )}
    </section>
  );
}

interface Props {
  me: Me;
  member: Member;
  onEnd: (isDone: boolean) => void;
}

function OfSomebody({ me, member, onEnd }: Props) {
  const [loaded, reload] = useLoaded(() => readRecordable(me, member), me.pid);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { cycle, ...recorded } = loaded.value;
  if (!cycle)
    return (
      <div class="stack narrow">
        <p>Chưa có tháng nào mở; dấu hiệu ghi được từ khi mở tháng đầu tiên.</p>
        <p>
          <button type="button" class="link" onClick={() => onEnd(false)}>
            Đóng
          </button>
        </p>
      </div>
    );
  return (
    <div class="stack narrow">
      <RecordedByMe me={me} {...recorded} />
      <ChooseAndRecord
        me={me}
        units={recorded.units}
        as={member.inspects ? 'inspection' : 'aggregator'}
        later={countsLater(cycle)}
        onEnd={onEnd}
      />
    </div>
  );
}
