// What stands on a page of the organisation for who doesn't keep it.
import { Notice, PageHead } from './Page.tsx';

export function ForKeepers({ title }: { title: string }) {
  return (
    <>
      <PageHead title={title} />
      <Notice>
        <p>Trang này dành cho người phụ trách nhân sự và quản trị viên của tổ chức.</p>
      </Notice>
    </>
  );
}
