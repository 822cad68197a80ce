// Đơn vị.
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function OrgUnitPage({ me, id, parent }: { me: Me; id: string | null; parent: string | null }) {
  return <PageHead title="Đơn vị" lead={`${me.name} ${id ?? parent ?? ''}`} />;
}
