// Nhân sự.
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function PersonPage({ me, id, unit }: { me: Me; id: string | null; unit: string | null }) {
  return <PageHead title="Nhân sự" lead={`${me.name} ${id ?? unit ?? ''}`} />;
}
