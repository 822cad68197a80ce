// What the system proposes for a unit's month: rating and level without points (domain.md section 3, Unit-month).
import { levelLabels, ratingLabels } from './labels.ts';
import { levelOf, type FindingFacts, type LevelContext } from './level.ts';
import { inferred, step, type TraceStep } from './trace.ts';
import { ratings, type Level, type Rating } from './words.ts';

export interface UnitMonthFacts extends LevelContext {
  planFiled: boolean;
  reportFiled: boolean;
  /** The unit's own; those of its people are theirs. */
  findings: readonly FindingFacts[];
}

export interface UnitProposal {
  /** D where plan or report is missing; otherwise the decider rates with a reason. */
  rating: 'D' | null;
  level: Level;
  steps: TraceStep[];
}

/** A missing filing hits the unit and, through `proposeMonth`, its head; never the staff. */
export function proposeUnit(facts: UnitMonthFacts): UnitProposal {
  const { level, steps } = levelOf(facts.findings, facts);
  const gaps = [
    ...(facts.planFiled ? [] : ['Đơn vị không nộp kế hoạch']),
    ...(facts.reportFiled ? [] : ['Đơn vị không nộp báo cáo']),
  ];
  if (gaps.length === 0) {
    const rule = 'Người quyết định xếp loại người đứng đầu xếp loại đơn vị, có nêu lý do, không chấm điểm';
    return {
      rating: null,
      level,
      steps: [...steps, step(inferred, rule, [], `Mức độ đề xuất: ${levelLabels[level]}`)],
    };
  }
  const rule =
    'Đơn vị không thực hiện nghiêm túc việc xây dựng kế hoạch, đánh giá và báo cáo kết quả thực hiện thì tháng đó được đánh giá "Không hoàn thành nhiệm vụ"';
  return {
    rating: 'D',
    level,
    steps: [...steps, step('S3 II.3.1', rule, gaps, `Đề xuất xếp loại: ${ratingLabels.D}`)],
  };
}

/** NĐ 335 Điều 20.6: a head is not rated above the unit; a warning, never a block. */
export function headAboveUnit(head: Rating, unit: Rating): string | null {
  if (ratings.indexOf(head) >= ratings.indexOf(unit)) return null;
  return `Người đứng đầu (${ratingLabels[head]}) được xếp loại cao hơn đơn vị (${ratingLabels[unit]}): cần nêu lý do.`;
}
