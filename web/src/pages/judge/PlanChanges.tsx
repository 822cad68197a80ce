// What the sheet changed of the plan that was filed: evaluating is consenting, and who doesn't returns it (domain.md section 7).
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import { Notice } from '../../parts/Page.tsx';
import { ChangeLines } from '../../parts/PlanLines.tsx';

export function PlanChanges({ assessment: { planChanges = [], state } }: { assessment: Assessment }) {
  if (planChanges.length === 0) return null;
  return (
    <Notice tone="attention">
      <p>
        {state === 'waiting'
          ? 'Phiếu khác kế hoạch đã nộp. Đánh giá phiếu là đồng ý với các thay đổi này; không đồng ý thì trả lại phiếu, nêu rõ nhiệm vụ nào.'
          : 'Phiếu khác kế hoạch đã nộp:'}
      </p>
      <ChangeLines changes={planChanges} />
    </Notice>
  );
}
