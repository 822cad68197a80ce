// Seeded chance: the same seed gives the same cases on every machine.
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Next number in [0, 1), by mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.below(list.length)] as T;
  }
  /** Each with probability p. */
  some<T>(list: readonly T[], p = 0.5): T[] {
    return list.filter(() => this.chance(p));
  }
  seed(): number {
    return this.below(2 ** 32);
  }
}

/** No chance at all: the first of every list, and nothing that is left to chance. */
export class Calm extends Random {
  constructor() {
    super(0);
  }
  override chance(): boolean {
    return false;
  }
  override pick<T>(list: readonly T[]): T {
    return super.pick(list.slice(0, 1));
  }
}

/** Seed of a case that nothing about is left to chance. */
export const calm = -1;
export const randomOf = (seed: number): Random => (seed === calm ? new Calm() : new Random(seed));
