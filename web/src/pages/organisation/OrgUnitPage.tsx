// Hồ sơ của một đơn vị: name, kind, place in the tree, what it does for all, and when it ended; with reason and history.
import { Notice, PageHead } from '../../parts/Page.tsx';
import { go } from '../../router.ts';
import type { Me } from '../../session.ts';
import { WithOrganisation } from './WithOrganisation.tsx';
import { UnitForm } from './UnitForm.tsx';

export function OrgUnitPage({ me, id, parent }: { me: Me; id: string | null; parent: string | null }) {
  return (
    <WithOrganisation me={me} page="org-unit">
      {(whole, reload) => {
        const unit = whole.units.find((one) => one.id === id) ?? null;
        if (id !== null && !unit) return <NoUnit id={id} />;
        return (
          <UnitForm
            key={`${id ?? ''} ${unit?.rev ?? 0}`}
            me={me}
            whole={whole}
            unit={unit}
            parent={parent}
            onApplied={(applied) => {
              if (id === null) go({ page: 'org-unit', id: applied });
              else reload();
              scrollTo(0, 0);
            }}
          />
        );
      }}
    </WithOrganisation>
  );
}

function NoUnit({ id }: { id: string }) {
  return (
    <>
      <PageHead title="Không có đơn vị này" />
      <Notice>
        <p>Không có đơn vị nào mang mã “{id}”.</p>
      </Notice>
    </>
  );
}
