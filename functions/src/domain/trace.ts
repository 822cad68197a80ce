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

/** S3 II.2 as it is applied: a question, never a block. */
export const favourRule = 'Đánh giá không nể nang, hình thức, trù dập: câu hỏi để xem lại, không chặn';

/** What looks like favour or routine, with the rule behind the question. */
export const asking = (said: string): TraceStep => step('S3 II.2', favourRule, [], said);

export function step(clause: string, rule: string, facts: readonly string[], outcome: string): TraceStep {
  return { clause, rule, facts: [...facts], outcome };
}
