// Uỷ quyền.
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function Delegations({ me }: { me: Me }) {
  return <PageHead title="Uỷ quyền" lead={me.name} />;
}
