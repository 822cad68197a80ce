// A remedy that was accepted after the close and reported before it: it counts from the day it was reported, so the months after it carry nothing (domain.md sections 2 and 3).
import { nextMonth, previousMonth } from '../domain/civilDate.ts';
import { remedyMoment } from '../domain/finding.ts';
import { levelLabels } from '../domain/labels.ts';
import type { Moment } from '../domain/moment.ts';
import { resultToReview } from '../domain/notices.ts';
import type { Month } from '../domain/words.ts';
import type { Finding } from '../schema/finding.ts';
import { assessmentRef, cycleRef, sheetRef } from '../schema/refs.ts';
import { personMonth, proposalFor } from './monthOfPerson.ts';
import { notify } from './notify.ts';
import type { Documents } from './ports.ts';

type Carried = Pick<Finding, 'state' | 'remedyState' | 'remedyReportedAt' | 'countsIn' | 'carriedTo'>;

/** Of a finding of a person or a unit, the last month into which it is carried: none whose month before closed after the remedy was reported. */
export async function carriedAfterRemedy(
  documents: Documents,
  org: string,
  finding: Carried,
): Promise<Month | null> {
  const remedied = remedyMoment(finding);
  let { carriedTo } = finding;
  if (remedied === null || finding.countsIn === null) return carriedTo;
  while (carriedTo !== null) {
    const before = previousMonth(carriedTo);
    const cycle = await documents.get(cycleRef(org, before));
    if (!cycle || remedied >= cycle.data.deadlines.decide) return carriedTo;
    carriedTo = before > finding.countsIn ? before : null;
  }
  return null;
}

/** Months on which a finding that counts bears, up to the one of its last act. */
export function monthsOf(
  { month, countsIn, carriedTo }: Pick<Finding, 'month' | 'countsIn' | 'carriedTo'>,
  acted: Month,
): Month[] {
  const months = [month];
  const last = [countsIn, carriedTo, acted].reduce<Month>((a, b) => (b !== null && b > a ? b : a), month);
  for (let at = countsIn ?? last; at <= last; at = nextMonth(at)) if (!months.includes(at)) months.push(at);
  return months;
}

/** What was published stays as it is; whoever decided it is told that the facts say otherwise now. */
export async function tellOfReview(
  documents: Documents,
  org: string,
  { id, data }: { id: string; data: Finding },
  month: Month,
  at: Moment,
): Promise<void> {
  if (remedyMoment(data) === null) return;
  const assessment = await documents.get(assessmentRef(org, data.subject, month));
  const sheet = assessment?.data.frozen ? await documents.get(sheetRef(org, data.subject, month)) : null;
  if (!assessment || !sheet) return;
  const { level: before } = assessment.data.proposal;
  const { level } = proposalFor(await personMonth(documents, org, sheet.data), assessment.data);
  if (before === null || level === null || before === level) return;
  const { person, personName, decider } = assessment.data;
  const of = { id, person, name: personName, month, decider, codes: data.codes };
  const notice = resultToReview(of, levelLabels[before], levelLabels[level]);
  await notify(documents, org, [notice], at);
}
