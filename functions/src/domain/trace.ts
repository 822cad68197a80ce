// One step of a trace: which rule was applied to which facts, with its clause, and what came of it.

/** Official words throughout, since the person concerned reads it (domain.md, principle of every rule). */
export interface TraceStep {
  /** "S3 II.4", "HN-1841", "Cài đặt của tổ chức", "(suy ra)" where the documents are silent. */
  clause: string;
  rule: string;
  facts: string[];
  outcome: string;
}

/** Clauses that carry no number of S0 or S3. */
export const bySetting = 'Cài đặt của tổ chức';
export const inferred = '(suy ra)';

export function step(clause: string, rule: string, facts: readonly string[], outcome: string): TraceStep {
  return { clause, rule, facts: [...facts], outcome };
}
