// Quyền trong hệ thống: who keeps people, inspects, supervises, aggregates, hands in figures or oversees, given and taken by an administrator.
import { useState } from 'preact/hooks';
import type { Member } from '../../../../functions/src/schema/person.ts';
import { listDocuments } from '../../data/firestore.ts';
import { readOrganisationNow } from '../../data/organisation.ts';
import { compareNames } from '../../data/queue.ts';
import { rightsInWords, rightsOf, type RightsWorld } from '../../data/rights.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { today } from '../../now.ts';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { PersonPicker } from '../../parts/PersonPicker.tsx';
import type { Me } from '../../session.ts';
import { pickablesOf } from '../authorities/pickables.ts';
import { RightsForm } from './RightsForm.tsx';

async function readRights(me: Me) {
  const [whole, members] = await Promise.all([
    readOrganisationNow(me.org),
    listDocuments<Member>(me.org, 'members', {}),
  ]);
  return { whole, world: { units: whole.units, people: whole.people, members } satisfies RightsWorld };
}

export function Rights({ me }: { me: Me }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  if (!member?.administrator) {
    return (
      <>
        <PageHead title="Quyền trong hệ thống" />
        <Notice>
          <p>Trang này dành cho quản trị viên của tổ chức.</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <OrgNav me={me} page="rights" />
      <PageHead
        title="Quyền trong hệ thống"
        lead="Ngoài thẩm quyền đánh giá, vốn theo chức vụ. Thay đổi có hiệu lực ngay; không ai tự giao thêm quyền cho mình"
      />
      <Loaded me={me} />
    </>
  );
}

function Loaded({ me }: { me: Me }) {
  const [loaded, reload] = useLoaded(() => readRights(me), me.pid);
  const [at, setAt] = useState<string | null>(null);
  const [told, setTold] = useState('');
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { whole, world } = loaded.value;
  const all = pickablesOf(whole, today());
  const unitName = (id: string) => world.units.find((unit) => unit.id === id)?.name ?? id;
  const rows = world.members
    .map(({ id, data }) => ({ id, rights: rightsOf(data), person: whole.people.find((p) => p.id === id) }))
    .filter(({ rights }) => rightsInWords(rights, unitName).length > 0)
    .sort((a, b) => compareNames(a.person?.name ?? a.id, b.person?.name ?? b.id));
  const done = (text: string) => {
    setTold(text);
    setAt(null);
    reload();
  };
  const chosen = at === null ? null : whole.people.find(({ id }) => id === at);
  return (
    <div class="stack" style={{ '--gap': '32px' }}>
      {told && (
        <Notice tone="good" role="status">
          <p>{told}</p>
        </Notice>
      )}
      {chosen ? (
        <RightsForm
          key={chosen.id}
          me={me}
          person={chosen}
          world={world}
          onDone={done}
          onCancel={() => setAt(null)}
        />
      ) : (
        <>
          <table class="as-list">
            <caption class="hidden-visually">Những người có quyền ngoài thẩm quyền đánh giá</caption>
            <thead>
              <tr>
                <th scope="col">Họ tên</th>
                <th scope="col">Quyền</th>
                <th scope="col">Sửa</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, rights, person }) => (
                <tr key={id}>
                  <td>
                    <span class="strong">{person?.name ?? id}</span>
                    <br />
                    <span class="soft">{all.find((one) => one.id === id)?.hint}</span>
                  </td>
                  <td>{rightsInWords(rights, unitName).join('; ')}</td>
                  <td>
                    <button type="button" class="link" onClick={() => setAt(id)}>
                      Sửa quyền<span class="hidden-visually"> của {person?.name ?? id}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div class="narrow">
            <PersonPicker
              id="add"
              label="Giao quyền cho người khác"
              people={all}
              value={null}
              onChange={(id) => setAt(id)}
            />
          </div>
        </>
      )}
    </div>
  );
}
