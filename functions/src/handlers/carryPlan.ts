// A plan that comes late reaches the month that opened without it, as long as nobody has written there: else the next filing would tell of tasks removed that nobody took out.
import { nextMonth } from '../domain/civilDate.ts';
import { sheetRef, unitSheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitSheet } from '../schema/unit.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

/** Filed after the next month had opened, or filed again after a return; nothing where there is no such month yet. */
export async function carryPlan(documents: Documents, org: string, filed: Sheet): Promise<void> {
  const { person, month, nextTasks: tasks, nextDue: taskDue } = filed;
  await converge(documents, sheetRef(org, person, nextMonth(month)), ({ data }) =>
    data.rev === 0 ? { tasks, taskDue, taskKind: allPlanned(tasks) } : null,
  );
}

export async function carryUnitPlan(documents: Documents, org: string, filed: UnitSheet): Promise<void> {
  const { unit, month, nextTasks: tasks, nextDue: taskDue } = filed;
  await converge(documents, unitSheetRef(org, unit, nextMonth(month)), ({ data }) =>
    data.rev === 0 ? { tasks, taskDue } : null,
  );
}

export const allPlanned = (tasks: Sheet['tasks']): Sheet['taskKind'] =>
  Object.fromEntries(Object.keys(tasks).map((id) => [id, 'planned' as const]));
