// Ai xem được gì của tôi.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function Readers({ me, month }: { me: Me; month: Month | null }) {
  return <PageHead title="Ai xem được gì của tôi" lead={`${me.name} ${month ?? ''}`} />;
}
