// Whether somebody keeps their place: what opens such a case, to whom it is referred, what may come of it (S3 II.3.1, II.7; domain.md sections 3 and 8).
import { step, type TraceStep } from './trace.ts';
import type { Category, Month } from './words.ts';
import { failureRules, type YearFailure, type YearProposal } from './year.ts';
import type { YearCell } from './yearCounts.ts';
import { failureStep, openReadingStep, yearClause } from './yearTrace.ts';

/** `dropped`: what opened it fell away before it was decided. */
export const replacementStates = ['proposed', 'referred', 'decided', 'closed', 'dropped'] as const;
export type ReplacementState = (typeof replacementStates)[number];

/** Two rules of the year, harm that an authority stated, or an authority of its own accord. */
export const replacementGrounds = [...failureRules, 'harm', 'authority'] as const;
export type ReplacementGround = (typeof replacementGrounds)[number];
export type RuleGround = Exclude<ReplacementGround, 'authority'>;

export const replacementOutcomes = ['kept', 'moved', 'replaced', 'ended'] as const;
export type ReplacementOutcome = (typeof replacementOutcomes)[number];

/** Last part of the id of what a rule opens: one case for each person, year and rule. */
export const keyOfGround: Readonly<Record<RuleGround, string>> = {
  poor: 'poor',
  fairOrPoor: 'fair',
  harm: 'harm',
};

/** Neither decided nor dropped: what it rests on is still looked at. */
export const isPending = (state: ReplacementState): boolean => state === 'proposed' || state === 'referred';

/** A contract is ended with those alone who have one (S3 II.7). */
export const outcomesFor = (category: Category): ReplacementOutcome[] =>
  replacementOutcomes.filter((outcome) => outcome !== 'ended' || category === 'contract');

const opens = 'Mở hồ sơ xem xét thay thế, bố trí công tác khác; cấp có thẩm quyền quyết định';

interface Year {
  cells: readonly YearCell[];
  proposal: Pick<YearProposal, 'failures' | 'openReading' | 'replacementWhy'>;
}

/** Why the year opens a case under this rule; null where it doesn't, or no longer. */
export function yearGround(rule: YearFailure['rule'], { cells, proposal }: Year): TraceStep[] | null {
  const failure = proposal.failures.find((one) => one.rule === rule);
  if (!failure) return null;
  const { openReading, replacementWhy } = proposal;
  const reading =
    rule === 'poor' && openReading !== null ? [openReadingStep(cells, failure, openReading)] : [];
  return [failureStep(cells, failure), ...reading, step(yearClause, replacementWhy, [], opens)];
}

/** Why harm that was stated opens a case: what dragged on, by the month in which it did. */
export function harmGround(
  dragged: readonly { month: Month; trace: readonly TraceStep[] }[],
): TraceStep[] | null {
  if (dragged.length === 0) return null;
  const rule = 'Đối tượng cần xem xét để kịp thời thay thế, điều chuyển vị trí công tác theo quy định';
  return [...dragged.flatMap(({ trace }) => trace), step('S3 II.3.1', rule, [], opens)];
}

/** What an authority proposes on facts that it names. */
export function authorityGround(deciderName: string, facts: string): TraceStep[] {
  const rule =
    'Kịp thời thay thế, điều chuyển những trường hợp không đáp ứng yêu cầu nhiệm vụ, hoặc đề xuất cấp có thẩm quyền xem xét';
  return [step('S3 I.1, III.2.2', rule, [`${deciderName} đề xuất`, facts], opens)];
}

export const droppedWhy: Readonly<Record<RuleGround, string>> = {
  poor: 'Kết quả các tháng đã thay đổi: số tháng mức độ Kém không còn đến mức đề xuất Không hoàn thành nhiệm vụ.',
  fairOrPoor:
    'Kết quả các tháng đã thay đổi: số tháng mức độ Trung bình hoặc Kém không còn đến mức đề xuất Không hoàn thành nhiệm vụ.',
  harm: 'Không còn biểu hiện nào kéo dài mà cấp có thẩm quyền nêu là ảnh hưởng đến công việc chung.',
};
