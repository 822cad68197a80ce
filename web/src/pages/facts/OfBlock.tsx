// The aggregator of a block finds a person through the unit, or the unit itself.
import { useState } from 'preact/hooks';
import type { Block } from '../../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import { listDocuments } from '../../data/firestore.ts';
import { monthToRecord } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';
import { LimitationOf, type Chosen, type LimitationChoice } from './LimitationOf.tsx';

/** One read per unit of the block, when the form is opened. */
async function readUnits(me: Me, blocks: readonly Block[]): Promise<UnitAuthorities[]> {
  const month = await monthToRecord(me.org);
  const found = await Promise.all(
    blocks.map((block) => listDocuments<UnitAuthorities>(me.org, 'authorities', { block, month })),
  );
  return found
    .flat()
    .map(({ data }) => data)
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi'));
}

/** What stands for the unit itself among its people. */
const theUnit = '(unit)';

export function OfBlock(props: LimitationChoice) {
  const { me, blocks } = props;
  const [loaded, reload] = useLoaded(() => readUnits(me, blocks), blocks.join(' '));
  const [unit, setUnit] = useState('');
  const [person, setPerson] = useState('');
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const at = loaded.value.find((one) => one.unit === unit);
  const people = Object.entries(at?.rows ?? {})
    .filter(([id]) => id !== me.pid)
    .map(([value, { name, post }]) => ({ value, label: `${name}, ${post}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  const chosen: Chosen | undefined =
    !at || person === ''
      ? undefined
      : person === theUnit
        ? { about: 'unit', subject: at.unit, name: at.unitName, month: at.month }
        : { about: 'person', subject: person, name: at.rows[person]?.name ?? '', month: at.month };
  return (
    <div class="stack narrow">
      <Select
        id="limitation.unit"
        label="Đơn vị"
        value={unit}
        options={loaded.value.map((one) => ({ value: one.unit, label: one.unitName }))}
        onChange={(to) => {
          setUnit(to);
          setPerson('');
        }}
      />
      {at && (
        <Select
          id="limitation.subject"
          label="Của tập thể hoặc cá nhân"
          value={person}
          options={[{ value: theUnit, label: `Tập thể ${at.unitName}` }, ...people]}
          onChange={setPerson}
        />
      )}
      <LimitationOf {...props} chosen={chosen} as="aggregator" />
    </div>
  );
}
