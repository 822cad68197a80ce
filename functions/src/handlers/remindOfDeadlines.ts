// Every morning: reminds whoever owes something by a deadline of an open month, on the days that the setting says (domain.md section 7).
import { civilDateOf, firstDay, lastDayBefore } from '../domain/civilDate.ts';
import {
  answerDue,
  datesRemindedOf,
  decisionDue,
  evaluationDue,
  figuresDue,
  filingDue,
  planDue,
  unitFilingDue,
  type Reminder,
} from '../domain/deadlineNotices.ts';
import { hindrance } from '../domain/missing.ts';
import { isPlanned } from '../domain/plan.ts';
import type { Moment } from '../domain/moment.ts';
import type { NoticeOf } from '../domain/notices.ts';
import type { Absence } from '../domain/organisation.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Cycle, Settings } from '../schema/cycle.ts';
import { collectionOf, cycleRef, refOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Reminded } from './findingNotices.ts';
import { notify } from './notify.ts';
import { system } from './opening.ts';
import type { Documents, Stored } from './ports.ts';

interface Asking extends Reminder {
  at: Moment;
  documents: Documents;
  org: string;
  cycle: Cycle;
  settings: Settings;
  /** Of which today is a reminder. */
  dates: readonly CivilDate[];
  waiting: () => Promise<Assessment[]>;
}

/** `at`: 00:00 of the day. On a day off it reads nothing, of a month that is not open its cycle alone. */
export async function remindOfDeadlines(
  documents: Documents,
  { org, settings, calendar }: Reminded,
  month: Month,
  at: Moment,
): Promise<void> {
  const { reminderDays } = settings;
  const reminder = { month, today: civilDateOf(at), calendar, reminderDays };
  const dates = datesRemindedOf(reminder);
  if (dates.length === 0) return;
  const cycle = await documents.get(cycleRef(org, month));
  if (cycle?.data.state !== 'open') return;
  const waiting = once(() => assessmentsIn(documents, org, month, 'waiting'));
  const asking = { ...reminder, at, documents, org, cycle: cycle.data, settings, dates, waiting };
  const notices = await Promise.all(
    [plans, filings, unitFilings, evaluations, decisions, answers, figures].map((find) => find(asking)),
  );
  await notify(documents, org, notices.flat(), at);
}

/** Reads every sheet of the month, three mornings in an organisation's life. */
async function plans(asking: Asking): Promise<NoticeOf[]> {
  const due = asking.cycle.firstCycle ? dueIn(asking, 'plan') : null;
  if (due === null) return [];
  const { documents, org, month } = asking;
  const sheets = await documents.find(collectionOf(org, 'sheets'), [['month', month]]);
  const owing = sheets.filter(({ data }) => data.state === 'open' && !isPlanned(data));
  return owing.map(({ data: { person } }) => planDue({ person, due }, asking));
}

/** By the date on each sheet: a returned one, and one that opened late, have dates of their own. */
async function filings(asking: Asking): Promise<NoticeOf[]> {
  const { documents, org, month } = asking;
  const due = await dueOn(asking, (dueDay) =>
    documents.find(collectionOf(org, 'sheets'), [
      ['month', month],
      ['dueDay', dueDay],
    ]),
  );
  const owing = due.filter(
    ({ state, stage }) => state === 'open' && (stage === 'open' || stage === 'submitted'),
  );
  const people = await documents.getAll(owing.map(({ person }) => refOf(org, 'people', person)));
  return owing
    .filter((sheet, i) => !isHindered(people[i]?.data.absences ?? [], sheet, asking))
    .map(({ person, dueDay, firstFiledAt }) =>
      filingDue({ person, due: dueDay, isReturned: firstFiledAt !== null }, asking),
    );
}

/** Whoever is ill, on leave or on maternity leave owes no filing (domain.md section 5), and is reminded of none. */
const isHindered = (
  absences: readonly Absence[],
  { dueDay }: Sheet,
  { month, settings, calendar }: Asking,
): boolean => hindrance(absences, { from: firstDay(month), to: dueDay }, calendar, settings) !== null;

