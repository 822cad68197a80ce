// The unit's plan and report of a month as they were filed: tasks with results, report, backlog, plan of the next month.
import { formatMonth, nextMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { idsOf } from '../../data/entries.ts';
import { showDate } from '../../parts/parse.ts';
import { PlanTasks } from '../../parts/PlanLines.tsx';

/** `level` of its headings, which follow on those of the page around it. */
export function UnitReport({ sheet, level: H }: { sheet: UnitSheet; level: 'h3' | 'h4' }) {
  const tasks = idsOf(sheet.tasks);
  return (
    <div class="stack">
      {tasks.length > 0 && (
        <>
          <H>Nhiệm vụ trong tháng</H>
          <ol class="stack small">
            {tasks.map((id) => (
              <li key={id}>
                {sheet.tasks[id]}
                {sheet.taskDue[id] && <span class="soft"> (hạn {showDate(sheet.taskDue[id])})</span>}
                {sheet.taskResult[id] && <p class="soft pre">{sheet.taskResult[id]}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
      <H>Báo cáo kết quả thực hiện</H>
      <p class="pre">{sheet.report}</p>
      {sheet.backlog && (
        <>
          <H>Việc tồn đọng, kéo dài</H>
          <p class="pre">{sheet.backlog}</p>
        </>
      )}
      <H>Kế hoạch tháng {formatMonth(nextMonth(sheet.month))}</H>
      <div class="small">
        <PlanTasks tasks={sheet.nextTasks} due={sheet.nextDue} />
      </div>
    </div>
  );
}
