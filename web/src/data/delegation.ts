// A delegation as its two people see it: where it stands in words, and what the giver writes.
import { formatDate } from '../../../functions/src/domain/civilDate.ts';
import type { CivilDate } from '../../../functions/src/domain/words.ts';
import type { DelegatedActs, Delegation } from '../../../functions/src/schema/delegation.ts';

export const actsLabels: Record<DelegatedActs, string> = {
  evaluate: 'Đánh giá, nhận diện',
  decide: 'Quyết định xếp loại',
  both: 'Đánh giá và quyết định xếp loại',
};

export interface DelegationState {
  is: 'active' | 'waiting' | 'future' | 'over' | 'revoked' | 'refused';
  text: string;
}

/** `refusal` is absent until the function has come. */
type Seen = Pick<Delegation, 'active' | 'revoked' | 'fromDay' | 'toDay'> & { refusal?: string };

export function delegationState(d: Seen, today: CivilDate): DelegationState {
  if (d.revoked) return { is: 'revoked', text: 'Đã thu hồi' };
  if (d.refusal) return { is: 'refused', text: 'Không có hiệu lực' };
  if (today > d.toDay) return { is: 'over', text: 'Đã hết hạn' };
  if (d.active) return { is: 'active', text: `Đang có hiệu lực, hết ngày ${formatDate(d.toDay)}` };
  if (today < d.fromDay) return { is: 'future', text: `Có hiệu lực từ ngày ${formatDate(d.fromDay)}` };
  return { is: 'waiting', text: 'Đã gửi, đang chờ có hiệu lực' };
}

/** What the giver fills in. */
export interface DelegationDraft {
  delegate: string | null;
  acts: DelegatedActs;
  unit: string | null;
  fromDay: CivilDate | null;
  toDay: CivilDate | null;
  reason: string;
}

const isCode = (id: string) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(id);

/** What is wrong, by field; the rules say the same. */
export function checkDelegation(draft: DelegationDraft, me: string, today: CivilDate): Map<string, string> {
  const { delegate, fromDay, toDay, reason } = draft;
  const faults = new Map<string, string>();
  if (!delegate) faults.set('delegate', 'Chọn người được uỷ quyền, hoặc nhập mã của người đó');
  else if (!isCode(delegate)) faults.set('delegate', 'Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối');
  else if (delegate === me) faults.set('delegate', 'Không uỷ quyền cho chính mình được');
  if (!fromDay) faults.set('fromDay', 'Nhập ngày bắt đầu, ví dụ 20/04/2026');
  if (!toDay) faults.set('toDay', 'Nhập ngày kết thúc, ví dụ 24/04/2026');
  else if (toDay < today) faults.set('toDay', `Nhập ngày kết thúc từ hôm nay, ${formatDate(today)}, trở đi`);
  else if (fromDay && toDay < fromDay) {
    faults.set('toDay', `Nhập ngày kết thúc không trước ngày bắt đầu ${formatDate(fromDay)}`);
  }
  if (reason.trim() === '') faults.set('reason', 'Nêu lý do uỷ quyền, ví dụ đi công tác');
  return faults;
}

/** True iff `d` lets its delegate do `act` for people of `unit`. */
export const covers = (
  d: Pick<Delegation, 'active' | 'acts' | 'unit'>,
  act: 'evaluate' | 'decide',
  unit: string,
): boolean => d.active && (d.acts === act || d.acts === 'both') && (d.unit === null || d.unit === unit);
