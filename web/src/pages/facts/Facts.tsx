// Việc tồn đọng, phối hợp: what drags on and got stuck at my units, what others ask of me, what waits for me as the authority.
import { useState } from 'preact/hooks';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { thisMonth } from '../../now.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { unitsOf, type MyUnit } from '../unit/unitsOf.ts';
import { BacklogForm } from './BacklogForm.tsx';
import { BacklogItem } from './BacklogItem.tsx';
import { CoordinationItem } from './CoordinationItem.tsx';
import { NewCoordination } from './NewCoordination.tsx';
import { readMine, type FactsOfMine } from './readFacts.ts';
import { useFollowed } from './useFollowed.ts';
import { RecordLimitation } from './RecordLimitation.tsx';

interface View extends FactsOfMine {
  headed: MyUnit[];
}

async function readView(me: Me): Promise<View> {
  const [facts, units] = await Promise.all([readMine(me), unitsOf(me, thisMonth())]);
  return { ...facts, headed: units.filter(({ isHeaded }) => isHeaded) };
}

export function Facts({ me }: { me: Me }) {
  const [loaded, reload] = useLoaded(() => readView(me), me.pid);
  const member = useMember(me);
  const onChanged = useFollowed(reload);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const view = loaded.value;
  const toAnswer = view.coordinations.filter((c) => c.data.otherHead === me.pid && c.data.state === 'open');
  const toSettle = view.trouble.filter((c) => c.data.state === 'open' || c.data.state === 'answered');
  const toJudge = view.below.filter(
    ({ data }) =>
      data.state === 'done' || (data.state === 'open' && data.competence === 'beyond' && !data.answer),
  );
  const waiting = toAnswer.length + toSettle.length + toJudge.length;
  return (
    <>
      <PageHead
        title="Việc tồn đọng, phối hợp"
        lead={waiting > 0 ? `${waiting} việc chờ ý kiến của tôi` : 'Không có việc nào chờ ý kiến của tôi'}
      >
        <a class="button" href={hrefOf({ page: 'unit', month: null })}>
          Về đơn vị của tôi
        </a>
      </PageHead>
      <div class="record">
        {waiting > 0 && (
          <section class="stack" aria-labelledby="facts-waiting">
            <h2 id="facts-waiting">Chờ ý kiến của tôi</h2>
            {[...toAnswer, ...toSettle].map((row) => (
              <CoordinationItem key={row.id} me={me} row={row} onChanged={onChanged} />
            ))}
            {toJudge.map((row) => (
              <BacklogItem key={row.id} me={me} row={row} onChanged={onChanged} />
            ))}
          </section>
        )}
        <Backlogs me={me} view={view} onChanged={onChanged} />
        <Coordinations me={me} view={view} skip={[...toAnswer, ...toSettle]} onChanged={onChanged} />
        {member && member.aggregates.length + member.judges.length > 0 && (
          <RecordLimitation me={me} blocks={member.aggregates} />
        )}
      </div>
    </>
  );
}

interface Part {
  me: Me;
  view: View;
  onChanged: () => void;
}

function Backlogs({ me, view, onChanged }: Part) {
  const [adding, setAdding] = useState<MyUnit | 'own' | null>(null);
  const done = () => {
    setAdding(null);
    onChanged();
  };
  const form = { me, onDone: done, onCancel: () => setAdding(null) };
  const others = view.below.filter(
    ({ data }) => data.state === 'open' && !(data.competence === 'beyond' && !data.answer),
  );
  return (
    <section class="stack" aria-labelledby="facts-backlogs">
      <h2 id="facts-backlogs">{factTitles.backlogs}</h2>
      {view.backlogs.length === 0 && (
        <Notice>
          <p>Việc chậm trễ, kéo dài của đơn vị và việc khó đã đăng ký đảm nhận sẽ hiện ở đây khi được ghi.</p>
        </Notice>
      )}
      {view.backlogs.map((row) => (
        <BacklogItem key={row.id} me={me} row={row} onChanged={onChanged} />
      ))}
      {adding === 'own' && (
        <BacklogForm key="own" {...form} subject={{ about: 'person', id: me.pid, name: me.name }} />
      )}
      {adding !== null && adding !== 'own' && (
        <BacklogForm
          key={adding.unit}
          {...form}
          subject={{ about: 'unit', id: adding.unit, name: adding.name }}
        />
      )}
      {adding === null && (
        <div class="row">
          {view.headed.map((unit) => (
            <button key={unit.unit} type="button" class="button" onClick={() => setAdding(unit)}>
              Ghi việc chậm trễ của {unit.name}
            </button>
          ))}
          <button type="button" class="button" onClick={() => setAdding('own')}>
            Tôi đăng ký đảm nhận việc khó
          </button>
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length} việc đang giải quyết của người và đơn vị do tôi quyết định xếp loại
          </summary>
          {others.map((row) => (
            <BacklogItem key={row.id} me={me} row={row} onChanged={onChanged} />
          ))}
        </details>
      )}
    </section>
  );
}

function Coordinations({ me, view, skip, onChanged }: Part & { skip: readonly { id: string }[] }) {
  const [adding, setAdding] = useState<MyUnit | null>(null);
  const known = new Set(skip.map(({ id }) => id));
  const all = new Map([...view.coordinations, ...view.trouble].map((row) => [row.id, row]));
  const rows = [...all.values()].filter(({ id }) => !known.has(id));
  if (rows.length === 0 && view.headed.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="facts-trouble">
      <h2 id="facts-trouble">{factTitles.coordinations}</h2>
      {rows.length === 0 && (
        <Notice>
          <p>Vướng mắc mà đơn vị nêu, hoặc được đơn vị khác nêu, hiện ở đây cùng trả lời và kết luận.</p>
        </Notice>
      )}
      {rows.map((row) => (
        <CoordinationItem key={row.id} me={me} row={row} onChanged={onChanged} />
      ))}
      {adding ? (
        <NewCoordination
          me={me}
          unit={adding}
          month={thisMonth()}
          onDone={() => {
            setAdding(null);
            onChanged();
          }}
          onCancel={() => setAdding(null)}
        />
      ) : (
        <div class="row">
          {view.headed.map((unit) => (
            <button key={unit.unit} type="button" class="button" onClick={() => setAdding(unit)}>
              Nêu vướng mắc của {unit.name}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
