// Failed reviews and delays of each task, from which quality and timeliness follow (Nghị định 335/2025/NĐ-CP, Mẫu số 01).
import { kpiOfTasks } from '../../../functions/src/domain/kpi.ts';
import { taskStateLabels } from '../../../functions/src/domain/labels.ts';
import type { Points } from '../../../functions/src/domain/scoringPoints.ts';
import type { TaskState } from '../../../functions/src/domain/words.ts';
import { idsOf } from '../data/entries.ts';
import { CountField } from './numberFields.tsx';

export interface Work {
  tasks: Readonly<Record<string, string>>;
  states: Readonly<Record<string, TaskState>>;
}

export const proposedOf = ({ tasks, states }: Work, points: Points) => kpiOfTasks(tasks, states, points);

export function KpiTasks(props: {
  id: string;
  work: Work;
  points: Points;
  onCount: (code: string, count: number | null) => void;
}) {
  const { id, work, points, onCount } = props;
  const done = idsOf(work.tasks).filter((task) => ['done', 'late'].includes(work.states[task] ?? ''));
  if (done.length === 0) return <p class="soft">Chưa có nhiệm vụ nào hoàn thành trong tháng.</p>;
  return (
    <details>
      <summary>Số lần không đạt, chậm của từng nhiệm vụ</summary>
      <table class="as-list">
        <caption class="hidden-visually">Số lần không đạt, chậm của từng nhiệm vụ</caption>
        <thead>
          <tr>
            <th scope="col">Nhiệm vụ đã hoàn thành</th>
            <th scope="col">Lần không đạt</th>
            <th scope="col">Lần chậm</th>
          </tr>
        </thead>
        <tbody>
          {done.map((task) => (
            <tr key={task}>
              <td>
                {work.tasks[task]}
                {work.states[task] === 'late' && <span class="soft"> ({taskStateLabels.late})</span>}
              </td>
              {(['q', 't'] as const).map((kind) => {
                const code = `${task}${kind}`;
                const label = kind === 'q' ? 'Lần không đạt' : 'Lần chậm';
                return (
                  <td key={kind} data-label={label}>
                    <CountField
                      id={`${id}.${code}`}
                      quiet
                      label={`${label}: ${work.tasks[task] ?? ''}`}
                      value={points[code] ?? (kind === 't' && work.states[task] === 'late' ? 1 : 0)}
                      onInput={(count) => onCount(code, count === 0 ? null : count)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
