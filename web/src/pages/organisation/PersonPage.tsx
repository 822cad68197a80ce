// Hồ sơ của một người: who they are, their posts and absences, kept by the personnel clerk with a reason and with history.
import { Notice, PageHead } from '../../parts/Page.tsx';
import { go } from '../../router.ts';
import type { Me } from '../../session.ts';
import { WithOrganisation } from './WithOrganisation.tsx';
import { PersonForm } from './PersonForm.tsx';

export function PersonPage({ me, id, unit }: { me: Me; id: string | null; unit: string | null }) {
  return (
    <WithOrganisation me={me} page="person">
      {(whole, reload) => {
        const person = whole.people.find((one) => one.id === id) ?? null;
        if (id !== null && !person) return <Nobody id={id} />;
        return (
          <PersonForm
            key={`${id ?? ''} ${person?.rev ?? 0}`}
            me={me}
            whole={whole}
            person={person}
            unit={unit}
            onApplied={(applied) => {
              if (id === null) go({ page: 'person', id: applied });
              else reload();
              scrollTo(0, 0);
            }}
          />
        );
      }}
    </WithOrganisation>
  );
}

function Nobody({ id }: { id: string }) {
  return (
    <>
      <PageHead title="Không có trong danh sách" />
      <Notice>
        <p>Không có ai mang mã “{id}”. Mã có thể đã được ghi khác trong danh sách nhân sự.</p>
      </Notice>
    </>
  );
}
