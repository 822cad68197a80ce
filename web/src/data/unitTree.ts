// Units in the order of their tree, each with its depth: the top of each block first, below it by name.
import { blocks, type Block } from '../../../functions/src/domain/words.ts';

interface Node {
  id: string;
  name: string;
  parent: string | null;
  block: Block;
}

const byName = new Intl.Collator('vi', { numeric: true });

export function inTreeOrder<U extends Node>(units: readonly U[]): { unit: U; depth: number }[] {
  const known = new Set(units.map(({ id }) => id));
  const children = new Map<string | null, U[]>();
  for (const unit of units) {
    // A unit whose parent isn't shown stands at the top.
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const order: { unit: U; depth: number }[] = [];
  const seen = new Set<string>();
  const walk = (unit: U, depth: number) => {
    if (seen.has(unit.id)) return;
    seen.add(unit.id);
    order.push({ unit, depth });
    for (const child of sorted(children.get(unit.id) ?? [])) walk(child, depth + 1);
  };
  for (const top of sorted(children.get(null) ?? [])) walk(top, 0);
  // A ring of parents has no top; its units are shown all the same, so that it can be mended.
  for (const unit of units) walk(unit, 0);
  return order;
}

const sorted = <U extends Node>(units: readonly U[]): U[] =>
  [...units].sort(
    (a, b) => blocks.indexOf(a.block) - blocks.indexOf(b.block) || byName.compare(a.name, b.name),
  );
