// The score a month is proposed with, its band and what its share of tasks says, each with its clause (domain.md section 4).
import { ratingLabels } from './labels.ts';
import { bandOf, proposeScore22, totalScore, type TaskShare } from './rating.ts';
import type { Template } from './templates.ts';
import { inferred, step, type TraceStep } from './trace.ts';
import type { Rating } from './words.ts';

/** Points of the three groups of HN-1841. */
export interface Scores {
  score1: number;
  score21: number;
  score22: number;
}

export interface Scored {
  score: number | null;
  rating: Rating | null;
  warnings: string[];
  trace: TraceStep[];
}

export interface ScoringFacts {
  /** Null where nothing was filed. */
  self: Scores | null;
  /** Null before the evaluator has scored. */
  evaluator: Scores | null;
  tasks: TaskShare;
}

/** The evaluator's points where there are any, else the person's own; the band of the number printed. */
export function proposeScore(facts: ScoringFacts, template: Template): Scored {
  const scores = facts.evaluator ?? facts.self;
  if (scores === null) return { score: null, rating: null, warnings: [], trace: [] };
  const score = totalScore(scores.score1, scores.score21, scores.score22);
  const rating = bandOf(score, template.bands);
  const share = shareOf(facts.tasks, scores.score22, template);
  const whose = facts.evaluator === null ? 'Cá nhân tự chấm' : 'Người đánh giá chấm';
  const parts = [scores.score1, scores.score21, scores.score22].map(decimal).join(' + ');
  const { A, B, C } = template.bands;
  return {
    score,
    rating,
    warnings: share.warnings,
    trace: [
      share.step,
      step(
        template.clause,
        'Tổng điểm các nhóm tiêu chí, làm tròn một lần đến 0,1',
        [`${whose}: ${parts}`],
        `${decimal(score)} điểm`,
      ),
      step(
        template.clause,
        `Từ ${A} điểm: xuất sắc; từ ${B} điểm: tốt; từ ${C} điểm: hoàn thành; dưới ${C} điểm: không hoàn thành`,
        [`${decimal(score)} điểm`],
        `Theo khung điểm: ${ratingLabels[rating]}`,
      ),
    ],
  };
}

/** What the share of tasks done proposes for II.2, beside the points given. */
function shareOf(
  tasks: TaskShare,
  given: number,
  { clause }: Template,
): { warnings: string[]; step: TraceStep } {
  const proposed = proposeScore22(tasks.done, tasks.total);
  const facts = [
    `${tasks.done}/${tasks.total} nhiệm vụ hoàn thành đúng tiến độ`,
    `Điểm II.2 đã chấm: ${decimal(given)}`,
  ];
  if (proposed === null) {
    const rule = 'Không có nhiệm vụ nào trong tháng: người đánh giá chấm II.2 và nêu lý do';
    return {
      warnings: ['Không có nhiệm vụ nào: người đánh giá chấm II.2 và nêu lý do.'],
      step: step(`${clause} ${inferred}`, rule, facts, 'Không đề xuất điểm II.2'),
    };
  }
  const rule = 'Điểm II.2 đề xuất bằng 50 nhân tỷ lệ nhiệm vụ hoàn thành, lấy xuống đến nửa điểm';
  const over = given > proposed;
  return {
    warnings: over
      ? [
          `Điểm II.2 đã chấm ${decimal(given)}, cao hơn mức ${decimal(proposed)} theo tỷ lệ nhiệm vụ hoàn thành.`,
        ]
      : [],
    step: step(`${clause} ${inferred}`, rule, facts, `Đề xuất ${decimal(proposed)} điểm`),
  };
}

/** As Vietnamese writes decimals. */
export function decimal(value: number): string {
  return String(value).replace('.', ',');
}
