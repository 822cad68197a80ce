// Said where an evaluation is owed: who decides may evaluate instead, and the person isn't harmed (domain.md section 5).
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Powers } from '../../data/powers.ts';
import { Notice } from '../../parts/Page.tsx';
import { isInstead } from './judgeSource.ts';

export function Overdue({ assessment: a, powers }: { assessment: Assessment; powers: Powers }) {
  if (!a.overdue || a.state !== 'waiting' || a.frozen) return null;
  return (
    <Notice tone="attention">
      <p>
        {isInstead(a, powers)
          ? `Đã quá hạn đánh giá mà ${a.evaluatorName} chưa đánh giá. ${a.deciderName} đánh giá thay được; kết quả ghi rõ ai đã đánh giá, và việc chậm này không tính vào kết quả của ${a.personName}.`
          : `Đã quá hạn đánh giá. Từ nay ${a.deciderName} đánh giá thay được; phiếu vẫn chờ ${a.evaluatorName} cho đến lúc đó.`}
      </p>
    </Notice>
  );
}
