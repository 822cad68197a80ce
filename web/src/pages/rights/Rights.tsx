// Quyền trong hệ thống.
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function Rights({ me }: { me: Me }) {
  return <PageHead title="Quyền trong hệ thống" lead={me.name} />;
}
