// A small seeded generator of numbers, so that the sample and the demo are the same bytes on every machine.

export interface Random {
  /** Next number in [0, 1). */
  next(): number;
  /** Whole number in [from, to]. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different members of the list, in the list's order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** mulberry32: 32 bits of state are plenty for a sample and need no package. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const member = list[between(0, list.length - 1)];
    if (member === undefined) throw new RangeError('nothing to pick from');
    return member;
  };
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = list.map((_, index) => index);
    const chosen = new Set<number>();
    while (chosen.size < Math.min(count, list.length)) {
      chosen.add(left.splice(between(0, left.length - 1), 1)[0] ?? 0);
    }
    return list.filter((_, index) => chosen.has(index));
  };
  return { next, between, pick, some };
}

/** A generator of its own for a name, so that adding one person leaves the others' texts alone. */
export function randomFor(name: string, seed: number): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return randomOf(hash);
}
