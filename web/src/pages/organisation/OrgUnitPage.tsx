// Hồ sơ của một đơn vị: name, kind, place in the tree, what it does for all, and when it ended; with reason and history.
import { useMember } from '../../data/useMember.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { Notice, PageHead } from '../../parts/Page.tsx';
import { go } from '../../router.ts';
import type { Me } from '../../session.ts';
import { SubItems } from '../unitMonth/SubItems.tsx';
import { WithOrganisation } from './WithOrganisation.tsx';
import { UnitForm } from './UnitForm.tsx';

export function OrgUnitPage({ me, id, parent }: { me: Me; id: string | null; parent: string | null }) {
  return (
    <WithOrganisation me={me} page="org-unit">
      {(whole, reload) => {
        const unit = whole.units.find((one) => one.id === id) ?? null;
        if (id !== null && !unit) return <NoUnit id={id} />;
        return (
          <>
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
            {unit && (
              <div style={{ marginTop: '48px' }}>
                <SubItemsOfClerk me={me} unit={unit.id} whole={whole} />
              </div>
            )}
          </>
        );
      }}
    </WithOrganisation>
  );
}

/** The administrator reads them, the clerk writes them. */
function SubItemsOfClerk({ me, unit, whole }: { me: Me; unit: string; whole: WholeOrganisation }) {
  const member = useMember(me);
  const names = new Map(whole.people.map(({ id, name }) => [id, name]));
  return (
    <SubItems me={me} unit={unit} mayWrite={member?.clerk ?? false} nameOf={(id) => names.get(id) ?? id} />
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
