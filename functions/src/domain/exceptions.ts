// What a decider looks at one by one before deciding many in one act: every month that isn't plainly what the rules propose.
import { excuseLabels, lateLabel, levelLabels, ratingLabels } from './labels.ts';
import { decisionWarnings } from './proposal.ts';
import { bandOf } from './rating.ts';
import { decimal } from './scoring.ts';
import { unsettledIn } from './settling.ts';
import type { Bands } from './templates.ts';
import type { Excuse, Level, Rating, Verdict } from './words.ts';

/** A month as it was evaluated. */
export interface EvaluatedMonth {
  filed: boolean;
  late: boolean;
  isHead: boolean;
  /** Leaders wait for the final run. */
  held: boolean;
  /** Consultations and proposals neither answered nor past their deadline. */
  consultsOpen: number;
  excuse: Excuse | null;
  verdicts: Readonly<Record<string, Verdict>>;
  /** Findings that still want a verdict. */
  suspected: readonly string[];
  /** Points as evaluated, out of 100. */
  score: number;
  rating: Rating | null;
  level: Level | null;
  /** What the decider wrote already; null where nothing. */
  decidedRating: Rating | null;
  /** How often it was decided before. */
  version: number;
  proposal: { rating: Rating | null; level: Level | null; unrated: boolean; warnings: readonly string[] };
  bands: Bands;
}

/**
 * Empty iff the month may be decided as it was evaluated without a word of its own. Whatever wants a reason is an exception,
 * so that nothing is decided in bulk that has to be explained (domain.md sections 3–5, S3 6.5).
 */
export function exceptionsOf(month: EvaluatedMonth): string[] {
  return [...obstacles(month), ...standing(month), ...judged(month)];
}

function obstacles(month: EvaluatedMonth): string[] {
  const { held, consultsOpen, isHead } = month;
  const unsettled = unsettledIn(month).length;
  return [
    ...(held ? ['Chờ lần tổng hợp cuối'] : []),
    ...(consultsOpen > 0 ? [`Còn ${consultsOpen} ý kiến tham khảo, đề xuất chưa trả lời`] : []),
    ...(unsettled > 0 ? [`Còn ${unsettled} dấu hiệu chưa được kết luận`] : []),
    ...(isHead ? ['Người đứng đầu: xếp loại cùng đơn vị'] : []),
  ];
}

function standing(month: EvaluatedMonth): string[] {
  const { filed, late, excuse, proposal, verdicts, version, decidedRating } = month;
  const unclear = Object.values(verdicts).filter((verdict) => verdict === 'unclear').length;
  return [
    ...(filed ? [] : ['Chưa nộp phiếu']),
    ...(late ? [lateLabel] : []),
    ...(excuse !== null ? [`Nguyên nhân khách quan: ${excuseLabels[excuse]}`] : []),
    ...(excuse === null && proposal.unrated ? ['Hệ thống đề xuất không xếp loại'] : []),
    ...(unclear > 0 ? [`Còn ${unclear} dấu hiệu chưa rõ`] : []),
    ...(version > 0 ? ['Đã quyết định trước đó, đang xem lại'] : []),
    ...(version === 0 && decidedRating !== null ? ['Đã ghi dở quyết định riêng'] : []),
  ];
}

function judged({ rating, level, score, proposal, bands }: EvaluatedMonth): string[] {
  const none = { evaluatorRating: null, evaluatorLevel: null };
  const { warnings } = decisionWarnings({ rating, level, score, ...none, proposal, bands });
  return [
    ...(rating === null || level === null ? ['Chưa đủ xếp loại và mức độ'] : []),
    ...(rating === 'D' ? [ratingLabels.D] : []),
    // Where the rules themselves propose it, as for a filing that never came, its sentence is due all the same.
    ...(rating !== null && rating === proposal.rating && rating !== bandOf(score, bands)
      ? [`${decimal(score)} điểm ngoài khung ${ratingLabels[rating]}: cần nêu lý do.`]
      : []),
    ...(level === 'poor' ? [`Mức độ nhận diện ${levelLabels.poor}`] : []),
    ...new Set([...warnings, ...proposal.warnings]),
  ];
}
