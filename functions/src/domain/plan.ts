// What became of a filed plan: tasks taken out of it, given another date or other words, and what a later filing of it added (domain.md section 7, S3 3.1).
import { formatDate } from './civilDate.ts';
import type { CivilDate } from './words.ts';

/** Tasks by id, with the day until which each is to be done where one was given. */
export interface Plan {
  tasks: Readonly<Record<string, string>>;
  due: Readonly<Record<string, CivilDate>>;
}

export const planChangeKinds = ['removed', 'redated', 'reworded', 'added', 'goals'] as const;
export type PlanChangeKind = (typeof planChangeKinds)[number];

export interface PlanChange {
  kind: PlanChangeKind;
  /** As planned, or as added, cut to a line; empty of the goals, which stand in the version. */
  task: string;
  /** Dates of one that was redated, the date of one that was added, the new words of one that was reworded; empty where there was none. */
  before: string;
  after: string;
}

const line = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Tasks as they were reported, those that came unplanned among them. */
export interface Reported extends Plan {
  kind: Readonly<Record<string, 'planned' | 'unplanned'>>;
}

/** Tasks as a sheet keeps them. */
interface PlannedTasks {
  tasks: Plan['tasks'];
  taskKind: Reported['kind'];
}

/** True iff something of it was planned; what only came up (đột xuất, phát sinh) makes no plan (S3 II.3.1). */
export const isPlanned = ({ tasks, taskKind }: PlannedTasks): boolean =>
  Object.entries(tasks).some(([id, text]) => taskKind[id] !== 'unplanned' && plain(text) !== '');

/** In the order of the plan; what came unplanned is no change of it, and takes no planned task's place by its number. */
export function planChanges(planned: Plan, reported: Reported): PlanChange[] {
  return Object.entries(planned.tasks).flatMap(([id, text]): PlanChange[] => {
    const task = line(plain(text));
    const now = reported.kind[id] === 'unplanned' ? undefined : reported.tasks[id];
    if (now === undefined || plain(now) === '') return [{ kind: 'removed', task, before: '', after: '' }];
    const [due = '', nowDue = ''] = [planned.due[id], reported.due[id]];
    return [
      ...(plain(now) === plain(text)
        ? []
        : [{ kind: 'reworded' as const, task, before: '', after: line(plain(now)) }]),
      ...(due === nowDue ? [] : [{ kind: 'redated' as const, task, before: due, after: nowDue }]),
    ];
  });
}

/** A plan of a whole year, filed again when things arise (S3 3.1). */
export interface YearPlan extends Plan {
  goals: string;
}

/** One filing against the one before: here a task that came since is a change of the plan. */
export function yearPlanChanges(before: YearPlan, now: YearPlan): PlanChange[] {
  const isNew = (id: string) => plain(before.tasks[id] ?? '') === '';
  const planned = Object.fromEntries(Object.entries(before.tasks).filter(([id]) => !isNew(id)));
  const added = Object.entries(now.tasks).flatMap(([id, text]): PlanChange[] =>
    isNew(id) && plain(text) !== ''
      ? [{ kind: 'added', task: line(plain(text)), before: '', after: now.due[id] ?? '' }]
      : [],
  );
  return [
    ...(plain(before.goals) === plain(now.goals)
      ? []
      : [{ kind: 'goals' as const, task: '', before: '', after: '' }]),
    ...planChanges({ tasks: planned, due: before.due }, { ...now, kind: {} }),
    ...added,
  ];
}

const day = (date: string) => (date === '' ? 'không ghi hạn' : formatDate(date));

/** One change in words, as evaluators and inspectors read it. */
export function planChangeText({ kind, task, before, after }: PlanChange): string {
  if (kind === 'removed') return `Bỏ: ${task}`;
  if (kind === 'redated') return `Đổi hạn: ${task} (${day(before)} → ${day(after)})`;
  if (kind === 'added') return `Thêm: ${task} (${after === '' ? '' : 'hạn '}${day(after)})`;
  if (kind === 'goals') return 'Sửa mục tiêu, chỉ tiêu';
  return `Sửa nội dung: ${task} → ${after}`;
}
