// The two clocks: in production a moment is the time of the platform, in rehearsal the offset history says which moment it stands for.
import { momentOf, type Moment, type ServerTime } from '../domain/moment.ts';
import type { Clock } from '../handlers/ports.ts';

interface Offset {
  /** Real time in epoch milliseconds from which the offset holds. */
  from: number;
  offset: number;
}

// The only place in functions/ that looks at the machine's clock; when to wake up is all it is for.
// eslint-disable-next-line no-restricted-syntax
const realNow = () => Date.now() as ServerTime;

export const platformClock: Clock = {
  momentOf: async (time) => momentOf(time),
  now: async () => momentOf(realNow()),
};

/** Moment of real time `ms` under a history sorted by `from`. */
export function rehearsed(history: readonly Offset[], ms: number): Moment {
  const entry = history.findLast(({ from }) => from <= ms);
  return momentOf(ms + (entry ? entry.offset : 0));
}

export function rehearsedClock(address: string): Clock {
  const history = async (): Promise<Offset[]> => {
    const response = await fetch(`${address}/history`);
    if (!response.ok) throw new Error(`the clock at ${address} answered ${response.status}`);
    return (await response.json()) as Offset[];
  };
  return {
    momentOf: async (time) => rehearsed(await history(), time),
    now: async () => rehearsed(await history(), realNow()),
  };
}
