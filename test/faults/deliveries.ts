// What is on its way, and what of it may be worked on at the same time.

export interface Delivery {
  name: string;
  /** Virtual time at which it comes, and before which it can't be hurried. */
  at: number;
  notBefore: number;
  attempt: number;
  /** Runs beside the delivery itself, which alone is tried again. */
  isTwin: boolean;
  /** The document that a client's write of which it tells; null for all others. */
  about: string | null;
  /** Shared by its copies: whether one of them got through. */
  through: { done: boolean };
  /** A function's own write brought it: it may change nothing. */
  isEcho: boolean;
  run(): Promise<void>;
}

/** Deliveries this close come together, and copies of what is being worked on, however late they are. */
const closeBy = 10 * 60_000;

export class Deliveries {
  #waiting: Delivery[] = [];

  add(one: Delivery): void {
    this.#waiting.push(one);
  }

  take(taken: readonly Delivery[]): void {
    this.#waiting = this.#waiting.filter((one) => !taken.includes(one));
  }

  /** Of two at one time the one that was sent before. */
  first(): Delivery | undefined {
    return this.#waiting.reduce<Delivery | undefined>(
      (first, one) => (!first || one.at < first.at ? one : first),
      undefined,
    );
  }

  /** What may come now: a task not before its time. */
  possible(now: number): Delivery[] {
    return this.#waiting.filter(({ notBefore }) => notBefore <= now);
  }

  /** What tells of these documents and didn't get through yet. */
  unfollowed(paths: readonly string[]): Delivery[] {
    return this.#waiting.filter(
      ({ about, through }) => about !== null && paths.includes(about) && !through.done,
    );
  }

  /** At most so many: first one that tells of the same documents. */
  beside(now: number, paths: readonly (string | null)[], most: number): Delivery[] {
    if (most <= 0) return [];
    const isAbout = ({ about }: Delivery) => about !== null && paths.includes(about);
    const near = this.possible(now).filter((one) => isAbout(one) || one.at <= now + closeBy);
    return [...near.filter(isAbout).slice(0, 1), ...near.filter((one) => !isAbout(one))].slice(0, most);
  }
}
