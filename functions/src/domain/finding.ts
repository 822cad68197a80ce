// The life of a finding as pure functions: settling, the month it counts in, its remedy, its carry-over (domain.md section 2).
import { workingDaysBetween, type Calendar } from './calendar.ts';
import { compareCodes, manifestationOf } from './catalogue.ts';
import { addDays, civilDateOf, endOfDay, formatDate, lastDayBefore, nextMonth } from './civilDate.ts';
import { findingStateLabels, remedyStateLabels } from './labels.ts';
import type { Moment } from './moment.ts';
import type { CivilDate, FindingState, Month, RemedyState } from './words.ts';

/** Codes of one row from "1.07 2.03": known ones, each once, in the order of the annex. */
export function parseCodes(text: string): string[] {
  const codes = text.split(/[\s,;]+/).filter((code) => manifestationOf(code) !== null);
  return [...new Set(codes)].sort(compareCodes);
}

/** As documents keep them: sorted, parted by one blank. */
export function formatCodes(codes: readonly string[]): string {
  return [...new Set(codes)].sort(compareCodes).join(' ');
}

/** What the remedy of a finding looks like, whatever document it comes from. */
export interface RemedyFacts {
  state: FindingState;
  remedyState: RemedyState;
  remedyReportedAt: Moment | null;
}

/** An accepted remedy counts from the day it was reported, not from the day it was answered; null while none is accepted. */
export function remedyMoment(finding: RemedyFacts): Moment | null {
  return finding.state === 'remedied' ? finding.remedyReportedAt : null;
}

/** True iff it is confirmed and no accepted remedy was reported before the close (exclusive end of the deadline to decide). */
export function isOpenAtClose(finding: RemedyFacts, close: Moment): boolean {
  if (finding.state !== 'confirmed' && finding.state !== 'remedied') return false;
  const remedied = remedyMoment(finding);
  return remedied === null || remedied >= close;
}

export interface Counting {
  notifiedAt: Moment;
  /** Month in which it was recorded. */
  month: Month;
  /** Exclusive end of the month's deadline to evaluate. */
  evaluateDeadline: Moment;
  /** Exclusive end of the month's deadline to decide. */
  close: Moment;
  calendar: Calendar;
  noticeDays: number;
}

/**
 * Exclusive end of the time in which telling the person makes a finding count in the month: the deadline to evaluate, or
 * the last day that leaves `noticeDays` working days before the close, whichever ends first.
 */
export function noticeUntil({
  evaluateDeadline,
  close,
  calendar,
  noticeDays,
}: Omit<Counting, 'notifiedAt' | 'month'>): Moment {
  const lastDay = lastDayBefore(close);
  let told = lastDay;
  while (workingDaysBetween(told, lastDay, calendar) < noticeDays) told = addDays(told, -1);
  const end = endOfDay(told);
  return evaluateDeadline < end ? evaluateDeadline : end;
}

/**
 * The month a finding counts in: its own if the person was told by the deadline to evaluate and had `noticeDays` working
 * days left before the close, else the next — nobody bears a consequence for what they were never told.
 */
export function countsIn({ notifiedAt, month, ...counting }: Counting): Month {
  return notifiedAt < noticeUntil(counting) ? month : nextMonth(month);
}

export interface Carried extends RemedyFacts {
  codes: string;
  fact: string;
  due: CivilDate | null;
}

/** What section III of the next sheet says of it: what was seen, by when to remedy it, how it stands. */
export function carriedText(finding: Carried): string {
  const due = finding.due === null ? '' : `, hạn khắc phục ${formatDate(finding.due)}`;
  const state =
    finding.state === 'confirmed'
      ? remedyStateLabels[finding.remedyState]
      : findingStateLabels[finding.state];
  return `${formatCodes(finding.codes.split(' ')).replaceAll(' ', ', ')}: ${finding.fact} (${lowerFirst(state)}${due})`;
}

/** What section III of the next sheet says of one that was remedied by the close: a result, and nothing to answer (domain.md section 4). */
export function remediedText({
  codes,
  fact,
  remedyReportedAt,
}: Pick<Carried, 'codes' | 'fact' | 'remedyReportedAt'>): string {
  const day = remedyReportedAt === null ? '' : ` ngày ${formatDate(civilDateOf(remedyReportedAt))}`;
  return `${formatCodes(codes.split(' ')).replaceAll(' ', ', ')}: ${fact} (${lowerFirst(findingStateLabels.remedied)}${day})`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
