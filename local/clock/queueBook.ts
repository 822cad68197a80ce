// The task queues: one for each function that takes tasks, and those made through the API.
import type { Queue } from './backends.ts';

/** What Cloud Tasks gives a queue about which nothing was said. */
const defaults = {
  retry: { maxAttempts: 100, maxRetryMs: 0, minBackoffMs: 100, maxBackoffMs: 3_600_000, maxDoublings: 16 },
  maxConcurrent: 1000,
};

export class QueueBook {
  readonly #project: string;
  readonly #queues = new Map<string, Queue>();

  constructor(project: string) {
    this.#project = project;
  }

  open(queues: readonly Queue[]): void {
    for (const queue of queues)
      this.#queues.set(`projects/${this.#project}/locations/${queue.location}/queues/${queue.name}`, queue);
  }

  get(path: string): Queue | null {
    return this.#queues.get(path) ?? null;
  }

  list(): { path: string; queue: Queue }[] {
    return [...this.#queues].map(([path, queue]) => ({ path, queue }));
  }

  create(path: string): Queue {
    const [, , , location = '', , name = ''] = path.split('/');
    const queue = this.get(path) ?? { name, location, ...defaults };
    this.#queues.set(path, queue);
    return queue;
  }
}
