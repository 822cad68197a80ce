// A plan as it was filed, and what a filing changed, in words.
import { planChangeText, type Plan, type PlanChange } from '../../../functions/src/domain/plan.ts';
import { idsOf } from '../data/entries.ts';
import { showDate } from './parse.ts';

export function PlanTasks({ tasks, due }: Plan) {
  return (
    <ol>
      {idsOf(tasks).map((id) => (
        <li key={id}>
          {tasks[id]}
          {due[id] && <span class="soft"> (hạn {showDate(due[id])})</span>}
        </li>
      ))}
    </ol>
  );
}

export function ChangeLines({ changes }: { changes: readonly PlanChange[] }) {
  return (
    <ul>
      {changes.map((change, i) => (
        <li key={i}>{planChangeText(change)}</li>
      ))}
    </ul>
  );
}
