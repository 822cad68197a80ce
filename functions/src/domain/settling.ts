// Who may say what of a finding and what becomes of it: verdicts, remedies and their answers (domain.md section 2).
import { addWorkingDays, type Calendar } from './calendar.ts';
import { civilDateOf } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { CivilDate, Degree, FindingState, Month, RemedyState, Verdict } from './words.ts';

export interface Settleable {
  state: FindingState;
  due: CivilDate | null;
  remedyState: RemedyState;
  notifiedAt: Moment | null;
  remedyReportedAt: Moment | null;
}

/** What a verdict changes; the caller writes it. */
export interface Settled extends Settleable {
  /** The person is to be told now: what is confirmed, or taken back after they were told. */
  notify: boolean;
}

export interface Refused {
  refused: string;
}

/** What is wrong with a verdict, and whether the verdict itself, its degree or its date wants another answer. */
export interface RefusedVerdict extends Refused {
  of: 'verdict' | 'degree' | 'due';
}

export interface Settling {
  at: Moment;
  /** As the authority identifies it; as it was recorded where it says nothing of its own. */
  degree: Degree;
  /** Date by which it is to be remedied, accepted by the authority. */
  due: CivilDate | null;
  /** It was left chưa rõ the month before. */
  leftUnclear: boolean;
}

/** True iff an earlier month left it chưa rõ already: in `month` it is confirmed or dismissed. */
export const leftUnclearTwice = (
  { state, unclearIn }: { state: FindingState; unclearIn: Month | null },
  month: Month,
): boolean => state === 'suspected' && unclearIn !== null && unclearIn < month;

/**
 * Suspicions that came after an evaluation, or were left out of it: while there is one, nothing is decided. What was left
 * chưa rõ has its verdict.
 */
export const unsettledIn = ({
  suspected,
  verdicts,
}: {
  suspected: readonly string[];
  verdicts: Readonly<Record<string, Verdict>>;
}): string[] => suspected.filter((id) => !(id in verdicts));

/** True iff the verdict says that it is a manifestation. */
export const confirms = (verdict: Verdict | undefined): boolean =>
  verdict === 'open' || verdict === 'underway' || verdict === 'remedied';

/** Where an assessment of `of` says degree and date of a finding: at the row of the sheet that it stands for, else under its id. */
export const judgedUnder = (id: string, { month, key }: { month: Month; key: string }, of: Month): string =>
  month === of && /^r\d+$/.test(key) ? key : id;

/** What the verdict makes of the suspicion, or why it can't be given. */
export function settle(finding: Settleable, verdict: Verdict, settling: Settling): Settled | RefusedVerdict {
  return refusal(finding, verdict, settling) ?? applyVerdict(finding, verdict, settling);
}

/** What a verdict changes once it has been given: an act that the rules let through is never dropped afterwards. */
export function applyVerdict(
  finding: Settleable,
  verdict: Verdict,
  { at, due }: Pick<Settling, 'at' | 'due'>,
): Settled {
  const told = finding.notifiedAt !== null;
  switch (verdict) {
    case 'dismissed':
      return { ...finding, state: 'dismissed', notify: told };
    case 'unclear':
      return { ...finding, state: 'suspected', notify: false };
    case 'open':
    case 'underway': {
      const remedyState = verdict === 'underway' ? 'underway' : 'none';
      return {
        ...finding,
        state: 'confirmed',
        due,
        remedyState,
        // What was reported as remedied and isn't has no day to count from.
        remedyReportedAt: null,
        notifiedAt: finding.notifiedAt ?? at,
        notify: true,
      };
    }
    case 'remedied':
      return {
        ...finding,
        state: 'remedied',
        remedyState: 'accepted',
        remedyReportedAt: finding.remedyReportedAt ?? at,
        notifiedAt: finding.notifiedAt ?? at,
        notify: true,
      };
  }
}

function refusal(
  { state }: Settleable,
  verdict: Verdict,
  { at, degree, due, leftUnclear }: Settling,
): RefusedVerdict | null {
  const refused = (of: RefusedVerdict['of'], text: string) => ({ of, refused: text });
  if (state !== 'suspected') return refused('verdict', 'Dấu hiệu này đã được kết luận.');
  if (verdict === 'unclear' && leftUnclear)
    return refused('verdict', 'Tháng trước đã để "chưa rõ": tháng này xác nhận hoặc bác bỏ.');
  if (confirms(verdict) && degree === 'unclear')
    return refused('degree', 'Mức độ còn "chưa rõ": chọn mức độ khác để xác nhận biểu hiện.');
  if (verdict !== 'open' && verdict !== 'underway') return null;
  if (due === null) return refused('due', 'Nêu hạn khắc phục.');
  return due < civilDateOf(at) ? refused('due', 'Hạn khắc phục phải từ hôm nay trở đi.') : null;
}

/** The person says that it is remedied. */
export function reportRemedy(finding: Settleable, remedy: string, at: Moment): Settleable | Refused {
  if (finding.state !== 'confirmed' || finding.notifiedAt === null) {
    return { refused: 'Chỉ báo cáo khắc phục cho biểu hiện đã được xác nhận và thông báo.' };
  }
  if (remedy.trim() === '') return { refused: 'Nêu đã khắc phục thế nào và minh chứng.' };
  return { ...finding, remedyState: 'reported', remedyReportedAt: at };
}

/** The authority accepts or returns what was reported; a return forgets the day, since nothing is remedied. */
export function answerRemedy(finding: Settleable, accepted: boolean, note: string): Settleable | Refused {
  if (finding.state !== 'confirmed' || finding.remedyState !== 'reported') {
    return { refused: 'Chưa có báo cáo khắc phục để trả lời.' };
  }
  if (accepted) return { ...finding, state: 'remedied', remedyState: 'accepted' };
  if (note.trim() === '') return { refused: 'Nêu phần chưa đạt để người được đánh giá làm tiếp.' };
  return { ...finding, remedyState: 'returned', remedyReportedAt: null };
}

/** Working days an evaluator has to answer a reported remedy, before it goes to the decider. */
export const remedyAnswerDays = 3;

/** Last day on which the evaluator may answer. */
export function remedyAnswerBy(reportedAt: Moment, calendar: Calendar): CivilDate {
  return addWorkingDays(civilDateOf(reportedAt), remedyAnswerDays, calendar);
}

export interface Extendable extends Pick<Settleable, 'state' | 'due' | 'remedyState'> {
  /** The date before the extension; null while there was none. */
  firstDue: CivilDate | null;
}

/** A later date, once (domain.md section 3: one extension at most). */
export function extendDue(
  { state, due, remedyState, firstDue }: Extendable,
  to: CivilDate | null,
  today: CivilDate,
): { due: CivilDate; firstDue: CivilDate } | Refused {
  if (state !== 'confirmed' || remedyState === 'accepted')
    return { refused: 'Chỉ gia hạn cho biểu hiện đã xác nhận và chưa khắc phục xong.' };
  if (due === null) return { refused: 'Chưa có hạn khắc phục để gia hạn.' };
  if (firstDue !== null) return { refused: 'Hạn khắc phục chỉ được gia hạn một lần.' };
  if (to === null) return { refused: 'Nhập hạn mới.' };
  if (to <= due) return { refused: 'Hạn mới phải sau hạn cũ.' };
  return to < today ? { refused: 'Hạn mới phải từ hôm nay trở đi.' } : { due: to, firstDue: due };
}
