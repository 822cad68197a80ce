// Kiểm tra trước khi mở tháng.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function Completeness({ me, month }: { me: Me; month: Month | null }) {
  return <PageHead title="Kiểm tra trước khi mở tháng" lead={`${me.name} ${month ?? ''}`} />;
}
