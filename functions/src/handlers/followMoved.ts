// A deadline of an open month was moved: what hasn't been handed in yet is due on the new day, and whoever owes it is told (domain.md section 7).
import { lastDayBefore } from '../domain/civilDate.ts';
import { filingDeadlineOf, type DeadlineName } from '../domain/deadlines.ts';
import { millisOf, type Moment } from '../domain/moment.ts';
import { deadlineMoved } from '../domain/notices.ts';
import type { Consultation } from '../schema/consultation.ts';
import type { Cycle, MovedDeadline } from '../schema/cycle.ts';
import { collectionOf, consultationRef, sheetRef, unitSheetRef } from '../schema/refs.ts';
import { converge } from './converge.ts';
import { notify } from './notify.ts';
import type { Documents } from './ports.ts';

/** Told for so long: a call that was cut off is made again the same night, or the next. */
const tellFor = 48 * 3_600_000;

/** Reads what is open of the month, and nothing where no deadline was moved. Dates of one's own, after a return, stay. */
export async function followMoved(
  documents: Documents,
  org: string,
  cycle: Cycle,
  at: Moment,
): Promise<void> {
  for (const [name, moves] of Object.entries(cycle.moved)) {
    if (name === 'staff' || name === 'heads') await filings(documents, org, cycle, name, at);
    if (name === 'heads') await unitFilings(documents, org, cycle);
    if (name === 'consult' || name === 'propose') await answers(documents, org, cycle, name, moves);
  }
}

/** A due date that stood at the deadline before it was moved, and so moves with it. */
const stoodAt = (due: Moment | null, moves: readonly MovedDeadline[]): boolean =>
  due !== null && moves.some(({ was }) => was === due);

async function filings(
  documents: Documents,
  org: string,
  cycle: Cycle,
  name: 'staff' | 'heads',
  at: Moment,
): Promise<void> {
  const { month } = cycle;
  const moves = cycle.moved[name] ?? [];
  const due = cycle.deadlines[name];
  const open = await documents.find(collectionOf(org, 'sheets'), [
    ['month', month],
    ['stage', 'open'],
  ]);
  for (const { data } of open) {
    if (filingDeadlineOf(data) !== name) continue;
    if (!stoodAt(data.due, moves) && data.due !== due) continue;
    await converge(documents, sheetRef(org, data.person, month), (now) =>
      now.data.stage === 'open' && stoodAt(now.data.due, moves) ? { due, dueDay: lastDayBefore(due) } : null,
    );
    const last = moves.at(-1);
    if (last && millisOf(at) - millisOf(last.at) < tellFor)
      await notify(documents, org, [deadlineMoved(data.person, month, { ...last, name })], last.at);
  }
}

async function unitFilings(documents: Documents, org: string, cycle: Cycle): Promise<void> {
  const { month } = cycle;
  const moves = cycle.moved['heads'] ?? [];
  const due = cycle.deadlines.heads;
  const open = await documents.find(collectionOf(org, 'unitSheets'), [
    ['month', month],
    ['state', 'open'],
  ]);
  for (const { data } of open)
    await converge(documents, unitSheetRef(org, data.unit, month), (now) =>
      now.data.state === 'open' && stoodAt(now.data.due, moves) ? { due, dueDay: lastDayBefore(due) } : null,
    );
}

async function answers(
  documents: Documents,
  org: string,
  { month, deadlines }: Cycle,
  name: Extract<Consultation['kind'], DeadlineName>,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const asked = await documents.find(collectionOf(org, 'consultations'), [
    ['month', month],
    ['state', 'asked'],
  ]);
  for (const { data } of asked.filter((one) => one.data.kind === name && stoodAt(one.data.due, moves)))
    await converge(documents, consultationRef(org, data.person, month, data.who), (now) =>
      now.data.state === 'asked' && stoodAt(now.data.due, moves) ? { due: deadlines[name] } : null,
    );
}
