// What a unit's plan of the year still lacks before it is filed, the first time or again (S3 3.1).
import { formatDate } from '../../../functions/src/domain/civilDate.ts';
import { sizes } from '../../../functions/src/schema/sizes.ts';
import type { UnitPlan } from '../../../functions/src/schema/unitPlan.ts';
import type { Fault } from '../parts/ErrorSummary.tsx';
import { idsOf } from './entries.ts';

export type UnitPlanDraft = Pick<UnitPlan, 'goals' | 'tasks' | 'taskDue' | 'changeNote'>;

/** As the rules ask of a plan that was filed before. */
export const leastChangeNote = 10;

export function checkUnitPlan(
  draft: UnitPlanDraft,
  { year, filedAt }: Pick<UnitPlan, 'year' | 'filedAt'>,
): Fault[] {
  const { tasks, taskDue, changeNote } = draft;
  const ids = idsOf(tasks);
  const faults: Fault[] = [];
  const add = (isFault: boolean, id: string, text: string) => void (isFault && faults.push({ id, text }));
  add(ids.length === 0, 'tasks', `Nhập ít nhất một nhiệm vụ trong năm ${year}`);
  ids.forEach((id, i) => {
    const due = taskDue[id];
    add((tasks[id] ?? '').trim() === '', `tasks.${id}`, `Nhập tên nhiệm vụ số ${i + 1}`);
    const [first, last] = [formatDate(`${year}-01-01`), formatDate(`${year}-12-31`)];
    const isElsewhere = due !== undefined && !due.startsWith(`${year}-`);
    add(isElsewhere, `taskDue.${id}`, `Chọn hạn của nhiệm vụ số ${i + 1} từ ${first} đến ${last}`);
  });
  const over = Object.values(tasks).join('').length - sizes.taskMap;
  add(over > 0, 'tasks', `Rút gọn các nhiệm vụ: tất cả dài quá ${over} ký tự`);
  const isUnexplained = filedAt !== null && changeNote.trim().length < leastChangeNote;
  add(isUnexplained, 'changeNote', `Nêu lý do thay đổi kế hoạch, ít nhất ${leastChangeNote} ký tự`);
  return faults;
}
