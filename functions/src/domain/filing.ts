// Whether a filing is complete in its three parts, and what is still to be done, field by field (S3 6.1, 6.2, 6.4; domain.md section 7).
import { gap, inOrder, isBlank, type FilingGap, type Texts } from './filingGap.ts';
import { checkRows, type RowDraft } from './filingRows.ts';
import { templateOf } from './templates.ts';
import type { TaskState } from './words.ts';

/** The person's part of a sheet, as far as completeness sees it. */
export interface FilingDraft extends RowDraft {
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
  nextTasks: Texts;
  nextRemedies: string;
  headDuty: string;
  headWords: Texts;
}

/** A sheet is a context of itself: `checkFiling(draft, sheet)`. */
export interface FilingContext {
  isHead: boolean;
  /** Id → summary of the findings that section III answers. */
  carried: Texts;
  /** Key → fact that the head answers. */
  headFacts: Texts;
  /** Id of the scoring template the sheet is pinned to. */
  template: string;
}

/** Everything still missing, in the order of the form; empty means that it may be filed. */
export function checkFiling(draft: FilingDraft, context: FilingContext): FilingGap[] {
  return [
    ...checkTasks(draft),
    ...checkReport(draft),
    ...checkCounts(draft),
    ...checkScores(draft, context),
    ...checkRows(draft, context.carried),
    ...checkPlan(draft, context),
    ...(context.isHead ? checkHead(draft, context) : []),
  ];
}

/** Quantity, quality, progress, effect per task, and why where it is late or undone (S3 6.1). */
function checkTasks({ tasks, taskState, taskResult, taskWhy }: FilingDraft): FilingGap[] {
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
function checkReport({ conduct, strengths, weaknesses, causes, nothing }: FilingDraft): FilingGap[] {
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
}: FilingDraft): FilingGap[] {
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

/** Points by hand go in halves up to the maximum of their group; three zeros are a form not filled in. */
function checkScores(draft: FilingDraft, { template }: FilingContext): FilingGap[] {
  const groups = templateOf(template).groups.flatMap(({ field, ...group }) =>
    field === null ? [] : [{ field, ...group }],
  );
  if (groups.length > 0 && groups.every(({ field }) => draft[field] === 0)) {
    return groups.slice(0, 1).map(({ field }) => ({ field, message: 'Tự chấm điểm các nhóm tiêu chí' }));
  }
  return groups.flatMap(({ field, code, max, step }) => {
    const score = draft[field];
    const valid = score >= 0 && score <= max && Number.isInteger(score / step);
    return gap(!valid, field, `Chấm điểm nhóm ${code} từ 0 đến ${max}, lẻ đến nửa điểm`);
  });
}

/** The plan of next month comes with the filing, with the remedies of what was found (S3 6.2). */
function checkPlan(draft: FilingDraft, { carried }: FilingContext): FilingGap[] {
  const { nextTasks, nextRemedies, rowCodes, rowFinding, rowRemedyState, rowSection } = draft;
  const ids = inOrder(nextTasks);
  const found = Object.keys(rowSection).some((id) => {
    const named = !isBlank(rowCodes[id]) || (rowFinding[id] ?? '') in carried;
    return named && rowRemedyState[id] !== 'remedied';
  });
  return [
    gap(ids.length === 0, 'nextTasks', 'Nhập ít nhất một nhiệm vụ trong kế hoạch tháng sau'),
    ...ids.map((id, index) =>
      gap(
        isBlank(nextTasks[id]),
        `nextTasks.${id}`,
        `Nhập nội dung nhiệm vụ số ${index + 1} của kế hoạch tháng sau`,
      ),
    ),
    gap(
      found && isBlank(nextRemedies),
      'nextRemedies',
      'Nhập kế hoạch khắc phục tồn tại, hạn chế trong tháng sau',
    ),
  ].flat();
}

/** Trách nhiệm người đứng đầu, with a word to every fact (S3 6.4). */
function checkHead({ headDuty, headWords }: FilingDraft, { headFacts }: FilingContext): FilingGap[] {
  return [
    gap(isBlank(headDuty), 'headDuty', 'Nhập trách nhiệm của người đứng đầu'),
    ...Object.entries(headFacts).map(([key, fact]) =>
      gap(isBlank(headWords[key]), `headWords.${key}`, `Nêu trách nhiệm của người đứng đầu về: ${fact}`),
    ),
  ].flat();
}
