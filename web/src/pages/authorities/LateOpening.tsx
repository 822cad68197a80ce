// Who has no sheet in an open month (set aside at the opening, or come since) gets one by the same act as a correction.
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { UnitEdges } from '../../data/edges.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { readOrganisationNow } from '../../data/organisation.ts';
import { today } from '../../now.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { PersonPicker } from '../../parts/PersonPicker.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import type { Correction } from './EdgeTree.tsx';
import { pickablesOf } from './pickables.ts';

export function LateOpening(props: Correction & { units: readonly UnitEdges[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="with-note" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Mở phiếu cho người chưa có phiếu trong tháng {formatMonth(props.month)}</summary>
      {isOpen && <Picking {...props} />}
    </details>
  );
}

function Picking({ units, ...correction }: Correction & { units: readonly UnitEdges[] }) {
  const [loaded, reload] = useLoaded(() => readOrganisationNow(correction.me.org), correction.me.org);
  const [picked, setPicked] = useState<string | null>(null);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const known = new Set(units.flatMap(({ edges }) => edges.map(({ id }) => id)));
  const people = pickablesOf(loaded.value, today()).filter(({ id }) => !known.has(id));
  const subject = people.find(({ id }) => id === picked);
  return (
    <div class="stack narrow">
      <PersonPicker
        id="late"
        label="Người chưa có phiếu"
        hint="Người được gác lại khi mở tháng, hoặc mới về trong tháng"
        people={people}
        value={picked}
        onChange={setPicked}
      />
      {subject && (
        <CorrectionForm
          key={subject.id}
          {...correction}
          subject={subject}
          current={null}
          onClose={() => setPicked(null)}
        />
      )}
    </div>
  );
}
