// What the unit handed in for the month, to be read beside its rating.
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { idsOf } from '../../data/entries.ts';
import { showDate } from '../../parts/parse.ts';
import { LateMark, State } from '../../parts/State.tsx';

export function UnitFiled({ sheet }: { sheet: UnitSheet | null }) {
  if (!sheet) return <p class="soft">Kế hoạch và báo cáo của đơn vị do người quyết định xem trực tiếp.</p>;
  const tasks = idsOf(sheet.tasks);
  return (
    <div class="stack">
      <p class="row">
        {sheet.state === 'submitted' ? (
          <State tone="filed" icon="sent">
            Đã nộp kế hoạch và báo cáo
          </State>
        ) : (
          <State tone="todo" icon="circle">
            Chưa nộp kế hoạch và báo cáo
          </State>
        )}
        {sheet.late && <LateMark />}
      </p>
      {sheet.state === 'submitted' && (
        <>
          {tasks.length > 0 && (
            <ol class="stack small">
              {tasks.map((id) => (
                <li key={id}>
                  {sheet.tasks[id]}
                  {sheet.taskDue[id] && <span class="soft"> · hạn {showDate(sheet.taskDue[id])}</span>}
                  {sheet.taskResult[id] && <p class="soft pre">{sheet.taskResult[id]}</p>}
                </li>
              ))}
            </ol>
          )}
          <p class="pre">{sheet.report}</p>
          {sheet.backlog && (
            <dl class="words">
              <dt>Việc tồn đọng, kéo dài</dt>
              <dd>{sheet.backlog}</dd>
            </dl>
          )}
        </>
      )}
    </div>
  );
}
