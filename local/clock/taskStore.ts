// Holds the tasks that wait, and the names that may not be used again yet, all in rehearsed time.

export interface Task {
  /** projects/P/locations/L/queues/Q/tasks/ID */
  name: string;
  created: number;
  /** When the next attempt is due: the scheduled moment, later that of a retry. */
  due: number;
  /** The order of creation, which decides among tasks due at the same moment. */
  order: number;
  /** Attempts made so far. */
  attempts: number;
  /** Attempts that a handler answered at all (an outage does not count). */
  responses: number;
  firstAttempt: number | null;
  lastStatus: number | null;
  url: string;
  headers: Record<string, string>;
  /** base64 */
  body: string;
  deadlineMs: number;
}

export interface TaskState {
  tasks: Task[];
  /** Name and the moment from which it may be used again. */
  tombstones: [name: string, until: number][];
  order: number;
}

export const emptyTasks = (): TaskState => ({ tasks: [], tombstones: [], order: 0 });

export function queueOf(task: Task): string {
  return task.name.slice(0, task.name.lastIndexOf('/tasks/'));
}

export class TaskStore {
  readonly #tasks = new Map<string, Task>();
  readonly #tombstones = new Map<string, number>();
  readonly #tombstoneMs: number;
  #order = 0;
  /** Sorted on demand: a look at what is due happens many times for each change. */
  #sorted: readonly Task[] | null = null;

  constructor(state: TaskState, tombstoneMs: number) {
    this.#tombstoneMs = tombstoneMs;
    this.restore(state);
  }

  restore(state: TaskState): void {
    this.#tasks.clear();
    this.#tombstones.clear();
    for (const task of state.tasks) this.#tasks.set(task.name, { ...task });
    for (const [name, until] of state.tombstones) this.#tombstones.set(name, until);
    this.#order = state.order;
    this.#sorted = null;
  }

  save(): TaskState {
    return {
      tasks: [...this.#tasks.values()].map((task) => ({ ...task })),
      tombstones: [...this.#tombstones],
      order: this.#order,
    };
  }

  /** How many tasks there ever were. */
  get created(): number {
    return this.#order;
  }

  get(name: string): Task | null {
    return this.#tasks.get(name) ?? null;
  }

  isTaken(name: string, now: number): boolean {
    return this.#tasks.has(name) || (this.#tombstones.get(name) ?? -Infinity) > now;
  }

  add(task: Omit<Task, 'order' | 'attempts' | 'responses' | 'firstAttempt' | 'lastStatus'>): Task {
    const added: Task = {
      ...task,
      order: ++this.#order,
      attempts: 0,
      responses: 0,
      firstAttempt: null,
      lastStatus: null,
    };
    this.#tasks.set(added.name, added);
    this.#sorted = null;
    return added;
  }

  /** Done or deleted: the name stays taken for a while. */
  remove(name: string, now: number): boolean {
    if (!this.#tasks.delete(name)) return false;
    this.#sorted = null;
    for (const [buried, until] of this.#tombstones) if (until <= now) this.#tombstones.delete(buried);
    this.#tombstones.set(name, now + this.#tombstoneMs);
    return true;
  }

  reschedule(task: Task, due: number): void {
    task.due = due;
    this.#sorted = null;
  }

  /** In the order in which they are due. */
  byDue(): readonly Task[] {
    this.#sorted ??= [...this.#tasks.values()].sort((a, b) => a.due - b.due || a.order - b.order);
    return this.#sorted;
  }
}
