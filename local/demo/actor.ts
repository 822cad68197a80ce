// What a person does with their own month: plan, drafts, filing, remedies, and the unit's sheet where they head one.
import { serverTimestamp } from 'firebase/firestore/lite';
import type { Month } from '../../functions/src/domain/words.ts';
import { personMonthId, unitMonthId, unitPlanId } from '../../functions/src/schema/paths.ts';
import type { PersonScript } from '../sample/april/scripts.ts';
import * as phrases from '../sample/texts/phrases.ts';
import { draftFields, filingFields, planFields } from './sheetFields.ts';
import type { Session } from './session.ts';

/** Every client write is the next version, stamped by the server. */
export const next = (rev: number) => ({ rev: rev + 1, savedAt: serverTimestamp() });

/** Scripts speak of April; another month moves their days. */
type Moved = <T extends object>(fields: T) => T;
const inApril: Moved = (fields) => fields;

export async function savePlan(
  session: Session,
  month: Month,
  script: PersonScript,
  moved = inApril,
): Promise<void> {
  const id = personMonthId(script.person, month);
  const { rev } = await session.get('sheets', id);
  await session.update('sheets', id, { ...moved(planFields(script)), ...next(rev) });
}

export async function saveDraft(session: Session, month: Month, script: PersonScript): Promise<void> {
  const id = personMonthId(script.person, month);
  const { rev } = await session.get('sheets', id);
  await session.update('sheets', id, { ...draftFields(script), ...next(rev) });
}

export async function submit(
  session: Session,
  month: Month,
  script: PersonScript,
  moved = inApril,
): Promise<void> {
  const id = personMonthId(script.person, month);
  const sheet = await session.get('sheets', id);
  await session.update('sheets', id, { ...moved(filingFields(script, sheet)), ...next(sheet.rev) });
  // An act carries no content: it is judged on what was saved.
  await session.update('sheets', id, { state: 'submitted', ...next(sheet.rev + 1) });
}

const pickFor = <T>(key: string, list: readonly T[]): T =>
  list[[...key].reduce((sum, char) => sum + char.charCodeAt(0), 0) % list.length] as T;

/** The unit's plan is what its head plans to lead; four tasks are enough to show. */
export async function saveUnitPlan(
  session: Session,
  month: Month,
  unit: string,
  script: PersonScript,
  moved = inApril,
): Promise<void> {
  const id = unitMonthId(unit, month);
  const { rev } = await session.get('unitSheets', id);
  const { tasks, taskDue } = moved(planFields(script));
  await session.update('unitSheets', id, { tasks, taskDue, ...next(rev) });
}

export async function fileUnitSheet(
  session: Session,
  month: Month,
  unit: string,
  script: PersonScript,
  moved = inApril,
): Promise<void> {
  const id = unitMonthId(unit, month);
  const sheet = await session.get('unitSheets', id);
  const own = await session.get('sheets', personMonthId(script.person, month));
  const filing = moved(filingFields(script, own));
  const planned = Object.keys(sheet.tasks);
  await session.update('unitSheets', id, {
    taskResult: Object.fromEntries(planned.map((t) => [t, filing.taskResult?.[t] ?? 'Đang thực hiện.'])),
    report: pickFor(unit, phrases.unitReports),
    backlog: pickFor(unit, phrases.backlogs),
    nextTasks: filing.nextTasks,
    nextDue: filing.nextDue,
    state: 'submitted',
    ...next(sheet.rev),
  });
}

/** What the head leads, as the year's; dates in April are dates in the year. */
export async function fileYearPlan(
  session: Session,
  month: Month,
  unit: string,
  script: PersonScript,
): Promise<void> {
  const id = unitPlanId(unit, month.slice(0, 4));
  const { rev } = await session.get('unitPlans', id);
  const { tasks, taskDue } = planFields(script);
  const goals = phrases.yearGoals;
  await session.update('unitPlans', id, { goals, tasks, taskDue, state: 'submitted', ...next(rev) });
}

/** Something arises: one more task, with its reason. */
export async function fileYearPlanAgain(session: Session, month: Month, unit: string): Promise<void> {
  const year = month.slice(0, 4);
  const id = unitPlanId(unit, year);
  const { rev, tasks, taskDue } = await session.get('unitPlans', id);
  const takenUp = { state: 'open', changeNote: '', reopenedAt: serverTimestamp() };
  await session.update('unitPlans', id, { ...takenUp, ...next(rev) });
  const { task, due, why } = phrases.yearChange;
  const added = `t${Object.keys(tasks).length + 1}`;
  await session.update('unitPlans', id, {
    tasks: { ...tasks, [added]: task },
    taskDue: { ...taskDue, [added]: `${year}-${due}` },
    changeNote: why,
    state: 'submitted',
    ...next(rev + 1),
  });
}

/** Says that the remedy has begun, or that it is done. */
export async function remedy(
  session: Session,
  finding: string,
  state: 'underway' | 'reported',
  text: string,
): Promise<void> {
  const { rev, subject } = await session.get('findings', finding);
  await session.update('findings', finding, {
    remedy: text,
    remedyState: state,
    ...(state === 'reported' ? { remedyAt: serverTimestamp() } : {}),
    actor: subject,
    actedFor: null,
    ...next(rev),
  });
}
