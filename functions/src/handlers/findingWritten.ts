// A client recorded, settled or remedied a finding: tell the person, say which month it counts in, let the proposal follow.
import { civilDateOf, monthOf, nextMonth, yearOf } from '../domain/civilDate.ts';
import { countsIn } from '../domain/finding.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Finding } from '../schema/finding.ts';
import { cycleRef, findingRef, organisationRef } from '../schema/refs.ts';
import { logged, type Act } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { converge } from './converge.ts';
import { tellOfFinding } from './findingNotices.ts';
import { markUnit } from './markUnit.ts';
import { followProposal } from './monthOfPerson.ts';
import type { Documents, Ports } from './ports.ts';
import { carriedAfterRemedy, monthsOf, tellOfReview } from './remedyBeforeClose.ts';
import { followHarm } from './replacementCases.ts';
import { leaveSectionThree } from './sectionThree.ts';

export async function findingWritten(ports: Ports, org: string, id: string): Promise<void> {
  const written = await converge(ports.documents, findingRef(org, id), async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await ports.clock.momentOf(data.savedAt.toMillis() as ServerTime);
    const known = data.state === 'confirmed' || data.state === 'remedied';
    const notifiedAt = data.notifiedAt ?? (known ? at : null);
    const remedyReportedAt =
      data.remedyAt && data.remedyState !== 'returned'
        ? await ports.clock.momentOf(data.remedyAt.toMillis() as ServerTime)
        : data.remedyState === 'returned'
          ? null
          : data.remedyReportedAt;
    const path = findingRef(org, id).path;
    const countsIn = await monthThatCounts(ports, org, { ...data, notifiedAt });
    return {
      notified: data.notified || notifiedAt !== null,
      notifiedAt,
      remedyReportedAt,
      countsIn,
      carriedTo: await carriedAfterRemedy(ports.documents, org, { ...data, remedyReportedAt, countsIn }),
      harmIn: data.harm === '' ? null : (data.harmIn ?? data.carriedTo),
      log: actsOf(data, at).reduce((log, act) => logged(path, log, act), data.log),
    };
  });
  if (!written?.data.savedAt) return;
  const at = await ports.clock.momentOf(written.data.savedAt.toMillis() as ServerTime);
  await tellOfFinding(ports.documents, org, written, at);
  const { subject, month, unit } = written.data;
  // Months into which it was carried rest on it as well: their evaluators would see a remedy as not reported.
  for (const affected of monthsOf(written.data, monthOf(civilDateOf(at)))) {
    await followProposal(ports.documents, org, subject, affected);
    await tellOfReview(ports.documents, org, written, affected, at);
  }
  if (written.data.state === 'dismissed') await leaveSectionThree(ports.documents, org, written);
  await markUnit(ports, org, unit, month);
  await followHarmOf(ports, org, written.data);
}

const said = ({ log }: Finding, what: string): string | null =>
  log.findLast((entry) => entry.what === what)?.after ?? null;

/** How it stood before the act: as people left it, or as a verdict settled it. */
function standingBefore({ log }: Finding): string | null {
  const last = log.findLast(({ what }) => what.includes('/') || what === 'settle' || what === 'record');
  if (!last) return null;
  return last.what === 'settle' ? last.after : last.what === 'record' ? 'suspected' : last.what;
}

/** Why the act says it was done; what stands from an act before it is no reason of this one. */
function reasonOf({ state, remedyState, settleReason, remedyNote }: Finding, stood: string | null): string {
  const [was, remedyWas] = (stood ?? '').split('/');
  const isJudged = remedyState === 'accepted' || remedyState === 'returned';
  if (isJudged && remedyState !== remedyWas) return remedyNote.trim();
  return state === was ? '' : settleReason.trim();
}

/** The act itself, and what it changed of a date that was accepted or of the harm that was stated. */
function actsOf(data: Finding, at: Moment): Act[] {
  const { state, remedyState, rev, harm, due, firstDue } = data;
  const by = { at, who: data.actor, forWhom: data.actedFor };
  const stated = said(data, 'harm') ?? '';
  const stood = standingBefore(data);
  const why = reasonOf(data, stood);
  return [
    {
      ...{ ...by, what: `${state}/${remedyState}`, before: stood, after: `rev ${rev}` },
      ...(why === '' ? {} : { reason: why }),
    },
    ...(harm === stated ? [] : [{ ...by, what: 'harm', before: stated, after: harm }]),
    ...(firstDue === null || said(data, 'extend') !== null
      ? []
      : [{ ...by, what: 'extend', before: firstDue, after: due }]),
  ];
}

/** Harm that was stated opens a replacement case; taken back, or about what was remedied in time, it no longer does. */
async function followHarmOf({ documents, clock }: Ports, org: string, finding: Finding): Promise<void> {
  const { subject, carriedTo, savedAt } = finding;
  if (carriedTo === null || !savedAt || said(finding, 'harm') === null) return;
  const at = await clock.momentOf(savedAt.toMillis() as ServerTime);
  for (const year of new Set([finding.month, carriedTo, finding.harmIn ?? carriedTo].map(yearOf)))
    await followHarm(documents, org, subject, { year, at, month: carriedTo });
}

/** The month in which a confirmed finding counts; what is not confirmed counts nowhere. */
export async function monthThatCounts(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  finding: Pick<Finding, 'notifiedAt' | 'state' | 'countsIn' | 'month'>,
): Promise<Month | null> {
  if (finding.notifiedAt === null || (finding.state !== 'confirmed' && finding.state !== 'remedied'))
    return null;
  if (finding.countsIn !== null) return finding.countsIn;
  return await countingMonth({ documents }, org, finding.month, finding.notifiedAt);
}

/**
 * Of the months from the one it was recorded in, the first by whose deadlines it was notified in time: what is confirmed
 * long after — chưa rõ over a leave — counts in a month that isn't over.
 */
async function countingMonth(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  recorded: Month,
  notifiedAt: Moment,
): Promise<Month> {
  const told = monthOf(civilDateOf(notifiedAt));
  for (let month = recorded; ; month = nextMonth(month)) {
    const counting = await countingFrom(documents, org, month, notifiedAt);
    if (counting === month || month >= told) return counting;
  }
}

async function countingFrom(documents: Documents, org: string, month: Month, notifiedAt: Moment) {
  const [cycle, organisation] = await Promise.all([
    documents.get(cycleRef(org, month)),
    documents.get(organisationRef(org)),
  ]);
  if (!organisation) throw new Error(`no organisation ${org}`);
  // Recorded before the first cycle: it was notified in a month that this system doesn't keep.
  if (!cycle) return month;
  const { evaluate, decide } = cycle.data.deadlines;
  const { noticeDays } = organisation.data.settings;
  return countsIn({
    notifiedAt,
    month,
    evaluateDeadline: evaluate,
    close: decide,
    calendar: calendarFor(organisation.data),
    noticeDays,
  });
}
