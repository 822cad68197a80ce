// The reasons of a result and the rules and facts it came from, out of the published document.
import { formatMoment } from '../domain/civilDate.ts';
import { levelLabels, ratingLabels, unratedLabel } from '../domain/labels.ts';
import type { Level, Rating } from '../domain/words.ts';
import type { TraceStep } from '../schema/fields.ts';
import type { Result } from '../schema/result.ts';

export interface Basis {
  /** Label and text of each statement, in reading order: who judged what, the reason, the comment. */
  statements: { label: string; text: string }[];
  warnings: string[];
  trace: TraceStep[];
}

/** 82,5 as Vietnamese writes it; a computed score has one decimal, one by hand may end in a half. */
export const formatScore = (score: number) => String(score).replace('.', ',');

interface Verdict {
  rating: Rating | null;
  level: Level | null;
  score: number | null;
}

function verdictText(name: string, { rating, level, score }: Verdict): string {
  const parts = [
    rating === null ? null : ratingLabels[rating],
    score === null ? null : `${formatScore(score)} điểm`,
    level === null ? null : `mức độ ${levelLabels[level]}`,
  ].filter((part) => part !== null);
  return `${name}: ${parts.length === 0 ? unratedLabel.toLowerCase() : parts.join(', ')}`;
}

export function basisOf(result: Result): Basis {
  const evaluator = {
    rating: result.evaluatorRating,
    level: result.evaluatorLevel,
    score: result.evaluatorScore,
  };
  const all = [
    { label: 'Người đánh giá', text: verdictText(result.evaluatedBy, evaluator) },
    { label: 'Người quyết định', text: verdictText(result.decidedBy, result) },
    { label: 'Thành phần tham gia', text: result.participants },
    { label: 'Lý do', text: result.reason },
    { label: 'Nhận xét', text: result.comment },
    { label: 'Biểu hiện tính vào tháng', text: Object.values(result.findings).join('; ') },
    { label: 'Việc nộp phiếu', text: !result.filed ? 'Không nộp' : result.late ? 'Nộp muộn' : 'Đúng hạn' },
    { label: 'Thời điểm quyết định', text: result.decidedAt === null ? '' : formatMoment(result.decidedAt) },
    { label: 'Phiên bản kết quả', text: String(result.version) },
  ];
  return {
    statements: all.filter(({ text }) => text.trim() !== ''),
    warnings: result.warnings,
    trace: result.trace,
  };
}
