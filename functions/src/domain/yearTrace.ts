// How a year's proposal came about, step by step with clause and official words (S3 II.7; domain.md section 8).
import { formatMonth } from './civilDate.ts';
import { levelLabels, ratingLabels, unratedLabel } from './labels.ts';
import { decimal } from './scoring.ts';
import type { YearSettings } from './settings.ts';
import { inferred, step, type TraceStep } from './trace.ts';
import type { Category, Level, Month } from './words.ts';
import type { YearFailure, YearProposal } from './year.ts';
import { hasResult, isRated, monthsAt, type YearCell, type YearCounts } from './yearCounts.ts';

export const yearClause = 'S3 II.7';
/** S3 II.7 says "02 đến 3" and "từ 3 trở lên": this number of months stands in both sentences. */
export const contestedPoorMonths = 3;

/** The two sentences of S3 II.7, which meet at three months. */
const capRule =
  'Có từ 02 đến 3 tháng trong năm đánh giá, nhận diện ở mức độ Kém: kết quả đánh giá, xếp loại năm không vượt quá mức Hoàn thành nhiệm vụ';
const failureRule: Record<YearFailure['rule'], string> = {
  poor: 'Có từ 3 tháng trở lên trong năm đánh giá, nhận diện ở mức độ Kém: kết quả đánh giá, xếp loại năm ở mức Không hoàn thành nhiệm vụ',
  fairOrPoor:
    'Có từ 06 tháng trở lên trong năm đánh giá, nhận diện ở mức độ Trung bình trở xuống: kết quả đánh giá, xếp loại năm ở mức Không hoàn thành nhiệm vụ',
};

const listed = (months: readonly Month[]) =>
  months.length === 0 ? 'không có' : months.map((month) => `tháng ${formatMonth(month)}`).join(', ');
const atLevel = (cells: readonly YearCell[], level: Level) => {
  const months = monthsAt(cells, level);
  return `Mức độ ${levelLabels[level]}: ${months.length} tháng (${listed(months)})`;
};

export function openReadingOf(poor: number, settings: YearSettings): string | null {
  if (poor !== contestedPoorMonths) return null;
  const head = `Đúng ${contestedPoorMonths} tháng ${levelLabels.poor}: Hướng dẫn ghi cả "02 đến 3" (không vượt quá Hoàn thành nhiệm vụ) và "từ 3 trở lên" (Không hoàn thành nhiệm vụ)`;
  return settings.poorMonthsFail <= contestedPoorMonths
    ? `${head}; đề xuất theo nghĩa chặt hơn, cấp có thẩm quyền xác nhận.`
    : `${head}; tổ chức cài đặt theo nghĩa không vượt quá Hoàn thành nhiệm vụ, cấp có thẩm quyền xác nhận.`;
}

export function replacementText(category: Category): string {
  const rest = category === 'contract' ? ' hoặc chấm dứt hợp đồng lao động' : '';
  return `Cấp có thẩm quyền xem xét thay thế, điều chuyển sang vị trí công tác khác theo quy định${rest}`;
}

export function traceOf(
  cells: readonly YearCell[],
  counts: YearCounts,
  proposal: YearProposal,
  settings: YearSettings,
): TraceStep[] {
  return [
    meanStep(cells, proposal),
    ...(proposal.cap === null ? [] : [capStep(cells, settings)]),
    ...proposal.failures.map((failure) => failureStep(cells, failure)),
    ...(proposal.openReading === null
      ? []
      : [openReadingStep(cells, { threshold: settings.poorMonthsFail }, proposal.openReading)]),
    ...(proposal.replacement
      ? [step(yearClause, proposal.replacementWhy, [], 'Đề xuất mở hồ sơ xem xét thay thế, điều chuyển')]
      : []),
    lastStep(cells, counts, proposal),
  ];
}

