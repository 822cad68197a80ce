// What people are reminded of as the deadlines of a month come near: who owes what by when, each morning once (domain.md section 7).
import { addWorkingDays } from './calendar.ts';
import { formatMonth } from './civilDate.ts';
import type { Morning } from './deadlines.ts';
import type { NoticeKind, NoticeOf } from './notices.ts';
import { dueText } from './remaining.ts';
import type { CivilDate, Month } from './words.ts';

export interface Reminder extends Morning {
  month: Month;
}

/** Days worked of which today is a reminder (deadlines fall on no other): one for each lead; none on a day off. */
export function datesRemindedOf({ today, calendar, reminderDays }: Morning): CivilDate[] {
  if (!calendar.isWorkingDay(today)) return [];
  return [...new Set(reminderDays)].map((lead) => addWorkingDays(today, lead, calendar));
}

interface Owed {
  person: string;
  due: CivilDate;
}

const made = (
  kind: NoticeKind,
  { person, due, ...of }: Owed & { key: string; what: string; body: string; link: string },
  reminder: Reminder,
): NoticeOf => ({
  ...{ person, kind, body: of.body, link: of.link, key: `${of.key}_${reminder.today}` },
  title: `${of.what}: ${dueText(reminder.today, due, reminder.calendar)}`,
});

/**
 * Only the first month has a plan to be written in it; every other plan came with the filing of the month before. Told once,
 * on the first of the mornings: its date is no end, what is written later is unplanned work.
 */
export const planDue = (owed: Owed, reminder: Reminder): NoticeOf => ({
  ...made(
    'planDue',
    {
      ...owed,
      key: '',
      what: `Lập kế hoạch tháng ${formatMonth(reminder.month)}`,
      body: 'Tháng đầu chưa có kế hoạch nộp từ tháng trước. Việc ghi sau ngày này là việc đột xuất, phát sinh.',
      link: `#/thang/${reminder.month}`,
    },
    reminder,
  ),
  key: `${reminder.month}_plan`,
});

export const filingDue = (owed: Owed & { isReturned: boolean }, reminder: Reminder): NoticeOf =>
  made(
    'filingDue',
    {
      ...owed,
      key: `${reminder.month}_filing`,
      what: `Nộp phiếu tháng ${formatMonth(reminder.month)}`,
      body: owed.isReturned
        ? 'Phiếu được trả lại để bổ sung, chưa nộp lại.'
        : 'Chưa nộp báo cáo, Phiếu số 01 và kế hoạch tháng sau. Ba phần được nộp cùng lúc.',
      link: `#/thang/${reminder.month}`,
    },
    reminder,
  );

export const unitFilingDue = (
  owed: Owed & { unit: string; unitName: string },
  reminder: Reminder,
): NoticeOf =>
  made(
    'unitFilingDue',
    {
      ...owed,
      key: `${reminder.month}_${owed.unit}_filing`,
      what: `Nộp kế hoạch, báo cáo của ${owed.unitName}`,
      body: `Kế hoạch và báo cáo tháng ${formatMonth(reminder.month)} của đơn vị chưa nộp.`,
      link: `#/don-vi/${reminder.month}/${encodeURIComponent(owed.unit)}`,
    },
    reminder,
  );

export const evaluationDue = (owed: Owed & { count: number }, reminder: Reminder): NoticeOf =>
  made(
    'evaluationDue',
    {
      ...owed,
      key: `${reminder.month}_evaluation`,
      what: `Còn ${owed.count} phiếu chờ đánh giá`,
      body: `Tháng ${formatMonth(reminder.month)}. Quá hạn thì người quyết định đánh giá thay.`,
      link: `#/cho-toi/${reminder.month}`,
    },
    reminder,
  );

export const decisionDue = (owed: Owed & { count: number }, reminder: Reminder): NoticeOf =>
  made(
    'decisionDue',
    {
      ...owed,
      key: `${reminder.month}_decision`,
      what: `Còn ${owed.count} phiếu chưa quyết định`,
      body: `Tháng ${formatMonth(reminder.month)}. Phiếu chưa quyết định thì chưa công khai được.`,
      link: `#/cho-toi/${reminder.month}`,
    },
    reminder,
  );

export const answerDue = (
  owed: Owed & { consultation: string; name: string },
  reminder: Reminder,
): NoticeOf =>
  made(
    'answerDue',
    {
      ...owed,
      key: `${owed.consultation}_answer`,
      what: `Cho ý kiến về ${owed.name}`,
      body: 'Hết hạn mà chưa có ý kiến thì ghi là không có ý kiến, và việc quyết định không chờ nữa.',
      link: `#/tham-khao/${encodeURIComponent(owed.consultation)}`,
    },
    reminder,
  );

export const figuresDue = (owed: Owed & { count: number }, reminder: Reminder): NoticeOf =>
  made(
    'figuresDue',
    {
      ...owed,
      key: `${reminder.month}_figures`,
      what: `Còn ${owed.count} đơn vị chưa có số liệu`,
      body: `Số liệu tháng ${formatMonth(reminder.month)} dùng khi đánh giá người đứng đầu. Chưa nhập được ở đây: gửi cho nơi tổng hợp như trước nay.`,
      // No page takes figures yet.
      link: '',
    },
    reminder,
  );
