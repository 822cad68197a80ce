// The faults that the relay can add to deliveries, to prove that handlers stand duplicates, reordering and loss.

export interface Faults {
  /** Further copies of each event. */
  duplicate: number;
  /** Each delivery waits a random time up to this. */
  delayMs: number;
  /** Takes the next delivery at random instead of in order. */
  shuffle: boolean;
  /** Share of events never delivered, 0 to 1; they are listed. */
  drop: number;
  /** Share of successful deliveries taken for failed, as when a function dies after its effect and before its answer. */
  loseAck: number;
  /** Keeps every event back until it is switched off. */
  hold: boolean;
  /** Limits the faults to triggers whose name contains this. */
  only: string;
  /** The same seed gives the same choices for the same order of arrival. */
  seed: number;
}

export const noFaults: Faults = {
  duplicate: 0,
  delayMs: 0,
  shuffle: false,
  drop: 0,
  loseAck: 0,
  hold: false,
  only: '',
  seed: 1,
};

/** A small generator of numbers in [0, 1) (mulberry32); Math.random cannot be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function affects(faults: Faults, trigger: string): boolean {
  return trigger.includes(faults.only);
}
