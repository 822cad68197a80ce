// Nhập danh sách.
import { PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function ImportPage({ me }: { me: Me }) {
  return <PageHead title="Nhập danh sách" lead={`${me.name} ${''}`} />;
}
