// What findings carried from an earlier month mean beyond the level: for the rating, and for the score (S3 II.3.1, II.6.5).
import { isOpenAtClose } from './finding.ts';
import { ratingLabels } from './labels.ts';
import type { FindingFacts } from './level.ts';
import type { Moment } from './moment.ts';
import { step, type TraceStep } from './trace.ts';

/** Pointed out a month ago, still open, and it affected the common work: D and a replacement case (S3 II.3.1). */
export function draggedOn(
  findings: readonly FindingFacts[],
  close: Moment,
): { rating: 'D'; warnings: string[]; trace: TraceStep[] } | null {
  const dragged = findings.filter(
    (f) => f.carried && f.excuse === null && f.harm.trim() !== '' && isOpenAtClose(f, close),
  );
  if (dragged.length === 0) return null;
  const rule =
    'Đã được chỉ ra nhưng không chủ động khắc phục hoặc chậm khắc phục, kéo dài, làm ảnh hưởng đến công việc chung: xem xét đánh giá không hoàn thành nhiệm vụ';
  const facts = dragged.map((f) => `Biểu hiện ${f.codes.replaceAll(' ', ', ')}: ${f.harm}`);
  const outcome = `Đề xuất xếp loại: ${ratingLabels.D}; đề nghị xem xét thay thế, điều chuyển vị trí công tác`;
  return {
    rating: 'D',
    warnings: [
      'Biểu hiện kéo dài sang tháng sau, ảnh hưởng công việc chung: đề nghị xem xét thay thế, điều chuyển vị trí công tác.',
    ],
    trace: [step('S3 II.3.1', rule, facts, outcome)],
  };
}

/** S3 II.6.5: remedying what was pointed out is part of the next months' evaluation. The outcome is what is said. */
export function carriedSteps(findings: readonly FindingFacts[]): TraceStep[] {
  const carried = findings.filter((finding) => finding.carried);
  if (carried.length === 0) return [];
  const rule =
    'Kết quả khắc phục hạn chế, khuyết điểm của tháng trước được đưa vào đánh giá, nhận xét các tháng tiếp theo';
  const facts = carried.map(({ codes }) => `Biểu hiện ${codes.replaceAll(' ', ', ')} từ tháng trước`);
  const said = `Có ${carried.length} biểu hiện từ tháng trước: nêu ảnh hưởng của việc khắc phục đến điểm (S3 II.6.5).`;
  return [step('S3 II.6.5', rule, facts, said)];
}