function meanStep(cells: readonly YearCell[], { mean, band }: YearProposal): TraceStep {
  const rule =
    'Điểm bình quân các tháng được xếp loại, làm tròn một lần đến 0,1, đối chiếu khung điểm của tháng; tháng không xếp loại không tính';
  const facts = cells.filter(hasResult).map((cell) => `Tháng ${formatMonth(cell.month)}: ${resultOf(cell)}`);
  const outcome =
    mean === null || band === null
      ? 'Không có điểm của tháng nào để tính bình quân'
      : `${decimal(mean)} điểm: ${ratingLabels[band]}`;
  return step(inferred, rule, facts, outcome);
}

function resultOf(cell: YearCell): string {
  if (!isRated(cell)) return unratedLabel.toLowerCase();
  const parts = [
    cell.score === null ? null : `${decimal(cell.score)} điểm`,
    cell.rating && ratingLabels[cell.rating],
    cell.level && `mức độ ${levelLabels[cell.level]}`,
    cell.state === 'provisional' ? 'tạm tính, chưa công khai' : null,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function capStep(cells: readonly YearCell[], { poorMonthsCap }: YearSettings): TraceStep {
  const facts = [atLevel(cells, 'poor'), `Cài đặt: không vượt quá từ ${poorMonthsCap} tháng Kém`];
  return step(yearClause, capRule, facts, `Không vượt quá ${ratingLabels.C}`);
}

/** Said as the reading it is. */
export function openReadingStep(
  cells: readonly YearCell[],
  { threshold }: Pick<YearFailure, 'threshold'>,
  openReading: string,
): TraceStep {
  return step(
    `${yearClause} ${inferred}`,
    'Hai câu của Hướng dẫn cùng nói về đúng 3 tháng Kém',
    [atLevel(cells, 'poor'), `Cài đặt: không hoàn thành từ ${threshold} tháng Kém`],
    openReading,
  );
}

export function failureStep(
  cells: readonly YearCell[],
  { rule, threshold }: Pick<YearFailure, 'rule' | 'threshold'>,
): TraceStep {
  const facts =
    rule === 'poor'
      ? [atLevel(cells, 'poor'), `Cài đặt: không hoàn thành từ ${threshold} tháng Kém`]
      : [
          atLevel(cells, 'fair'),
          atLevel(cells, 'poor'),
          `Cài đặt: không hoàn thành từ ${threshold} tháng Trung bình hoặc Kém, liên tục hoặc không`,
        ];
  return step(yearClause, failureRule[rule], facts, `Đề xuất ${ratingLabels.D}`);
}

function lastStep(
  cells: readonly YearCell[],
  counts: YearCounts,
  { rating, provisional }: YearProposal,
): TraceStep {
  const owed = cells.filter(({ state }) => state === 'missing').map(({ month }) => month);
  const waiting = cells.filter(({ state }) => state === 'provisional').map(({ month }) => month);
  const facts = [
    ...(counts.unrated > 0 ? [`${unratedLabel}: ${counts.unrated} tháng`] : []),
    ...(waiting.length > 0 ? [`Đã quyết định, chưa công khai: ${listed(waiting)}`] : []),
    ...(owed.length > 0 ? [`Chưa có kết quả: ${listed(owed)}`] : []),
  ];
  const rule =
    'Xếp loại năm đề xuất là mức thấp hơn giữa khung của điểm bình quân và mức không được vượt quá; người quyết định tháng 12 quyết định';
  return step(inferred, rule, facts, `${outcomeOf(counts, rating)}${provisional ? ' (tạm tính)' : ''}`);
}

function outcomeOf({ rated }: YearCounts, rating: YearProposal['rating']): string {
  if (rated === 0) return 'Không đề xuất: không có tháng nào được xếp loại trong năm';
  return rating === null
    ? 'Không đề xuất: không có điểm của tháng nào'
    : `Đề xuất xếp loại năm: ${ratingLabels[rating]}`;
}
