// Versions of a month's plan, read when somebody wants to see them: what was filed, and what became of it (S3 3.1).
import { useState } from 'preact/hooks';
import { formatMoment, formatMonth } from '../../../functions/src/domain/civilDate.ts';
import { planChangeText } from '../../../functions/src/domain/plan.ts';
import { personMonthId, plansPath } from '../../../functions/src/schema/paths.ts';
import type { PlanVersion } from '../../../functions/src/schema/plan.ts';
import { idsOf } from '../data/entries.ts';
import { listAt, type Row } from '../data/firestore.ts';
import { useLoaded } from '../data/useLoaded.ts';
import { LoadFailed, Loading } from './Page.tsx';
import { showDate } from './parse.ts';

interface Props {
  org: string;
  person: string;
  month: string;
}

export function PlanHistory(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Kế hoạch tháng {formatMonth(props.month)}: các lần nộp</summary>
      {isOpen && <Versions {...props} />}
    </details>
  );
}

const inOrder = (a: Row<PlanVersion>, b: Row<PlanVersion>) => (a.data.filedAt < b.data.filedAt ? -1 : 1);

function Versions({ org, person, month }: Props) {
  const [loaded, reload] = useLoaded(
    () => listAt<PlanVersion>(plansPath(org, personMonthId(person, month))),
    `${person} ${month}`,
  );
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (loaded.value.length === 0)
    return <p class="soft">Chưa có kế hoạch nào được nộp cùng phiếu của tháng trước.</p>;
  return (
    <ol class="plain stack">
      {[...loaded.value].sort(inOrder).map(({ id, data }) => (
        <li key={id}>
          <Version version={data} />
        </li>
      ))}
    </ol>
  );
}

function Version({ version }: { version: PlanVersion }) {
  const { filedWith, filedAt, month, tasks, due, changes } = version;
  const isPlan = filedWith !== month;
  return (
    <section class="entry stack small">
      <h3>
        {isPlan ? 'Kế hoạch' : 'Thực hiện có thay đổi so với kế hoạch'}, nộp {formatMoment(filedAt)}
      </h3>
      {changes.length > 0 ? (
        <ul>
          {changes.map((change) => (
            <li key={planChangeText(change)}>{planChangeText(change)}</li>
          ))}
        </ul>
      ) : (
        <ol>
          {idsOf(tasks).map((id) => (
            <li key={id}>
              {tasks[id]}
              {due[id] && <span class="soft"> (hạn {showDate(due[id])})</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
