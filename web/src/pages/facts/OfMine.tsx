// Whoever evaluates or decides chooses among their own people, and the units whose head they decide.
import { useState } from 'preact/hooks';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { listDocuments } from '../../data/firestore.ts';
import { monthToRecord } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';
import { LimitationOf, type Chosen, type LimitationChoice } from './LimitationOf.tsx';

/** Units whose head I decide, then people whom I evaluate or decide; read when the form is opened. */
async function readJudged(me: Me): Promise<(Chosen & { label: string })[]> {
  const month = await monthToRecord(me.org);
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
        ...{ about: 'unit' as const, subject: unit, name: unitName, month, label: `Tập thể ${unitName}` },
      }))
      .sort(byLabel),
    ...[...sheets.values()]
      .map(({ person, personName, post, unitName }) => ({
        ...{ about: 'person' as const, subject: person, name: personName, month },
        label: `${personName}, ${post}, ${unitName}`,
      }))
      .sort(byLabel),
  ];
}

export function OfMine(props: LimitationChoice) {
  const [loaded, reload] = useLoaded(() => readJudged(props.me), props.me.pid);
  const [id, setId] = useState('');
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const idOf = ({ about, subject }: Chosen) => `${about} ${subject}`;
  const found = loaded.value.find((one) => idOf(one) === id);
  const chosen = found && {
    about: found.about,
    subject: found.subject,
    name: found.name,
    month: found.month,
  };
  return (
    <div class="stack narrow">
      <Select
        id="limitation.subject"
        label="Của tập thể hoặc cá nhân"
        value={id}
        options={loaded.value.map((one) => ({ value: idOf(one), label: one.label }))}
        onChange={setId}
      />
      <LimitationOf {...props} chosen={chosen} as="authority" />
    </div>
  );
}
