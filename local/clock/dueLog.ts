// What was fired, and what failed for good.

export interface Due {
  kind: 'task' | 'schedule';
  /** The function. */
  name: string;
  /** The task's full name; null for a schedule. */
  task: string | null;
  due: number;
}

export interface Fired extends Due {
  attempt: number;
  status: number;
  ms: number;
}

export interface Failure extends Due {
  attempts: number;
  status: number;
  error: string;
  /** A settle() or a move has already failed because of it. */
  reported: boolean;
}

const remembered = 5000;

export class DueLog {
  readonly failures: Failure[] = [];
  readonly fired: Fired[] = [];

  add(fired: Fired): void {
    this.fired.push(fired);
    this.fired.splice(0, Math.max(0, this.fired.length - remembered));
  }

  fail(failure: Omit<Failure, 'reported'>): void {
    this.failures.push({ ...failure, reported: false });
  }

  /** The failures that nobody was told of yet. */
  takeFailures(): Failure[] {
    const fresh = this.failures.filter((failure) => !failure.reported);
    for (const failure of fresh) failure.reported = true;
    return fresh;
  }

  clear(): void {
    this.failures.length = 0;
    this.fired.length = 0;
  }
}
