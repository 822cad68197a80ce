// Units as a tree, each with a table of its edges; opened where few are left, closed where there are many.
import { useMemo, useState } from 'preact/hooks';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { filterEdges, type UnitEdges } from '../../data/edges.ts';
import { inTreeOrder } from '../../data/unitTree.ts';
import { TextLine } from '../../parts/fields.tsx';
import type { Me } from '../../session.ts';
import { EdgeTable } from './EdgeTable.tsx';
import { UnitAdvice } from './NoteForm.tsx';
import type { Shown } from './readEdges.ts';

/** Set for the clerk on an open month: edges may be corrected. */
export interface Correction {
  me: Me;
  month: Month;
  onDone: () => void;
}

/** Set for an aggregator: advice on people and units of these blocks. */
export interface Advice {
  me: Me;
  month: Month;
  blocks: readonly string[];
}

const openUpTo = 40;

export function EdgeTree(props: Shown & { correction: Correction | null; advice: Advice | null }) {
  const { units, wordsOf, correction, advice } = props;
  const [words, setWords] = useState('');
  const [by, setBy] = useState<{ id: string; name: string } | null>(null);
  const order = useMemo(() => inTreeOrder(units), [units]);
  const left = new Map(filterEdges(units, { words, by: by?.id ?? null }).map((unit) => [unit.id, unit]));
  const people = [...left.values()].reduce((sum, u) => sum + u.edges.length + u.without.length, 0);
  const isFiltered = words.trim() !== '' || by !== null;
  return (
    <div class="stack">
      <div class="narrow">
        <TextLine
          id="find"
          label="Tìm theo họ tên hoặc đơn vị"
          hint="Không cần gõ dấu. Bấm vào tên người đánh giá để xem tất cả những người thuộc thẩm quyền của người đó."
          type="search"
          value={words}
          onInput={setWords}
        />
      </div>
      {by && (
        <p class="row">
          <span>
            Thuộc thẩm quyền của <span class="strong">{by.name}</span>
          </span>
          <button type="button" class="link" onClick={() => setBy(null)}>
            Bỏ lọc
          </button>
        </p>
      )}
      <p class="soft small" role="status">
        {people} người, {left.size} đơn vị
      </p>
      <div>
        {order.map(({ unit, depth }) => {
          const shown = left.get(unit.id);
          if (!shown) return null;
          return (
            <UnitFold
              // Another filter opens or closes the unit anew.
              key={`${unit.id} ${isFiltered}`}
              unit={shown}
              depth={isFiltered ? 0 : depth}
              isOpen={people <= openUpTo}
              wordsOf={wordsOf}
              correction={correction}
              advice={advice}
              onBy={(id, name) => {
                setBy({ id, name });
                setWords('');
              }}
            />
          );
        })}
      </div>
      {people === 0 && <p>Không có ai khớp. Thử ít từ hơn.</p>}
    </div>
  );
}

/** Nobody advises on the unit that they stand in. */
const isAdvised = (unit: UnitEdges, advice: Advice | null): advice is Advice =>
  advice !== null && advice.blocks.includes(unit.block) && !unit.edges.some(({ id }) => id === advice.me.pid);

export interface TableProps {
  unit: UnitEdges;
  wordsOf: Shown['wordsOf'];
  correction: Correction | null;
  advice: Advice | null;
  onBy: (id: string, name: string) => void;
}

function UnitFold({ depth, isOpen, ...props }: TableProps & { depth: number; isOpen: boolean }) {
  const [open, setOpen] = useState(isOpen);
  const { unit, advice } = props;
  const corrected = unit.edges.filter((e) => e.corrected !== null).length;
  return (
    <details
      class="unit-fold"
      data-depth={Math.min(depth, 4)}
      open={open}
      onToggle={(e) => setOpen(e.currentTarget.open)}
    >
      <summary>
        {unit.name}{' '}
        <span class="soft small">
          {unit.edges.length + unit.without.length} người
          {unit.without.length > 0 && `, ${unit.without.length} người không có người đánh giá ở đây`}
          {corrected > 0 && `, ${corrected} người đã sửa thẩm quyền`}
        </span>
      </summary>
      {open && isAdvised(unit, advice) && <UnitAdvice {...advice} subject={unit} />}
      {open && <EdgeTable {...props} />}
    </details>
  );
}
