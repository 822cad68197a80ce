// What a unit's plan and report still lack before they go up (S3 3.1).
import type { UnitSheet } from '../../../functions/src/schema/unit.ts';
import type { Fault } from '../parts/ErrorSummary.tsx';
import { idsOf } from './entries.ts';

export type UnitDraft = Pick<
  UnitSheet,
  'tasks' | 'taskDue' | 'taskResult' | 'report' | 'backlog' | 'nextTasks' | 'nextDue'
>;

const isBlank = (text: string | undefined) => (text ?? '').trim() === '';

export function checkUnitSheet(draft: UnitDraft): Fault[] {
  const faults: Fault[] = [];
  const add = (isMissing: boolean, id: string, text: string) => void (isMissing && faults.push({ id, text }));
  idsOf(draft.tasks).forEach((id, i) => {
    add(isBlank(draft.tasks[id]), `tasks.${id}`, `Nhập tên nhiệm vụ số ${i + 1}`);
    add(isBlank(draft.taskResult[id]), `taskResult.${id}`, `Nhập kết quả nhiệm vụ số ${i + 1}`);
  });
  add(isBlank(draft.report), 'report', 'Nhập báo cáo kết quả thực hiện của đơn vị');
  const next = idsOf(draft.nextTasks);
  add(next.length === 0, 'nextTasks', 'Nhập ít nhất một nhiệm vụ trong kế hoạch tháng sau');
  next.forEach((id, i) =>
    add(
      isBlank(draft.nextTasks[id]),
      `nextTasks.${id}`,
      `Nhập nội dung nhiệm vụ số ${i + 1} của kế hoạch tháng sau`,
    ),
  );
  return faults;
}
