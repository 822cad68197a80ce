// Finds out, without sleeping, that every event of every write so far is handled, and those of their own writes too.
import { callJson } from '../http/callJson.ts';
import type { DeliveryQueue } from './deliveryQueue.ts';
import type { DeadEvent } from './event.ts';

/** Registered with Firestore beside the functions' own triggers; its events end in the relay. */
export const markerTrigger = 'settle';
const markers = 'localMarkers';

export interface Firestore {
  port: number;
  project: string;
}

const root = ({ port }: Firestore) => `http://127.0.0.1:${port}`;
const documents = (to: Firestore) => `v1/projects/${to.project}/databases/(default)/documents`;

export async function registerMarkerTrigger(to: Firestore): Promise<void> {
  await callJson(
    'POST',
    `${root(to)}/emulator/v1/projects/${to.project}/eventarcTrigger?eventarcTriggerId=${markerTrigger}`,
    {
      eventType: 'google.cloud.firestore.document.v1.created',
      database: '(default)',
      namespace: '(default)',
      document: { value: `${markers}/{id}`, matchType: 'PATH_PATTERN' },
    },
  );
}

async function owner(method: string, url: string, body?: string): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok)
    throw new Error(`The marker of settle() was refused: ${response.status} ${await response.text()}`);
}

function within<T>(ms: number, what: () => string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(what())), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

export class Settler {
  readonly #queue: DeliveryQueue;
  readonly #firestore: Firestore;
  readonly #arrivals = new Map<string, () => void>();
  readonly #run = `${Date.now().toString(36)}-${process.pid}`;
  #markers = 0;

  constructor(queue: DeliveryQueue, firestore: Firestore) {
    this.#queue = queue;
    this.#firestore = firestore;
  }

  /** True iff the document is a marker (whose event goes no further). */
  arrived(document: string): boolean {
    this.#arrivals.get(document)?.();
    return document.startsWith(`${markers}/`);
  }

  /** Resolves when nothing is left to handle; counts the rounds it took. */
  async quiet(limitMs: number): Promise<number> {
    const end = Date.now() + limitMs;
    for (let rounds = 1; ; rounds++) {
      if (this.#queue.faults.hold)
        throw new Error('The relay holds events back (fault `hold`), so nothing can settle.');
      await within(end - Date.now(), () => this.#stuck(), this.#queue.idle());
      const before = this.#queue.accepted;
      await this.#marker();
      // Nothing ran when the marker was written, and Firestore sends events in the order of the commits: had
      // anything been on its way, it would have come in before the marker.
      if (this.#queue.accepted === before && this.#queue.isIdle) return rounds;
    }
  }

  /** The dead events that no settle() has failed because of yet. */
  takeDead(): DeadEvent[] {
    const fresh = this.#queue.dead.filter((event) => !event.reported);
    for (const event of fresh) event.reported = true;
    return fresh;
  }

  async #marker(): Promise<void> {
    const id = `${this.#run}-${++this.#markers}`;
    const seen = new Promise<void>((resolve) => this.#arrivals.set(`${markers}/${id}`, resolve));
    const base = `${root(this.#firestore)}/${documents(this.#firestore)}/${markers}`;
    await owner('POST', `${base}?documentId=${id}`, '{"fields":{}}');
    const lost = () => 'The Firestore emulator sent no event for the marker of settle() within 20 s.';
    const gone = owner('DELETE', `${base}/${id}`);
    await Promise.all([within(20_000, lost, seen), gone]);
    this.#arrivals.delete(`${markers}/${id}`);
  }

  #stuck(): string {
    const { queued, waiting, running } = this.#queue.pending();
    return `Not settled in time: ${queued} queued, ${waiting} waiting for another attempt, running ${running.join(', ') || 'none'}.`;
  }
}

export function deadMessage(dead: DeadEvent[]): string {
  return dead
    .map((d) => `${d.trigger} failed ${d.attempts} times on ${d.document}: ${d.status} ${d.error}`)
    .join('\n');
}
