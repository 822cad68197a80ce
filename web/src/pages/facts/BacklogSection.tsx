// What drags on at my units and what I took on, what those below me are at, and recording another.
import { useState } from 'preact/hooks';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import { Notice } from '../../parts/Page.tsx';
import type { MyUnit } from '../unit/unitsOf.ts';
import { BacklogForm } from './BacklogForm.tsx';
import { BacklogItem } from './BacklogItem.tsx';
import { FactList } from './FactList.tsx';
import type { FactsPart } from './Facts.tsx';

export function BacklogSection({ me, view, onChanged }: FactsPart) {
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
      <FactList
        rows={view.backlogs}
        show={(row) => <BacklogItem key={row.id} me={me} row={row} onChanged={onChanged} />}
      />
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