async function unitFilings(asking: Asking): Promise<NoticeOf[]> {
  const { documents, org, month } = asking;
  const due = await dueOn(asking, (dueDay) =>
    documents.find(collectionOf(org, 'unitSheets'), [
      ['month', month],
      ['dueDay', dueDay],
    ]),
  );
  return due
    .filter(({ state }) => state === 'open')
    .map(({ head, dueDay, unit, unitName }) =>
      unitFilingDue({ person: head, due: dueDay, unit, unitName }, asking),
    );
}

/** Leaders are evaluated with the decision: until the final run nobody owes anything about them. */
async function evaluations(asking: Asking): Promise<NoticeOf[]> {
  const due = dueIn(asking, 'evaluate');
  if (due === null) return [];
  const owed = (await asking.waiting())
    .filter(({ held, frozen }) => !held && !frozen)
    .filter(stoodBefore(asking));
  return counted(owed, ({ evaluator }) => evaluator).map(([person, count]) =>
    evaluationDue({ person, due, count }, asking),
  );
}

async function decisions(asking: Asking): Promise<NoticeOf[]> {
  const due = dueIn(asking, 'decide');
  if (due === null) return [];
  const { documents, org, month } = asking;
  const [waiting, evaluated] = await Promise.all([
    asking.waiting(),
    assessmentsIn(documents, org, month, 'evaluated'),
  ]);
  const owed = [...waiting, ...evaluated].filter(({ frozen }) => !frozen).filter(stoodBefore(asking));
  return counted(owed, ({ decider }) => decider).map(([person, count]) =>
    decisionDue({ person, due, count }, asking),
  );
}

/** A night that comes late or again counts nothing that was laid before somebody, or taken up by somebody, since. */
const stoodBefore =
  ({ at }: Asking) =>
  ({ createdAt, decidedAt, log }: Assessment): boolean =>
    createdAt < at && decidedAt === null && !log.some((entry) => entry.at >= at && entry.who !== system);

async function answers(asking: Asking): Promise<NoticeOf[]> {
  const { documents, org, month, dates } = asking;
  const asked = await documents.find(collectionOf(org, 'consultations'), [
    ['month', month],
    ['state', 'asked'],
  ]);
  return asked.flatMap(({ id, data: { who, due, personName } }) => {
    const day = due === null ? null : lastDayBefore(due);
    if (day === null || !dates.includes(day)) return [];
    return [answerDue({ person: who, due: day, consultation: id, name: personName }, asking)];
  });
}

/** Whoever hands in figures of a block is told how many of its units have none. */
async function figures(asking: Asking): Promise<NoticeOf[]> {
  const due = dueIn(asking, 'offices');
  if (due === null) return [];
  const { documents, org, month } = asking;
  const [all, members] = await Promise.all([
    documents.find(collectionOf(org, 'figures'), [['month', month]]),
    documents.find(collectionOf(org, 'members'), []),
  ]);
  const missing = all.filter(({ data }) => data.rev === 0);
  return members.flatMap(({ id: person, data: { offices } }) => {
    const count = missing.filter(({ data }) => offices.includes(data.block)).length;
    return count === 0 ? [] : [figuresDue({ person, due, count }, asking)];
  });
}

/** The deadline's day, if today is a reminder of it. */
function dueIn({ cycle, dates }: Asking, deadline: string): CivilDate | null {
  const day = cycle.days[deadline];
  return day !== undefined && dates.includes(day) ? day : null;
}

/** Documents of the month by the date that stands on each. */
async function dueOn<T>({ dates }: Asking, on: (dueDay: CivilDate) => Promise<Stored<T>[]>): Promise<T[]> {
  const found = await Promise.all(dates.map(on));
  return found.flat().map(({ data }) => data);
}

async function assessmentsIn(
  documents: Documents,
  org: string,
  month: Month,
  state: Assessment['state'],
): Promise<Assessment[]> {
  const found = await documents.find(collectionOf(org, 'assessments'), [
    ['month', month],
    ['state', state],
  ]);
  return found.map(({ data }) => data);
}

/** Asked for by whoever is first, and read no second time. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= read());
}

function counted(owed: readonly Assessment[], by: (a: Assessment) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of owed) counts.set(by(one), (counts.get(by(one)) ?? 0) + 1);
  return [...counts];
}
