// Whether a filing is complete in its three parts, and what is still to be done, field by field (S3 6.1, 6.2, 6.4; domain.md section 7).
import { gap, inOrder, isBlank, type FilingGap, type Texts } from './filingGap.ts';
import { checkReport, type ReportDraft } from './filingReport.ts';
import { checkRows, type RowDraft } from './filingRows.ts';
import type { Template } from './templates.ts';

/** The person's part of a sheet, as far as completeness sees it. */
export interface FilingDraft extends ReportDraft, RowDraft {
  nextTasks: Texts;
  nextRemedies: string;
  headDuty: string;
  headWords: Texts;
}

/** A sheet is a context of itself: `checkFiling(draft, sheet, template)`. */
export interface FilingContext {
  isHead: boolean;
  /** Id → summary of the findings that section III answers. */
  carried: Texts;
  /** Key → fact that the head answers. */
  headFacts: Texts;
}

/** Everything still missing, in the order of the form; empty means that it may be filed. */
export function checkFiling(draft: FilingDraft, context: FilingContext, template: Template): FilingGap[] {
  return [
    ...checkReport(draft, template),
    ...checkRows(draft, context.carried),
    ...checkPlan(draft, context),
    ...(context.isHead ? checkHead(draft, context) : []),
  ];
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
