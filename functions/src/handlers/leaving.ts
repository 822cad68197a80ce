// Takes somebody who has left out of everything open, because a token lives up to an hour (domain.md section 6, architecture.md).
import { addDays, monthOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate } from '../domain/words.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import { recountConsultations } from './consultationWritten.ts';
import { converge } from './converge.ts';
import { factsEveryDay } from './factsEveryDay.ts';
import { replacementsEveryDay } from './replacementsEveryDay.ts';
import { followDelegation } from './delegationWritten.ts';
import { leaveFindings } from './leaveFindings.ts';
import { followYear } from './followYear.ts';
import { leaveMonth } from './leaveMonth.ts';
import { leaveUnitPlans } from './leaveUnitPlans.ts';
import { leaveYears } from './leaveYears.ts';
import { logged } from './audit.ts';
import { system } from './opening.ts';
import { onceLoaded } from './organisationAt.ts';
import type { Documents, Ports } from './ports.ts';

export interface Leaver {
  id: string;
  /** When it took effect: 00:00 of the day after the last, or the clerk's act where that came later. */
  at: Moment;
  /** First day without them; the organisation is looked at as of the day of `at`. */
  day: CivilDate;
  /** Enters logs and `authorities`; the same for every call about the same leaving, so that a replay finds its own work. */
  reason: string;
}

/**
 * Whoever follows by the profile takes over; where nobody does, the seat is vacant and the month names the gap for the
 * clerk. Done again it completes what a kill left out and changes nothing else.
 */
export async function takeOut(ports: Ports, org: string, leaver: Leaver): Promise<void> {
  const { documents } = ports;
  // Rights first: they reach furthest, and what follows takes a while.
  await endRights(documents, org, leaver);
  await endDelegations(ports, org, leaver.id);
  const months = await openMonths(documents, org);
  await silence(documents, org, leaver.id, months);
  const loaded = onceLoaded(documents, org);
  for (const month of months) await leaveMonth(ports, org, month, leaver, loaded);
  await leaveUnitPlans(documents, org, leaver, loaded);
  await leaveFindings(documents, org, leaver.id);
  await factsEveryDay(ports, org, leaver.at);
  await replacementsEveryDay(ports, org, leaver.at);
  await leaveYears(documents, org, { of: leaver.id, at: leaver.at, reason: leaver.reason }, loaded);
  // Months after the last day are owed by nobody: their own year is tạm tính no longer for want of these.
  await followYear(documents, org, { person: leaver.id, month: monthOf(addDays(leaver.day, -1)) });
}

/** Months in which somebody may still act: open ones, and published ones with appeals and late decisions. */
export async function openMonths(documents: Documents, org: string): Promise<string[]> {
  const cycles = await Promise.all([
    documents.find(collectionOf(org, 'cycles'), [['state', 'open']]),
    documents.find(collectionOf(org, 'cycles'), [['state', 'published']]),
  ]);
  return cycles
    .flat()
    .map(({ id }) => id)
    .sort();
}

async function endRights(documents: Documents, org: string, { id, at, reason }: Leaver): Promise<void> {
  const none = {
    ...{ inspects: false, supervises: false, clerk: false, administrator: false },
    ...{ aggregates: [], offices: [], oversees: [] },
  };
  await converge(documents, refOf(org, 'members', id), ({ data }) => {
    const { inspects, supervises, clerk, administrator, aggregates, offices, oversees, log, rev } = data;
    const held = [...aggregates, ...offices, ...oversees];
    if (![inspects, supervises, clerk, administrator].includes(true) && held.length === 0)
      return { judges: [] };
    const flags = { inspects, supervises, clerk, administrator };
    const before = JSON.stringify({ ...flags, aggregates, offices, oversees });
    const act = { at, who: system, forWhom: null, what: 'leave', before, after: null, reason };
    // Nobody writes rights from a revision in which they were still held.
    return { ...none, judges: [], log: logged(refOf(org, 'members', id).path, log, act), rev: rev + 1 };
  });
}

async function endDelegations(ports: Ports, org: string, id: string): Promise<void> {
  const [given, received] = await Promise.all([
    ports.documents.find(collectionOf(org, 'delegations'), [['giver', id]]),
    ports.documents.find(collectionOf(org, 'delegations'), [['delegate', id]]),
  ]);
  for (const delegation of [...given, ...received])
    if (!delegation.data.over) await followDelegation(ports, org, delegation.id);
}

/** What they were asked stays unanswered, which is recorded and blocks nothing (domain.md section 6). */
async function silence(documents: Documents, org: string, who: string, months: readonly string[]) {
  const asked = await documents.find(collectionOf(org, 'consultations'), [
    ['who', who],
    ['state', 'asked'],
  ]);
  for (const { id } of asked)
    await converge(documents, refOf(org, 'consultations', id), ({ data }) =>
      data.state === 'asked' ? { state: 'silent' as const } : null,
    );
  const silent = await documents.find(collectionOf(org, 'consultations'), [
    ['who', who],
    ['state', 'silent'],
  ]);
  // Those that a call before this one silenced and didn't count, too.
  for (const { data } of silent.filter((one) => months.includes(one.data.month)))
    await recountConsultations({ documents }, org, data.person, data.month);
}
