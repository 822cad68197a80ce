// What the clerk's pages stand on: units and people are read, or it is said why they aren't.
import type { ComponentChildren } from 'preact';
import { troubleOf } from '../../data/firestore.ts';
import { readOrganisationNow } from '../../data/organisation.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import type { Route } from '../../router.ts';
import type { Me } from '../../session.ts';

async function readAllowed(org: string): Promise<WholeOrganisation | null> {
  try {
    return await readOrganisationNow(org);
  } catch (error) {
    if (troubleOf(error) === 'refused') return null;
    throw error;
  }
}

export function WithOrganisation(props: {
  me: Me;
  page: Route['page'];
  children: (whole: WholeOrganisation, reload: () => void) => ComponentChildren;
}) {
  const { me, page, children } = props;
  const [loaded, reload] = useLoaded(() => readAllowed(me.org), me.org);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (loaded.value === null) {
    return (
      <>
        <PageHead title="Tổ chức" />
        <Notice>
          <p>Trang này dành cho người phụ trách nhân sự và quản trị viên của tổ chức.</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <OrgNav me={me} page={page} />
      {children(loaded.value, reload)}
    </>
  );
}
