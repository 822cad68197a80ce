// Recording a limitation of the yearly review: by who judges the person or the unit's head, or by the aggregator of the block (S3 II.3.2).
import { useState } from 'preact/hooks';
import type { About } from '../../../../functions/src/domain/facts.ts';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import type { Block } from '../../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { listDocuments } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';
import { NewLimitation } from './NewLimitation.tsx';

/** One read per unit of the block, when the form is opened. */
async function readUnits(me: Me, blocks: readonly Block[]): Promise<UnitAuthorities[]> {
  const month = thisMonth();
  const found = await Promise.all(
    blocks.map((block) => listDocuments<UnitAuthorities>(me.org, 'authorities', { block, month })),
  );
  return found
    .flat()
    .map(({ data }) => data)
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi'));
}

export function RecordLimitation({ me, blocks }: { me: Me; blocks: readonly Block[] }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section class="stack" aria-labelledby="facts-limitations">
      <h2 id="facts-limitations">{factTitles.limitations}</h2>
      {isDone && (
        <Notice tone="good" role="status">
          <p>Đã ghi. Người được nêu đọc được ngay ở “Tháng của tôi”.</p>
        </Notice>
      )}
      {isOpen ? (
        <Choice
          me={me}
          blocks={blocks}
          onDone={(done) => {
            setOpen(false);
            setDone(done);
          }}
        />
      ) : (
        <p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            Ghi tồn tại, hạn chế sau kiểm điểm
          </button>
        </p>
      )}
    </section>
  );
}

interface ChoiceProps {
  me: Me;
  blocks: readonly Block[];
  onDone: (done: boolean) => void;
}

const Choice = (props: ChoiceProps) =>
  props.blocks.length > 0 ? <OfBlock {...props} /> : <OfMine {...props} />;

interface Chosen {
  about: About;
  subject: string;
  name: string;
}

function Form({
  me,
  chosen,
  as,
  onDone,
}: ChoiceProps & { chosen: Chosen | undefined; as: 'authority' | 'aggregator' }) {
  if (!chosen)
    return (
      <p>
        <button type="button" class="link" onClick={() => onDone(false)}>
          Thôi
        </button>
      </p>
    );
  return (
    <NewLimitation
      key={chosen.subject}
      me={me}
      {...chosen}
      month={thisMonth()}
      as={as}
      onDone={() => onDone(true)}
      onCancel={() => onDone(false)}
    />
  );
}

/** What stands for the unit itself among its people. */
const theUnit = '(unit)';

/** The aggregator finds a person through the unit. */
function OfBlock(props: ChoiceProps) {
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
        ? { about: 'unit', subject: at.unit, name: at.unitName }
        : { about: 'person', subject: person, name: at.rows[person]?.name ?? '' };
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
      <Form {...props} chosen={chosen} as="aggregator" />
    </div>
  );
}

/** Units whose head I decide, then people whom I evaluate or decide; read when the form is opened. */
async function readJudged(me: Me): Promise<(Chosen & { label: string })[]> {
  const month = thisMonth();
  const [units, evaluated, decided] = await Promise.all([
    listDocuments<UnitSheet>(me.org, 'unitSheets', { headDecider: me.pid, month }),
    listDocuments<Sheet>(me.org, 'sheets', { evaluator: me.pid, month }),
    listDocuments<Sheet>(me.org, 'sheets', { decider: me.pid, month }),
  ]);
  const sheets = new Map([...evaluated, ...decided].map(({ data }) => [data.person, data]));
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'vi');
  return [
    ...units
      .map(({ data: { unit, unitName } }) => ({
        ...{ about: 'unit' as const, subject: unit, name: unitName, label: `Tập thể ${unitName}` },
      }))
      .sort(byLabel),
    ...[...sheets.values()]
      .map(({ person, personName, post, unitName }) => ({
        ...{ about: 'person' as const, subject: person, name: personName },
        label: `${personName}, ${post}, ${unitName}`,
      }))
      .sort(byLabel),
  ];
}

function OfMine(props: ChoiceProps) {
  const [loaded, reload] = useLoaded(() => readJudged(props.me), props.me.pid);
  const [id, setId] = useState('');
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const idOf = ({ about, subject }: Chosen) => `${about} ${subject}`;
  const found = loaded.value.find((one) => idOf(one) === id);
  const chosen = found && { about: found.about, subject: found.subject, name: found.name };
  return (
    <div class="stack narrow">
      <Select
        id="limitation.subject"
        label="Của tập thể hoặc cá nhân"
        value={id}
        options={loaded.value.map((one) => ({ value: idOf(one), label: one.label }))}
        onChange={setId}
      />
      <Form {...props} chosen={chosen} as="authority" />
    </div>
  );
}
