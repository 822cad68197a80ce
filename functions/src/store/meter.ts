// Counts billed Firestore operations of one call of a function, for the bench and the demo (limits.md section 2).
import { appendFile } from 'node:fs/promises';

export interface Billed {
  reads: number;
  writes: number;
  deletes: number;
}

export class Meter {
  readonly billed: Billed = { reads: 0, writes: 0, deletes: 0 };

  /** A query bills a read for each document and at least one. */
  read(documents: number): void {
    this.billed.reads += Math.max(1, documents);
  }

  write(documents: number): void {
    this.billed.writes += documents;
  }

  /** Appends one line of JSON to `file`. Failing to count fails nothing else. */
  async report(file: string, fn: string): Promise<void> {
    await appendFile(file, `${JSON.stringify({ fn, ...this.billed })}\n`).catch(() => undefined);
  }
}
