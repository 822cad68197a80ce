// The decision about a year: when it needs a reason, and how it stands in trace and log (domain.md section 8, principle of every rule).
import { ratingLabels } from './labels.ts';
import { step, type TraceStep } from './trace.ts';
import type { Rating } from './words.ts';
import type { YearProposal } from './year.ts';

/** A year without a single rated month may be left không xếp loại; whatever else leaves the proposal wants a reason. */
export function yearNeedsReason(rating: Rating | null, proposal: Pick<YearProposal, 'rating'>): boolean {
  return rating !== proposal.rating;
}

const unratedYear = 'Không xếp loại năm';
const labelOf = (rating: Rating | null) => (rating === null ? unratedYear : ratingLabels[rating]);

export interface YearDecision {
  /** Clause of the authority over December. */
  clause: string;
  rating: Rating | null;
  reason: string;
  decidedBy: string;
  participants: string;
}

export function yearDecisionStep(
  { clause, rating, reason, decidedBy, participants }: YearDecision,
  proposed: Rating | null,
): TraceStep {
  const facts = [
    decidedBy,
    ...(reason.trim() === '' ? [] : [`Lý do: ${reason}`]),
    ...(participants.trim() === '' ? [] : [`Cùng tham gia: ${participants}`]),
    ...(rating === proposed ? [] : [`Khác đề xuất: ${labelOf(proposed)}`]),
  ];
  return step(clause, 'Người quyết định tháng 12 quyết định xếp loại năm', facts, labelOf(rating));
}

const outside = 'không theo nghĩa nào trong hai nghĩa';
const readings: Record<Rating, string> = {
  ...{ A: outside, B: outside },
  C: 'xác nhận nghĩa "02 đến 3", không vượt quá',
  D: 'xác nhận nghĩa "từ 3 trở lên"',
};

/** For the log: what was decided, and at exactly three months Kém which reading the authority confirmed (domain.md section 8). */
export function yearDecisionEntry(
  rating: Rating | null,
  { openReading }: Pick<YearProposal, 'openReading'>,
): string {
  if (openReading === null) return labelOf(rating);
  const reading = readings[rating ?? 'A'];
  return `${labelOf(rating)}; đúng 3 tháng Kém: ${reading}`;
}
