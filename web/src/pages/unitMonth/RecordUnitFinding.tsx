// The form for a finding of a unit, once the month is known to take it.
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { readDocument } from '../../data/firestore.ts';
import { countsLater, takesFacts } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { NewUnitFinding } from './NewUnitFinding.tsx';
import type { UnitBeside } from './readUnits.ts';

interface Props {
  me: Me;
  rating: UnitBeside['rating'];
  as: 'decider' | 'evaluator';
  onDone: () => void;
  onCancel: () => void;
}

/** The month is read when the form is opened: one that is over takes nothing once another has opened. */
export function RecordUnitFinding({ rating: { unit, unitName, month }, ...props }: Props) {
  const [cycle, reload] = useLoaded(() => readDocument<Cycle>(props.me.org, 'cycles', month), month);
  if (cycle.at === 'loading') return <Loading />;
  if (cycle.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (!takesFacts(cycle.value))
    return (
      <Notice>
        <p>Tháng {formatMonth(month)} đã kết thúc; biểu hiện mới được ghi vào tháng đang mở.</p>
      </Notice>
    );
  return (
    <NewUnitFinding {...props} unit={unit} name={unitName} month={month} later={countsLater(cycle.value)} />
  );
}
