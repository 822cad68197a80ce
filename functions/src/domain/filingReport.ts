// Whether the report of a filing is complete: tasks, own words, counts and self-score (S3 6.1, footnote 5; domain.md sections 4 and 7).
import { gap, inOrder, isBlank, type FilingGap, type Texts } from './filingGap.ts';
import { scoreFaults } from './scoringFaults.ts';
import { parsePoints } from './scoringPoints.ts';
import type { Template } from './templates.ts';
import type { TaskState } from './words.ts';

export interface ReportDraft {
  tasks: Texts;
  taskState: Readonly<Record<string, TaskState>>;
  taskResult: Texts;
  taskWhy: Texts;
  conduct: string;
  strengths: string;
  weaknesses: string;
  causes: string;
  joint: number;
  jointLate: number;
  procedures: number;
  proceduresLate: number;
  proceduresOff: number;
  share: string;
  score1: number;
  score21: number;
  score22: number;
  /** By criterion, where the template has criteria. */
  points?: string | undefined;
  /** True where the person states that there is nothing to report. */
  nothing: boolean;
}

export function checkReport(draft: ReportDraft, template: Template): FilingGap[] {
  return [...checkTasks(draft), ...checkWords(draft), ...checkCounts(draft), ...checkScores(draft, template)];
}

/** Quantity, quality, progress, effect per task, and why where it is late or undone (S3 6.1). */
function checkTasks({ tasks, taskState, taskResult, taskWhy }: ReportDraft): FilingGap[] {
  return inOrder(tasks).flatMap((id, index) => {
    const name = `nhiệm vụ số ${index + 1}`;
    const state = taskState[id];
    const gaps = [
      gap(isBlank(tasks[id]), `tasks.${id}`, `Nhập tên ${name}`),
      gap(state === undefined, `taskState.${id}`, `Chọn tình trạng của ${name}`),
      gap(
        isBlank(taskResult[id]),
        `taskResult.${id}`,
        `Nhập khối lượng, chất lượng, tiến độ, hiệu quả của ${name}`,
      ),
      gap(
        state === 'late' && isBlank(taskWhy[id]),
        `taskWhy.${id}`,
        `Giải trình vì sao ${name} hoàn thành chậm`,
      ),
      gap(
        state === 'undone' && isBlank(taskWhy[id]),
        `taskWhy.${id}`,
        `Giải trình vì sao ${name} chưa hoàn thành`,
      ),
    ];
    return gaps.flat();
  });
}

/** With nothing to report there are no weaknesses to name. */
function checkWords({ conduct, strengths, weaknesses, causes, nothing }: ReportDraft): FilingGap[] {
  return [
    gap(
      isBlank(conduct),
      'conduct',
      'Nhập ý thức, đạo đức, lối sống, tác phong, tinh thần đổi mới, thái độ phục vụ nhân dân',
    ),
    gap(isBlank(strengths), 'strengths', 'Nhập ưu điểm trong tháng'),
    gap(!nothing && isBlank(weaknesses), 'weaknesses', 'Nhập khuyết điểm, tồn tại trong tháng'),
    gap(!nothing && isBlank(causes), 'causes', 'Nhập nguyên nhân của khuyết điểm, tồn tại'),
  ].flat();
}

/** The counts of footnote 5 agree with each other. */
function checkCounts({
  joint,
  jointLate,
  procedures,
  proceduresLate,
  proceduresOff,
  share,
}: ReportDraft): FilingGap[] {
  return [
    gap(jointLate > joint, 'jointLate', 'Số nhiệm vụ phối hợp chậm không thể nhiều hơn số nhiệm vụ phối hợp'),
    gap(
      jointLate > 0 && isBlank(share),
      'share',
      'Nêu trách nhiệm cá nhân trong các nhiệm vụ phối hợp chậm, muộn',
    ),
    gap(
      proceduresLate > procedures,
      'proceduresLate',
      'Số thủ tục chậm không thể nhiều hơn số thủ tục đã tham mưu',
    ),
    gap(
      proceduresOff > procedures,
      'proceduresOff',
      'Số thủ tục không đúng quy trình không thể nhiều hơn số thủ tục đã tham mưu',
    ),
  ].flat();
}

/** Three zeros and no criterion are a form not filled in. */
function checkScores(draft: ReportDraft, template: Template): FilingGap[] {
  const { score1, score21, score22, points } = draft;
  const isUntouched = score1 + score21 + score22 === 0 && Object.keys(parsePoints(points)).length === 0;
  if (!isUntouched) return scoreFaults(template, draft);
  const [first] = template.groups;
  const field = first?.criteria[0] ? `points.${first.criteria[0].code}` : 'score1';
  return [{ field, message: 'Tự chấm điểm các nhóm tiêu chí' }];
}
