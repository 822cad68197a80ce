// What a list says of one record before it is judged: the whole new record, the lines it came from, and what couldn't be read.
export interface CellProblem<K extends string = string> {
  /** As spreadsheets count, from 1. */
  line: number;
  /** Null where the whole line is to blame. */
  column: K | null;
  reason: string;
}

export interface Draft<V, K extends string = string> {
  id: string;
  /** `rev` of the record that it was made from; null for a new one. */
  base: number | null;
  value: V;
  lines: number[];
  /** The file gave no code: derived from the name. */
  isDerived: boolean;
  /** What was concluded rather than read, in words. */
  notes: string[];
  problems: CellProblem<K>[];
}
