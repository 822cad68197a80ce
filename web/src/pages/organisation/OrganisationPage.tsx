// Tổ chức.
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function OrganisationPage({ me, unit }: { me: Me; unit: string | null }) {
  return <PageHead title="Tổ chức" lead={`${me.name} ${unit ?? ''}`} />;
}
