// A button that opens the form for a manifestation seen at one's own people, where it may be recorded (domain.md section 2).
import { useState } from 'preact/hooks';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { countsLater } from '../../data/recordingMonth.ts';
import { Icon } from '../../parts/icons.tsx';
import type { Me } from '../../session.ts';
import { NewFinding } from './NewFinding.tsx';

export function RecordHere(props: {
  me: Me;
  sheet: Sheet;
  cycle: Cycle | null;
  label: string;
  onRecorded: () => void;
}) {
  const { me, sheet, cycle, label, onRecorded } = props;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          <Icon name="plus" /> {label}
        </button>
      </p>
    );
  return (
    <NewFinding
      me={me}
      of={sheet}
      as="authority"
      later={countsLater(cycle)}
      onDone={() => {
        setOpen(false);
        onRecorded();
      }}
      onCancel={() => setOpen(false)}
    />
  );
}
