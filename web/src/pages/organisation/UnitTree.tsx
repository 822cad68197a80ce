// The tree of units as a navigation: each with its head and its people, branches folded on request.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fold } from '../../../../functions/src/domain/fold.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import { inTreeOrder } from '../../data/unitTree.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { today } from '../../now.ts';
import { Icon } from '../../parts/icons.tsx';
import { hrefOf } from '../../router.ts';
import { noHead, unitFacts } from './unitFacts.ts';

export function UnitTree(props: { whole: WholeOrganisation; at: string | null; showClosed: boolean }) {
  const { whole, at, showClosed } = props;
  const [words, setWords] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const day = today();
  const facts = useMemo(() => unitFacts(whole, day), [whole, day]);
  const existing = whole.units.filter(({ closed }) => showClosed || closed === null || closed >= day);
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a desk the tree scrolls by itself, and the unit of the address may stand far below.
    if (matchMedia('(min-width: 801px)').matches)
      box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const isFound = (unit: UnitDocument) => {
    const hay = fold(`${unit.name} ${unit.id} ${facts.get(unit.id)?.head ?? ''}`);
    return wanted.every((word) => hay.includes(word));
  };
  const ordered = inTreeOrder(existing);
  const parents = new Set(existing.map(({ parent }) => parent));
  const shown = ordered.filter(({ unit }) => isFound(unit) && !isUnderFolded(unit, existing, folded));
  const toggle = (id: string) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  return (
    <nav aria-label="Cây đơn vị" class="tree">
      <label class="hidden-visually" for="tree-search">
        Tìm đơn vị, không cần gõ dấu
      </label>
      <input
        id="tree-search"
        type="search"
        placeholder="Tìm đơn vị"
        autocomplete="off"
        value={words}
        onInput={(e) => setWords(e.currentTarget.value)}
      />
      <ul class="plain" ref={box}>
        <li>
          <a
            href={hrefOf({ page: 'organisation', unit: null })}
            aria-current={at === null ? 'true' : undefined}
          >
            Cả tổ chức
          </a>
        </li>
        {shown.map(({ unit, depth }) => (
          <li key={unit.id} style={{ '--depth': wanted.length > 0 ? 0 : depth }}>
            {wanted.length === 0 && parents.has(unit.id) ? (
              <button
                type="button"
                class="fold"
                aria-expanded={!folded.has(unit.id)}
                aria-label={`Đơn vị trực thuộc ${unit.name}`}
                onClick={() => toggle(unit.id)}
              >
                <Icon name="next" />
              </button>
            ) : (
              <span class="fold" />
            )}
            <a
              href={hrefOf({ page: 'organisation', unit: unit.id })}
              aria-current={at === unit.id ? 'true' : undefined}
            >
              <span>{unit.name}</span>
              <span class="soft small">
                {facts.get(unit.id)?.head ?? noHead} · {facts.get(unit.id)?.people ?? 0} người
                {unit.closed !== null && unit.closed < day ? ' · đã giải thể' : ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="soft small">Không có đơn vị nào mang tên này.</p>}
    </nav>
  );
}

function isUnderFolded(
  unit: UnitDocument,
  units: readonly UnitDocument[],
  folded: ReadonlySet<string>,
): boolean {
  if (folded.size === 0) return false;
  const byId = new Map(units.map((u) => [u.id, u]));
  const passed = new Set<string>();
  for (let up = unit.parent; up !== null && !passed.has(up); up = byId.get(up)?.parent ?? null) {
    if (folded.has(up)) return true;
    passed.add(up);
  }
  return false;
}
