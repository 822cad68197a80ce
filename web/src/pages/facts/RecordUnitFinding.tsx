// A sign seen at a unit, recorded from outside its line: by the inspection committee, or the aggregator of the block (domain.md section 2).
import { useState } from 'preact/hooks';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import { listDocuments } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import type { Me } from '../../session.ts';
import { NewUnitFinding } from '../unitMonth/NewUnitFinding.tsx';

/** One read per unit, when the form is opened. */
async function readUnits(me: Me, { inspects, aggregates }: Member): Promise<UnitAuthorities[]> {
  const month = thisMonth();
  const found = inspects
    ? [await listDocuments<UnitAuthorities>(me.org, 'authorities', { month })]
    : await Promise.all(
        aggregates.map((block) => listDocuments<UnitAuthorities>(me.org, 'authorities', { block, month })),
      );
  return found
    .flat()
    .map(({ data }) => data)
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi'));
}

export function RecordUnitFinding({ me, member }: { me: Me; member: Member }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section class="stack" aria-labelledby="facts-unit-findings">
      <h2 id="facts-unit-findings">Dấu hiệu, biểu hiện của đơn vị</h2>
      {isDone && (
        <Notice tone="good" role="status">
          <p>Đã ghi. Người quyết định xếp loại đơn vị sẽ xác nhận hoặc bác bỏ.</p>
        </Notice>
      )}
      {isOpen ? (
        <OfUnit
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
            Ghi dấu hiệu của đơn vị
          </button>
        </p>
      )}
    </section>
  );
}

function OfUnit({ me, member, onEnd }: { me: Me; member: Member; onEnd: (done: boolean) => void }) {
  const [loaded, reload] = useLoaded(() => readUnits(me, member), me.pid);
  const [unit, setUnit] = useState('');
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const at = loaded.value.find((one) => one.unit === unit);
  return (
    <div class="stack narrow">
      <Select
        id="unitFinding.unit"
        label="Đơn vị"
        value={unit}
        options={loaded.value.map((one) => ({ value: one.unit, label: one.unitName }))}
        onChange={setUnit}
      />
      {at && (
        <UnitOfCodes.Provider value={at.unit}>
          <NewUnitFinding
            key={at.unit}
            me={me}
            unit={at.unit}
            name={at.unitName}
            month={at.month}
            as={member.inspects ? 'inspection' : 'aggregator'}
            onDone={() => onEnd(true)}
            onCancel={() => onEnd(false)}
          />
        </UnitOfCodes.Provider>
      )}
    </div>
  );
}
