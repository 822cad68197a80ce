// Ai đánh giá ai.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function Authorities({ me, month }: { me: Me; month: Month | null }) {
  return <PageHead title="Ai đánh giá ai" lead={`${me.name} ${month ?? ''}`} />;
}
