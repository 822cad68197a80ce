// The platform in virtual time: client writes become events, tasks wait for their moment, nights come by the day, and each delivery suffers what its run has drawn for it.
import { isDeepStrictEqual } from 'node:util';
import { momentOf, millisOf, type Moment } from '../../functions/src/domain/moment.ts';
import type { TaskFunction } from '../../functions/src/handlers/ports.ts';
import { Killed, type MemoryPorts } from '../fixtures/memoryPorts.ts';
import { lookIn, perform, type HumanAct, type Written } from './acts.ts';
import { delivery as current } from './app.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { doorOf, noGate, type Gate, type World } from './door.ts';
import type { Faults, Kind } from './faults.ts';
import { eventsOf, runSchedule, runTask } from './functionsOf.ts';
import { interleave } from './interleave.ts';

/** Attempts after which something is wrong with the handler and not with the platform. */
const mostAttempts = 12;

export class Platform {
  readonly memory: MemoryPorts;
  readonly objects = new Map<string, string>();
  readonly written: Written[] = [];
  /** What must not happen, in words. */
  readonly wrong: string[] = [];
  readonly counts = { deliveries: 0, kills: 0, together: 0, lost: 0, hurried: 0, refused: 0 };
  readonly #faults: Faults;
  readonly #named = new Set<string>();
  readonly #queue = new Deliveries();
  #now = 0;

  constructor(memory: MemoryPorts, faults: Faults) {
    this.memory = memory;
    this.#faults = faults;
  }

  /** Plays all acts and then whatever is still on its way. */
  async play(acts: readonly HumanAct[]): Promise<void> {
    for (const act of acts) {
      await this.#until(millisOf(act.at));
      await this.#allow(act);
      const paths = act.writes.map(({ path }) => path);
      await this.#together(this.#queue.beside(this.#now, paths, this.#faults.together() - 1), act);
    }
    await this.#until(Infinity);
  }

  schedule(name: 'everyDay' | 'every28th', at: Moment): void {
    const work = () => runSchedule(name, at);
    this.#deliver('schedule', `${name} ${at}`, millisOf(at), work);
  }

  async #until(time: number): Promise<void> {
    for (let next = this.#queue.first(); next && next.at <= time; next = this.#queue.first()) {
      this.#setNow(Math.max(this.#now, next.at));
      this.#queue.take([next]);
      const others = this.#queue.beside(this.#now, [next.about], this.#faults.together() - 1);
      await this.#together([next, ...others]);
    }
    if (time !== Infinity) this.#setNow(Math.max(this.#now, time));
  }

  /**
   * What an act waits for comes early instead: its moment is a fact of the month, and how late a delivery is, is not. It
   * waits for what the rules ask, and for the act before it on the same document to be followed (docs/faults.md).
   */
  async #allow(act: HumanAct): Promise<void> {
    const paths = act.writes.map(({ path }) => path);
    for (;;) {
      const unfollowed = this.#faults.areSeen ? this.#queue.unfollowed(paths) : [];
      if (unfollowed.length === 0 && act.may(lookIn(this.memory))) return;
      const possible = unfollowed.length > 0 ? unfollowed : this.#queue.possible(this.#now);
      const next = possible[this.#faults.next(possible.length)];
      if (!next) throw new Error(`${act.name} at ${act.at} never becomes possible`);
      this.counts.hurried += 1;
      await this.#together([next]);
    }
  }

  async #together(deliveries: readonly Delivery[], act?: HumanAct): Promise<void> {
    this.#queue.take(deliveries);
    const acted = async (gate: Gate) => {
      await gate();
      if (act) this.#act(act);
    };
    const works = [...deliveries.flatMap((one) => this.#withTwins(one)), ...(act ? [acted] : [])];
    if (works.length === 1) return await works[0]?.(noGate);
    this.counts.together += 1;
    await interleave(works, (length) => this.#faults.next(length));
  }

  /** The same delivery several times at once; whichever is killed, one of them is tried again. */
  #withTwins(one: Delivery): ((gate: Gate) => Promise<void>)[] {
    const twins = Array.from({ length: this.#faults.twins() }, () => ({ ...one, isTwin: true }));
    return [one, ...twins].map((each) => (gate: Gate) => this.#run(each, gate));
  }

  #act(act: HumanAct): void {
    if (!act.may(lookIn(this.memory))) throw new Error(`${act.name} was overtaken`);
    for (const one of perform(this.memory, act)) {
      this.written.push(one);
      this.#emit(one.path, one.before, one.after, false);
    }
  }

  async #run(one: Delivery, gate: Gate): Promise<void> {
    this.counts.deliveries += 1;
    const life = { left: this.#faults.life(one.attempt), writes: 0 };
    const door = doorOf(this.#world(), gate, life);
    try {
      await current.run(
        (_, work) => work(door),
        async () => one.run(),
      );
      one.through.done = true;
      if (one.isEcho && life.writes > 0) this.wrong.push(`${one.name} wrote, though no client did`);
    } catch (error) {
      if (error instanceof Killed) this.counts.kills += 1;
      else this.wrong.push(`${one.name}: ${error instanceof Error ? error.message : 'failed'}`);
      if (one.isTwin) return;
      if (one.attempt >= mostAttempts) throw error;
      this.#queue.add({ ...one, attempt: one.attempt + 1, at: this.#now + this.#faults.retryAfter() });
    }
  }

  #world(): World {
    return {
      memory: this.memory,
      objects: this.objects,
      now: () => momentOf(this.#now),
      refused: () => void (this.counts.refused += 1),
      wrote: (path, before, after) => this.#emit(path, before, after, true),
      enqueue: async (fn, key, payload, at) => this.#enqueue(fn, key, payload, at),
    };
  }

  #emit(path: string, before: object | null, after: object | null, isEcho: boolean): void {
    if (isEcho && isDeepStrictEqual(before, after)) this.wrong.push(`${path} was written as it stood`);
    for (const { listener, event } of eventsOf(path, before, after)) {
      const work = () => listener.run(event);
      const about = isEcho ? null : path;
      this.#deliver('event', `${listener.name} ${event.params.id}`, this.#now, work, { isEcho, about });
    }
  }

  #enqueue(fn: TaskFunction, key: string, payload: object, at: Moment): void {
    const name = `${fn}/${key}`;
    if (this.#named.has(name)) return;
    this.#named.add(name);
    this.#deliver('task', name, Math.max(this.#now, millisOf(at)), () => runTask(fn, payload));
  }

  #deliver(
    kind: Kind,
    name: string,
    at: number,
    run: () => Promise<void>,
    of: Pick<Delivery, 'isEcho' | 'about'> = { isEcho: false, about: null },
  ): void {
    const copies = this.#faults.copies(kind, name, at);
    const through = { done: false };
    if (copies.length === 0) this.counts.lost += 1;
    for (const delay of copies)
      this.#queue.add({
        name,
        at: at + delay,
        notBefore: at,
        attempt: 1,
        isTwin: false,
        through,
        run,
        ...of,
      });
  }

  #setNow(time: number): void {
    this.#now = time;
    this.memory.setNow(momentOf(time));
  }
}
