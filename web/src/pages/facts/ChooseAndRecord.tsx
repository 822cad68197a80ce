// Which unit, and of it whom or all of it: then the form for a sign seen from outside their line (domain.md section 2).
import { useState } from 'preact/hooks';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import { compareNames } from '../../data/queue.ts';
import { Select } from '../../parts/Select.tsx';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import type { Me } from '../../session.ts';
import { NewFinding } from '../judge/NewFinding.tsx';
import { NewUnitFinding } from '../unitMonth/NewUnitFinding.tsx';

interface Props {
  me: Me;
  units: readonly UnitAuthorities[];
  as: 'inspection' | 'supervision' | 'aggregator';
  /** Where it counts in a later month than the one it is recorded in. */
  later: Month | null;
  onEnd: (isDone: boolean) => void;
}

export function ChooseAndRecord({ me, units, as, later, onEnd }: Props) {
  const [unit, setUnit] = useState('');
  const [person, setPerson] = useState('');
  const at = units.find((one) => one.unit === unit);
  const ends = { onDone: () => onEnd(true), onCancel: () => onEnd(false) };
  return (
    <>
      <Select
        id="unitFinding.unit"
        label="Đơn vị"
        value={unit}
        options={units.map((one) => ({ value: one.unit, label: one.unitName }))}
        onChange={(value) => {
          setUnit(value);
          setPerson('');
        }}
      />
      {at && (
        <>
          <Select
            id="unitFinding.person"
            label="Của ai"
            value={person}
            none="Cả đơn vị"
            options={peopleOf(at, me.pid)}
            onChange={setPerson}
          />
          <UnitOfCodes.Provider value={at.unit}>
            <Form key={`${at.unit} ${person}`} {...{ me, at, person, as, later }} {...ends} />
          </UnitOfCodes.Provider>
        </>
      )}
    </>
  );
}

/** Nobody records about themselves here: that is done on one's own sheet. */
const peopleOf = ({ rows }: UnitAuthorities, me: string) =>
  Object.entries(rows)
    .filter(([id]) => id !== me)
    .map(([value, { name, post }]) => ({ value, label: `${name}, ${post}`, name }))
    .sort((a, b) => compareNames(a.name, b.name));

function Form(props: {
  me: Me;
  at: UnitAuthorities;
  person: string;
  as: Props['as'];
  later: Month | null;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { at, person, ...common } = props;
  const { unit, unitName, block, month, rows } = at;
  const row = rows[person];
  if (row) {
    const { name: personName, evaluator, decider } = row;
    return <NewFinding {...common} of={{ person, personName, unit, block, month, evaluator, decider }} />;
  }
  if (Object.values(rows).some(({ head }) => head === common.me.pid))
    return <p class="hint">Đơn vị do mình đứng đầu thì người có thẩm quyền cấp trên ghi.</p>;
  return <NewUnitFinding {...common} unit={unit} name={unitName} month={month} />;
}
