// The daily sweep: opens the cycle of the month where it is not open, wakes deadlines and delegations of the next two days up, notes silence, looks after appeals, lets open facts follow who stands above, lays before heads what they answer, reminds of remedies and of deadlines.
import { civilDateOf, monthOf, previousMonth } from '../domain/civilDate.ts';
import { millisOf, type Moment } from '../domain/moment.ts';
import { vacant } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import type { Cycle, DeadlineMoments } from '../schema/cycle.ts';
import { collectionOf, cycleRef, organisations } from '../schema/refs.ts';
import { appealsEveryDay } from './appealsEveryDay.ts';
import { calendarFor } from './calendarIn.ts';
import { followDelegation, wakeUpFor } from './delegationWritten.ts';
import { noteSilence } from './endConsultation.ts';
import { escalate } from './escalate.ts';
import { factsEveryDay } from './factsEveryDay.ts';
import { followMoved } from './followMoved.ts';
import { remindOfFindings } from './findingNotices.ts';
import { replacementsEveryDay } from './replacementsEveryDay.ts';
import { headFactsEveryDay } from './headFacts.ts';
import { leaveYears } from './leaveYears.ts';
import { openCycle } from './openCycle.ts';
import { organisationAt } from './organisationAt.ts';
import { deadlineKinds, type DeadlineKind, type Ports } from './ports.ts';
import { publishMissed } from './publishLate.ts';
import { remindOfDeadlines } from './remindOfDeadlines.ts';
import { unitsRatedAlone } from './unitRated.ts';

/** Tasks are made at most this far ahead; the documents are the truth, a task only wakes the system up. */
const horizonMillis = 48 * 3_600_000;

const seatHeld = 'Chức vụ quyết định đã có người giữ.';

/** `at` is the schedule's own time; 00:00 in Asia/Ho_Chi_Minh. */
export async function everyDay(ports: Ports, at: Moment): Promise<void> {
  const month = monthOf(civilDateOf(at));
  for (const { id: org, data } of await ports.documents.find(organisations, [])) {
    const reminded = { org, settings: data.settings, calendar: calendarFor(data) };
    // Who judges is given away and taken back whether or not a month is open.
    await delegations(ports, org, at);
    await appealsEveryDay(ports, org, at);
    // A seat that is held again since.
    await leaveYears(ports.documents, org, { of: vacant, at, reason: seatHeld }, () =>
      organisationAt(ports.documents, org),
    );
    if (month < data.firstMonth) continue;
    await openCycle(ports, org, month, at);
    await factsEveryDay(ports, org, at);
    await replacementsEveryDay(ports, org, at);
    await remindOfFindings(ports.documents, reminded, at);
    await unitsRatedAlone(ports, org);
    await headFactsEveryDay(ports.documents, org, { month, calendar: reminded.calendar, at });
    await wakeUps(ports, org, month, at);
    await remindOfDeadlines(ports.documents, reminded, month, at);
    await noteSilence(ports, org, month, at);
    // A month's decision, publication and appeals run into the next one, publication past a long holiday too.
    if (previousMonth(month) < data.firstMonth) continue;
    await wakeUps(ports, org, previousMonth(month), at);
    await remindOfDeadlines(ports.documents, reminded, previousMonth(month), at);
    await noteSilence(ports, org, previousMonth(month), at);
  }
}

/** Each that is not over is looked at: what a lost task left behind is mended, and the tasks of the next two days are made. */
async function delegations(ports: Ports, org: string, at: Moment): Promise<void> {
  for (const { id } of await ports.documents.find(collectionOf(org, 'delegations'), [['over', false]])) {
    const followed = await followDelegation(ports, org, id);
    if (followed) await wakeUpFor(ports, org, id, followed, at);
  }
}

/** Lets what is owed follow deadlines that were moved, and asks for a call at each deadline of the month that falls within the horizon, or fell before and wasn't kept, and for units whose publication never got through. */
export async function wakeUps(ports: Ports, org: string, month: Month, at: Moment): Promise<void> {
  const cycle = await ports.documents.get(cycleRef(org, month));
  if (!cycle || cycle.data.state === 'blocked') return;
  await followMoved(ports.documents, org, cycle.data, at);
  await escalateLate(ports, org, cycle.data, at);
  await publishMissed(ports, org, cycle.data, at);
  for (const kind of dueKinds(cycle.data.deadlines, cycle.data.kept, at)) {
    const due = cycle.data.deadlines[kind];
    // One that was missed is asked for again today: a dropped task costs a day, not the deadline.
    const key = millisOf(due) < millisOf(at) ? `${kind}/${due}/missed/${at}` : `${kind}/${due}`;
    await ports.tasks.enqueue(
      'keepDeadline',
      `${org}/${month}/${key}`,
      { org, month, kind, due, unit: null },
      later(due, at),
    );
  }
}

/** What came after the deadline to evaluate has a working day of its own; after publication nothing is owed any more. */
async function escalateLate(ports: Ports, org: string, cycle: Cycle, at: Moment): Promise<void> {
  const { state, kept, month, deadlines } = cycle;
  if (state !== 'open' || !('evaluate' in kept)) return;
  await escalate(ports, org, month, { deadline: deadlines.evaluate, close: deadlines.decide, at });
}

/** Deadlines not kept yet that fall before the end of the horizon, in the order of time. */
export function dueKinds(
  deadlines: DeadlineMoments,
  kept: Record<string, Moment>,
  at: Moment,
): DeadlineKind[] {
  return deadlineKinds
    .filter((kind) => !(kind in kept) && millisOf(deadlines[kind]) <= millisOf(at) + horizonMillis)
    .sort((a, b) => millisOf(deadlines[a]) - millisOf(deadlines[b]));
}

const later = (a: Moment, b: Moment): Moment => (millisOf(a) > millisOf(b) ? a : b);
