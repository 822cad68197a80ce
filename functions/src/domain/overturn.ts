// The decider turns a conclusion on a finding round, with a reason (domain.md section 2).
import type { CivilDate, Degree, FindingState, RemedyState } from './words.ts';

export interface Overturnable {
  state: FindingState;
  remedyState: RemedyState;
  degree: Degree;
  due: CivilDate | null;
  settleReason: string;
}

export interface Overturned {
  state: FindingState;
  due: CivilDate | null;
  settleReason: string;
}

/** What becomes of it: what was confirmed or remedied is dismissed; what was dismissed stands again as it did. Null of a suspicion. */
export function overturnsTo({ state, remedyState }: Overturnable): FindingState | null {
  if (state === 'suspected') return null;
  if (state !== 'dismissed') return 'dismissed';
  return remedyState === 'accepted' ? 'remedied' : 'confirmed';
}

/** As `firestore.rules` have it, or what is missing, and at which of the two fields. `due`: of what is to be remedied again. */
export function overturn(
  finding: Overturnable,
  { reason, due, today }: { reason: string; due: CivilDate | null; today: CivilDate },
): Overturned | { refused: string; of: 'reason' | 'due' } {
  const refused = (of: 'reason' | 'due', text: string) => ({ refused: text, of });
  const state = overturnsTo(finding);
  if (state === null) return refused('reason', 'Dấu hiệu này chưa được kết luận.');
  if (reason.trim() === '') return refused('reason', 'Nêu lý do thay đổi kết luận.');
  if (reason === finding.settleReason) return refused('reason', 'Nêu lý do mới, khác lý do đã ghi.');
  if (state === 'dismissed') return { state, due: finding.due, settleReason: reason };
  if (finding.degree === 'unclear')
    return refused(
      'reason',
      'Dấu hiệu còn "chưa rõ" thì không xác nhận lại được; ghi nhận biểu hiện mới với mức độ đã rõ.',
    );
  if (state === 'remedied') return { state, due: finding.due, settleReason: reason };
  if (due === null) return refused('due', 'Nêu hạn khắc phục.');
  if (due < today) return refused('due', 'Hạn khắc phục phải từ hôm nay trở đi.');
  return { state, due, settleReason: reason };
}
