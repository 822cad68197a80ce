// Mẫu chấm điểm: the versions there are, with dates and state; one to write, or to begin from another.
import { OrgNav } from '../../parts/OrgNav.tsx';
import { useMember } from '../../data/useMember.ts';
import { Loading, Notice, PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';

export function Templates({ me, id }: { me: Me; id: string | null }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  if (!member?.administrator) {
    return (
      <>
        <PageHead title="Mẫu chấm điểm" />
        <Notice>
          <p>Trang này dành cho quản trị viên của tổ chức.</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <OrgNav me={me} page="templates" />
      {id === null ? <TemplateList me={me} /> : <TemplateEditor key={id} me={me} id={id} />}
    </>
  );
}
