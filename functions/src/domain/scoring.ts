// The score a month is proposed with, its band and what its tasks say, each with its clause (domain.md section 4).
import { kpiOfTasks } from './kpi.ts';
import { ratingLabels } from './labels.ts';
import { bandOf, proposeScore22, totalScore, type TaskShare } from './rating.ts';
import { decimal, labelOf, scoreFaults } from './scoringFaults.ts';
import { criteriaOf, groupPoints, parsePoints, type Scores } from './scoringPoints.ts';
import type { Template } from './templates.ts';
import { inferred, step, type TraceStep } from './trace.ts';
import type { Rating, TaskState } from './words.ts';

export { decimal } from './scoringFaults.ts';
export type { Scores } from './scoringPoints.ts';

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
  /** The tasks themselves, from which KPI is proposed. */
  work?: { tasks: Readonly<Record<string, string>>; states: Readonly<Record<string, TaskState>> };
}

/** The evaluator's points where there are any, else the person's own; the band of the number printed. */
export function proposeScore(facts: ScoringFacts, template: Template): Scored {
  const scores = facts.evaluator ?? facts.self;
  if (scores === null) return { score: null, rating: null, warnings: [], trace: [] };
  const faults = facts.evaluator === null ? scoreFaults(template, scores) : [];
  if (faults.length > 0) return unusable(template, faults);
  const score = totalScore(scores.score1, scores.score21, scores.score22);
  const rating = bandOf(score, template.bands);
  const fromTasks =
    template.kind === 'kpi' ? kpiStep(facts, scores, template) : shareOf(facts.tasks, scores, template);
  const whose = facts.evaluator === null ? 'Cá nhân tự chấm' : 'Người đánh giá chấm';
  const [A, B, C] = [template.bands.A, template.bands.B, template.bands.C].map(decimal);
  return {
    score,
    rating,
    warnings: fromTasks.warnings,
    trace: [
      fromTasks.step,
      step(
        template.clause,
        'Tổng điểm các nhóm tiêu chí, làm tròn một lần đến 0,1',
        [`${whose}: ${partsOf(template, scores)}`, `Mẫu chấm điểm ${template.id}`],
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

/** Points that leave their template propose nothing; a function has returned them, or the evaluator scores anew. */
function unusable(template: Template, faults: readonly { message: string }[]): Scored {
  const facts = faults.map(({ message }) => message);
  return {
    ...{ score: null, rating: null },
    warnings: [`Điểm tự chấm không theo mẫu ${template.id}: ${facts.join('; ')}.`],
    trace: [step(template.clause, 'Điểm phải theo mẫu chấm điểm', facts, 'Không đề xuất điểm')],
  };
}

function partsOf(template: Template, { score1, score21, score22, points }: Scores): string {
  if (template.kind === 'points') return [score1, score21, score22].map(decimal).join(' + ');
  const given = parsePoints(points);
  const common = template.groups
    .filter(({ field }) => field === 'score1')
    .map((group) => decimal(groupPoints(group, given)))
    .join(' + ');
  return `tiêu chí chung ${common} = ${decimal(score1)}; kết quả ${decimal(score22)}`;
}

/** What the share of tasks done proposes for the group of results, beside the points given. */
function shareOf(
  tasks: TaskShare,
  { score22: given }: Scores,
  { clause, groups }: Template,
): { warnings: string[]; step: TraceStep } {
  const max = groups.find(({ field }) => field === 'score22')?.max ?? 0;
  const proposed = proposeScore22(tasks.done, tasks.total, max);
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
  const rule = `Điểm II.2 đề xuất bằng ${decimal(max)} nhân tỷ lệ nhiệm vụ hoàn thành, lấy xuống đến nửa điểm`;
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

const kpiRule =
  'KPI là trung bình các tỷ lệ: số lượng; chất lượng, mỗi lần không đạt trừ 25%; tiến độ, mỗi lần chậm trừ 25%; của lãnh đạo, quản lý thêm d, đ, e. Kết quả là 70 × KPI';

/** What the tasks propose for a, b and c, beside what was given, and the result that follows from all components. */
function kpiStep(
  { work, tasks }: ScoringFacts,
  { points, score22 }: Scores,
  template: Template,
): { warnings: string[]; step: TraceStep } {
  const given = parsePoints(points);
  const proposed = work ? kpiOfTasks(work.tasks, work.states, given) : null;
  const components = criteriaOf(template).filter(({ max }) => max === 100);
  const facts = components.map(({ code }) => {
    const own = proposed && code in proposed ? proposed[code as 'a' | 'b' | 'c'] : null;
    const beside = own === null ? '' : ` (theo nhiệm vụ: ${decimal(own)}%)`;
    return `${labelOf(code)}: ${decimal(given[code] ?? 0)}%${beside}`;
  });
  const over = (['a', 'b', 'c'] as const).filter((code) => proposed && (given[code] ?? 0) > proposed[code]);
  const warnings = [
    ...(tasks.total === 0 ? ['Không có nhiệm vụ nào: người đánh giá chấm KPI và nêu lý do.'] : []),
    ...over.map(
      (code) =>
        `Tỷ lệ ${code} đã chấm ${decimal(given[code] ?? 0)}%, cao hơn mức ${decimal(proposed?.[code] ?? 0)}% theo nhiệm vụ đã báo cáo.`,
    ),
  ];
  return { warnings, step: step(template.clause, kpiRule, facts, `Kết quả: ${decimal(score22)}/70 điểm`) };
}
