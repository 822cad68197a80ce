// Tells of findings: at once what an act changed, and every morning what is owed (domain.md sections 2 and 7).
import type { Calendar } from '../domain/calendar.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import { extendedDue } from '../domain/missing.ts';
import type { Moment } from '../domain/moment.ts';
import { noticesOf, remindersOf, type ToldFinding } from '../domain/notices.ts';
import type { Settings } from '../schema/cycle.ts';
import type { Finding } from '../schema/finding.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import type { UnitFinding } from '../schema/unitFinding.ts';
import { notify } from './notify.ts';
import type { Documents } from './ports.ts';
import { nameOf } from './standingOf.ts';

/** An organisation as far as reminders ask. */
export interface Reminded {
  org: string;
  settings: Settings;
  calendar: Calendar;
}

/** After every act on a finding, at its moment; nothing while the person isn't to know of it. */
export async function tellOfFinding(
  documents: Documents,
  org: string,
  { id, data }: { id: string; data: Finding },
  at: Moment,
): Promise<void> {
  if (data.notified) await notify(documents, org, noticesOf(await toldFinding(documents, org, id, data)), at);
}

/** After every act on a finding of a unit: its head now is told, and who decides the head. Nothing before a function said who they are. */
export async function tellOfUnitFinding(
  documents: Documents,
  org: string,
  { id, data }: { id: string; data: UnitFinding },
  at: Moment,
): Promise<void> {
  if (data.notified && data.head !== '') await notify(documents, org, noticesOf(toldOfUnit(id, data)), at);
}

/**
 * `at`: 00:00 of the day. Reads what is confirmed and not closed, and nobody who is up to date. A night that comes late or
 * again reminds of nothing that was made known since.
 */
export async function remindOfFindings(
  documents: Documents,
  { org, settings: { reminderDays }, calendar }: Reminded,
  at: Moment,
): Promise<void> {
  const morning = { today: civilDateOf(at), calendar, reminderDays };
  const open = await documents.find(collectionOf(org, 'findings'), [['state', 'confirmed']]);
  for (const { id, data } of open.filter(isKnownBy(at))) {
    const reminding = { ...morning, reportedAt: data.remedyReportedAt };
    // The person costs a read: asked for only where something is to be said, or was on a date that absences may have moved.
    const isPast = data.due !== null && data.due < reminding.today && data.remedyState !== 'reported';
    if (!isPast && remindersOf(toldWith('', id, data), reminding).length === 0) continue;
    const person = await documents.get(refOf(org, 'people', data.subject));
    const { name = data.subject, absences = [] } = person?.data ?? {};
    // Over an illness or a leave the clock of the finding stands still (domain.md section 3).
    const isAway = absences.some(({ from, to }) => from <= reminding.today && reminding.today <= to);
    const told = data.notifiedAt === null ? null : civilDateOf(data.notifiedAt);
    const due =
      told === null || data.due === null
        ? data.due
        : extendedDue(absences, { told, due: data.due }, calendar);
    const reminders = remindersOf(toldWith(name, id, { ...data, due }), reminding);
    await notify(
      documents,
      org,
      reminders.filter((reminder) => !isAway || reminder.person !== data.subject),
      at,
    );
  }
  // A unit is never ill or on leave: its clock runs on, and whoever heads it is reminded.
  const ofUnits = await documents.find(collectionOf(org, 'unitFindings'), [['state', 'confirmed']]);
  const reminders = ofUnits
    .filter(isKnownBy(at))
    .filter(({ data }) => data.head !== '')
    .flatMap(({ id, data }) =>
      remindersOf(toldOfUnit(id, data), { ...morning, reportedAt: data.remedyReportedAt }),
    );
  await notify(documents, org, reminders, at);
}

const isKnownBy =
  (at: Moment) =>
  ({ data: { notifiedAt } }: { data: Pick<Finding, 'notifiedAt'> }) =>
    notifiedAt === null || notifiedAt < at;

/** Under a key that no finding of a person has, for a unit may be called as somebody is. */
const toldOfUnit = (id: string, { remedyAt, unit, unitName, head, decider, ...finding }: UnitFinding) => ({
  ...finding,
  ...{ id: `ofUnit_${id}`, subject: head, name: unitName, ofUnit: unit },
  // Who decides the head answers the remedy alone (ADR 0016).
  ...{ evaluator: decider, decider, reported: reportedKey(remedyAt) },
});

const toldFinding = async (documents: Documents, org: string, id: string, finding: Finding) =>
  toldWith(await nameOf(documents, org, finding.subject), id, finding);

const toldWith = (name: string, id: string, { remedyAt, ...finding }: Finding): ToldFinding => ({
  ...finding,
  ...{ id, name, reported: reportedKey(remedyAt) },
});

const reportedKey = (remedyAt: Finding['remedyAt']) =>
  remedyAt === null ? null : remedyAt.toMillis().toString(36);
