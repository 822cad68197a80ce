// Counts what clients are billed, and reads what the functions append to NAM_RO_METER.
import { readFileSync } from 'node:fs';

export interface Billed {
  reads: number;
  writes: number;
  deletes: number;
  /** Documents that the rules read to judge a write. */
  lookups: number;
}

export const nothing = (): Billed => ({ reads: 0, writes: 0, deletes: 0, lookups: 0 });

export class ClientMeter {
  billed: Billed = nothing();
  downloads = 0;
  refused = 0;

  read(documents: number): void {
    this.billed.reads += documents;
  }

  write(documents: number, lookups: number): void {
    this.billed.writes += documents;
    this.billed.lookups += lookups;
  }
}

/** Calls and billed operations of one function. */
export interface FunctionBill {
  calls: number;
  reads: number;
  writes: number;
  deletes: number;
}

/** What functions have appended so far, by function; a half-written last line is left for the next look. */
export function functionBills(file: string): Record<string, FunctionBill> {
  const bills: Record<string, FunctionBill> = {};
  for (const line of linesOf(file)) {
    const { fn, reads, writes, deletes } = line;
    const bill = (bills[fn] ??= noBill());
    bill.calls += 1;
    bill.reads += reads;
    bill.writes += writes;
    bill.deletes += deletes;
  }
  return bills;
}

interface Line {
  fn: string;
  reads: number;
  writes: number;
  deletes: number;
}

function linesOf(file: string): Line[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

const keys = ['calls', 'reads', 'writes', 'deletes'] as const;

export const noBill = (): FunctionBill => ({ calls: 0, reads: 0, writes: 0, deletes: 0 });

export function sumOf(bills: Record<string, FunctionBill>): FunctionBill {
  const sum = noBill();
  for (const bill of Object.values(bills)) for (const key of keys) sum[key] += bill[key];
  return sum;
}

export function differenceOf(after: FunctionBill, before: FunctionBill): FunctionBill {
  const difference = noBill();
  for (const key of keys) difference[key] = after[key] - before[key];
  return difference;
}
