// An appeal against a published result: whether it is taken, by when it is answered, and what it is still missing (domain.md section 7).
import { addWorkingDays, type Calendar } from './calendar.ts';
import { civilDateOf, endOfDay, formatWeekday, lastDayBefore } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { CivilDate, Level, Rating } from './words.ts';

/** What the person asks to have looked at again. */
export const appealAsks = ['rating', 'level', 'finding', 'other'] as const;
export type AppealAsk = (typeof appealAsks)[number];

/** `refused` is the system's: filed too late, or about nothing that can be appealed. A reasoned refusal is an answer. */
export const appealStates = ['filed', 'answered', 'refused'] as const;
export type AppealState = (typeof appealStates)[number];

export const appealOutcomes = ['upheld', 'refused'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** Whoever appeals says what and why, whoever answers says why: at least so many characters. */
export const leastAppealWords = 10;

/** What an appeal needs to know of the result it is about. */
export interface Appealable {
  version: number;
  appealUntil: Moment;
}

/** Exclusive end of the window that opens with a publication (domain.md section 7: working days after that day). */
export const appealWindow = (publishedAt: Moment, days: number, calendar: Calendar): Moment =>
  endOfDay(addWorkingDays(civilDateOf(publishedAt), days, calendar));

/** Why an appeal filed at that moment isn't taken, in words for the person; null where it is. */
export function appealRefusal(version: number, filedAt: Moment, result: Appealable | null): string | null {
  if (result === null) return 'Tháng này chưa có kết quả được công khai.';
  if (version !== result.version)
    return `Kết quả hiện hành là lần ${result.version}, không phải lần ${version}.`;
  if (filedAt < result.appealUntil) return null;
  return `Quá hạn: thời hạn kiến nghị đã hết vào ${formatWeekday(lastDayBefore(result.appealUntil))}.`;
}

/** Each appeal has a clock of its own: so many working days after the day of its filing. `due` is an exclusive end. */
export function answerDue(
  filedAt: Moment,
  days: number,
  calendar: Calendar,
): { dueDay: CivilDate; due: Moment } {
  const dueDay = addWorkingDays(civilDateOf(filedAt), days, calendar);
  return { dueDay, due: endOfDay(dueDay) };
}

export interface AnswerDraft {
  answer: string;
  outcome: AppealOutcome | null;
  dRating: Rating | null;
  dLevel: Level | null;
  score: number;
  participants: string;
}

/** Field → what to do about it; empty where the answer can be given. `body`: a body answers, so its members are named. */
export function checkAnswer(
  draft: AnswerDraft,
  before: Pick<AnswerDraft, 'dRating' | 'dLevel' | 'score'>,
  { asks, body }: { asks: AppealAsk; body: string | null },
): Map<string, string> {
  const faults = new Map<string, string>();
  const { answer, outcome, dRating, dLevel, score, participants } = draft;
  if (outcome === null) faults.set('outcome', 'Chọn sửa kết quả hoặc giữ nguyên kết quả');
  if (outcome === 'upheld') {
    if (dRating === null) faults.set('dRating', 'Chọn xếp loại tháng');
    if (dLevel === null) faults.set('dLevel', 'Chọn mức độ nhận diện biểu hiện');
    const isSame = dRating === before.dRating && dLevel === before.dLevel && score === before.score;
    if (isSame && (asks === 'rating' || asks === 'level'))
      faults.set('dRating', 'Sửa xếp loại, mức độ hoặc điểm; hoặc chọn giữ nguyên kết quả');
  }
  if (answer.trim().length < leastAppealWords)
    faults.set('answer', `Nêu lý do, ít nhất ${leastAppealWords} ký tự; người kiến nghị đọc được`);
  if (body !== null && participants.trim().length < leastAppealWords)
    faults.set('participants', `Ghi họ tên những người của ${body} cùng xem xét`);
  return faults;
}
