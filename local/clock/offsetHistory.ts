// Rehearsed time as a history of offsets: what the clock showed at any real moment can be told again later.

export interface OffsetEntry {
  /** Real time, milliseconds. */
  from: number;
  /** Rehearsed minus real time, milliseconds. */
  offset: number;
}

export class OffsetHistory {
  #entries: OffsetEntry[];

  constructor(entries: OffsetEntry[] = [{ from: 0, offset: 0 }]) {
    this.#entries = entries.map((entry) => ({ ...entry }));
  }

  get entries(): readonly OffsetEntry[] {
    return this.#entries;
  }

  /** The rehearsed moment of a real one: the latest entry not after it counts. */
  moment(real: number): number {
    let low = 0;
    let high = this.#entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#at(middle).from <= real) low = middle;
      else high = middle - 1;
    }
    return real + this.#at(low).offset;
  }

  now(): number {
    return this.moment(Date.now());
  }

  /** Puts the beginning somewhere else; only while nothing happened that refers to this time. */
  restart(moment: number): void {
    this.#entries = [{ from: 0, offset: moment - Date.now() }];
  }

  /** Moves on to a later moment; an earlier one changes nothing, because time already passed it. */
  advanceTo(moment: number): void {
    if (moment <= this.now()) return;
    const latest = this.#at(this.#entries.length - 1).from;
    // Two entries of one millisecond would make the first of them unreachable for what was stamped in it.
    while (Date.now() <= latest);
    const from = Date.now();
    this.#entries.push({ from, offset: moment - from });
  }

  #at(index: number): OffsetEntry {
    return this.#entries[index] ?? { from: 0, offset: 0 };
  }
}
