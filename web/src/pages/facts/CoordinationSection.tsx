// Trouble between units that is mine to follow: recorded by my units, about them, or settled by me; and recording another.
import { useState } from 'preact/hooks';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import { Notice } from '../../parts/Page.tsx';
import type { MyUnit } from '../unit/unitsOf.ts';
import { CoordinationItem } from './CoordinationItem.tsx';
import { FactList } from './FactList.tsx';
import type { FactsPart } from './Facts.tsx';
import { NewCoordination } from './NewCoordination.tsx';

export function CoordinationSection({
  me,
  view,
  skip,
  onChanged,
}: FactsPart & { skip: readonly { id: string }[] }) {
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
      <FactList
        rows={rows}
        show={(row) => <CoordinationItem key={row.id} me={me} row={row} onChanged={onChanged} />}
      />
      {adding ? (
        <NewCoordination
          me={me}
          unit={adding}
          month={view.month}
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
