// Kinds of notices, and what people are told of a finding as its life goes on: each thing once, to whom, under which key (domain.md section 2).
import { addWorkingDays } from './calendar.ts';
import { formatDate, formatMonth } from './civilDate.ts';
import { reminderDaysOf, type Morning } from './deadlines.ts';
import type { Moment } from './moment.ts';
import { remedyAnswerBy, remedyAnswerDays } from './settling.ts';
import type { CivilDate, FindingState, Month, RemedyState } from './words.ts';

export const noticeKinds = [
  'findingConfirmed',
  'findingDismissed',
  'remedyReported',
  'remedyReturned',
  'remedyAccepted',
  'remedyDue',
  'remedyOverdue',
  'remedyUnanswered',
  'resultToReview',
  'planDue',
  'filingDue',
  'unitFilingDue',
  'evaluationDue',
  'decisionDue',
  'answerDue',
  'figuresDue',
  'deadlineMoved',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `key` tells it from everything else that the person is told: the same act never makes a second one. */
export interface NoticeOf {
  person: string;
  key: string;
  kind: NoticeKind;
  title: string;
  body: string;
  link: string;
}

/** A finding as far as somebody is told of it. */
export interface ToldFinding {
  id: string;
  subject: string;
  /** Of the person or unit, as pages call them. */
  name: string;
  /** Of a unit: which. `subject` heads it now, and whoever decides the head is evaluator and decider of it. */
  ofUnit?: string;
  month: Month;
  evaluator: string;
  decider: string;
  codes: string;
  fact: string;
  state: FindingState;
  notified: boolean;
  due: CivilDate | null;
  remedyState: RemedyState;
  remedyNote: string;
  settleReason: string;
  /** Of the report of the remedy, as the server kept it; null while nothing was reported. */
  reported: string | null;
}

const most = 160;
const inShort = (text: string): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const dueText = (due: CivilDate | null): string =>
  due === null ? 'chưa có hạn khắc phục' : `hạn khắc phục ${formatDate(due)}`;
const about = ({ codes, fact, due, ofUnit, name }: ToldFinding): string =>
  `${ofUnit === undefined ? '' : `${name}: `}${codes.replaceAll(' ', ', ')}: ${inShort(fact)} (${dueText(due)})`;

const ownLink = ({ month, ofUnit }: ToldFinding) =>
  ofUnit === undefined ? `#/thang/${month}` : `#/don-vi/${month}/${encodeURIComponent(ofUnit)}`;
const sheetLink = ({ subject, month, ofUnit }: ToldFinding) =>
  ofUnit === undefined
    ? `#/phieu/${encodeURIComponent(subject)}/${month}`
    : `#/xep-loai-don-vi/${encodeURIComponent(ofUnit)}/${month}`;

/** What its state says now; made again by every replay, and kept once. */
export function noticesOf(of: ToldFinding): NoticeOf[] {
  const { id, subject: person, notified, state, reported } = of;
  if (!notified) return [];
  const own = { person, link: ownLink(of) };
  const told = { ...own, key: `${id}_told`, kind: 'findingConfirmed' as const };
  const confirmed = {
    ...told,
    title:
      of.ofUnit === undefined
        ? 'Một dấu hiệu được xác nhận là biểu hiện'
        : 'Một dấu hiệu ở đơn vị được xác nhận là biểu hiện',
    body: `${about(of)}. Báo cáo việc khắc phục, kèm minh chứng, ở trang ${of.ofUnit === undefined ? 'tháng' : 'đơn vị'}.`,
  };
  const dismissed: NoticeOf = {
    ...{ ...own, key: `${id}_dismissed`, kind: 'findingDismissed' },
    title: 'Biểu hiện đã xác nhận được bác bỏ',
    body: `${about(of)}. Lý do: ${inShort(of.settleReason)}`,
  };
  if (state === 'dismissed') return [dismissed];
  return reported === null ? [confirmed] : [confirmed, ...ofRemedy(of, reported)];
}

/** Of a remedy that was reported: to the evaluator that it waits, to the person what became of it. */
function ofRemedy(of: ToldFinding, reported: string): NoticeOf[] {
  const { id, subject: person, name, remedyState, remedyNote } = of;
  const own = { person, link: ownLink(of) };
  if (remedyState === 'reported')
    return [
      {
        ...{ person: of.evaluator, key: `${id}_reported_${reported}`, kind: 'remedyReported' },
        title: `${name} báo cáo đã khắc phục`,
        body: `${about(of)}. Chấp nhận hoặc trả lại trong ${remedyAnswerDays} ngày làm việc${of.evaluator === of.decider ? '' : '; quá hạn thì chuyển người quyết định'}.`,
        link: sheetLink(of),
      },
    ];
  if (remedyState === 'returned')
    return [
      {
        ...{ ...own, key: `${id}_returned_${reported}`, kind: 'remedyReturned' },
        title: 'Báo cáo khắc phục được trả lại',
        body: `${about(of)}. ${inShort(remedyNote)}`,
      },
    ];
  if (remedyState === 'accepted')
    return [
      {
        ...{ ...own, key: `${id}_accepted_${reported}`, kind: 'remedyAccepted' },
        title: 'Việc khắc phục được chấp nhận',
        body: about(of),
      },
    ];
  return [];
}

export interface Reminding extends Morning {
  /** When the remedy was reported; null where it wasn't. */
  reportedAt: Moment | null;
}

/** True iff today is one of the days on which a date is reminded of. */
export const isReminderDay = (due: CivilDate, { today, calendar, reminderDays }: Morning): boolean =>
  reminderDaysOf(due, calendar, reminderDays).includes(today);

/** What is said today of a remedy that is owed, or of a report that nobody has answered. Nothing once it is done. */
export function remindersOf(of: ToldFinding, reminding: Reminding): NoticeOf[] {
  const { id, state, notified, remedyState } = of;
  if (state !== 'confirmed' || !notified || remedyState === 'accepted') return [];
  if (remedyState === 'reported') return unanswered(of, reminding);
  const { today, calendar } = reminding;
  if (of.due === null) return [];
  const own = { person: of.subject, link: ownLink(of) };
  if (isReminderDay(of.due, reminding))
    return [
      {
        ...{ ...own, key: `${id}_due_${today}`, kind: 'remedyDue' },
        title: `Sắp đến hạn khắc phục ${formatDate(of.due)}`,
        body: `${about(of)}. Chưa báo cáo đã khắc phục.`,
      },
    ];
  if (today !== addWorkingDays(of.due, 1, calendar)) return [];
  const over = { key: `${id}_overdue_${of.due}`, kind: 'remedyOverdue' as const, body: about(of) };
  return [
    { ...own, ...over, title: `Đã quá hạn khắc phục ${formatDate(of.due)}` },
    {
      ...{ ...over, person: of.evaluator, link: sheetLink(of) },
      title: `${of.name} quá hạn khắc phục ${formatDate(of.due)}`,
    },
  ];
}

function unanswered(of: ToldFinding, { today, calendar, reportedAt }: Reminding): NoticeOf[] {
  if (reportedAt === null || of.decider === of.evaluator) return [];
  const last = remedyAnswerBy(reportedAt, calendar);
  if (today <= last) return [];
  return [
    {
      ...{ person: of.decider, key: `${of.id}_unanswered_${last}`, kind: 'remedyUnanswered' },
      title: `Báo cáo khắc phục của ${of.name} chưa được trả lời`,
      body: `${about(of)}. Đã quá ${remedyAnswerDays} ngày làm việc: người quyết định chấp nhận hoặc trả lại.`,
      link: sheetLink(of),
    },
  ];
}

/** To whoever decided: the facts of a month that is published say another level now. */
export const resultToReview = (
  of: { id: string; person: string; name: string; month: Month; decider: string; codes: string },
  before: string,
  after: string,
): NoticeOf => ({
  ...{ person: of.decider, key: `${of.id}_review_${of.month}`, kind: 'resultToReview' },
  title: `Xem lại kết quả tháng ${formatMonth(of.month)} của ${of.name}`,
  body: `Báo cáo khắc phục biểu hiện ${of.codes.replaceAll(' ', ', ')} được chấp nhận, tính từ ngày báo cáo: mức độ đề xuất ${before} nay là ${after}. Kết quả đã công khai giữ nguyên cho đến khi mở lại và quyết định lại.`,
  link: `#/phieu/${encodeURIComponent(of.person)}/${of.month}`,
});

/** To whoever owes a filing whose deadline was moved. */
export const deadlineMoved = (
  person: string,
  month: Month,
  { name, from, to, reason }: { name: string; from: CivilDate; to: CivilDate; reason: string },
): NoticeOf => ({
  ...{ person, key: `moved_${month}_${name}_${to}`, kind: 'deadlineMoved' },
  title: `Hạn nộp phiếu tháng ${formatMonth(month)} dời sang ${formatDate(to)}`,
  body: `Trước đây là ${formatDate(from)}. Lý do: ${inShort(reason)}`,
  link: `#/thang/${month}`,
});
