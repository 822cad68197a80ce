// What is still missing before an act of the authority, as faults at their fields, and why an act isn't possible yet.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { decisionWarnings } from '../../../../functions/src/domain/proposal.ts';
import { bandOf, totalScore } from '../../../../functions/src/domain/rating.ts';
import { scoreFaults } from '../../../../functions/src/domain/scoringFaults.ts';
import type { Scores } from '../../../../functions/src/domain/scoringPoints.ts';
import type { Template } from '../../../../functions/src/domain/templates.ts';
import { unsettledIn } from '../../../../functions/src/domain/settling.ts';
import { inferred, step } from '../../../../functions/src/domain/trace.ts';
import type { Level, Rating } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { scoreIds } from '../../parts/scoreIds.ts';
import type { JudgeDraft } from './judgeSource.ts';

/** The rules ask for so many characters of a reason. */
const leastReason = 10;

export interface Judged {
  rating: Rating | null;
  level: Level | null;
  score: number;
  reason: string;
}

export const judgedBy = (draft: JudgeDraft, as: 'e' | 'd'): Judged =>
  as === 'e'
    ? {
        rating: draft.eRating,
        level: draft.eLevel,
        score: totalScore(draft.eScore1, draft.eScore21, draft.eScore22),
        reason: draft.eReason,
      }
    : {
        rating: draft.dRating,
        level: draft.dLevel,
        score: totalScore(draft.dScore1, draft.dScore21, draft.dScore22),
        reason: draft.dReason,
      };

const noTask = 'Tháng không có nhiệm vụ nào để tính điểm: người đánh giá chấm điểm và nêu lý do.';

const noTaskStep = step(
  inferred,
  'Không có nhiệm vụ nào trong tháng: người đánh giá chấm điểm và nêu lý do',
  ['Phiếu không có nhiệm vụ'],
  noTask,
);

/** Words to show before acting, and whether a reason must be written; `evaluator` is null for the evaluator's own act. */
export function reasonsOf(
  judged: Judged,
  proposal: { rating: Rating | null; level: Level | null; unrated?: boolean },
  evaluator: Judged | null,
  { bands }: Pick<Template, 'bands'>,
  /** Of the sheet; null where none can be read. */
  tasks: Readonly<Record<string, string>> | null = null,
) {
  const { rating, level, score } = judged;
  const said = decisionWarnings({
    rating,
    level,
    score,
    evaluatorRating: evaluator?.rating ?? null,
    evaluatorLevel: evaluator?.level ?? null,
    proposal,
    bands,
  });
  // The rules know the band and not the proposal, so D for a missing filing wants its sentence too.
  const isOffBand = rating !== null && rating !== bandOf(score, bands);
  // Results rest on the share of tasks done; where there is none, on the evaluator's word (domain.md section 4).
  const isUnfounded = evaluator === null && score > 0 && tasks !== null && Object.keys(tasks).length === 0;
  return {
    warnings: isUnfounded ? [...said.warnings, noTask] : said.warnings,
    steps: isUnfounded ? [...said.steps, noTaskStep] : said.steps,
    needsReason: said.needsReason || isOffBand || isUnfounded,
  };
}

/** The evaluator's or the decider's points as the domain takes them. */
export const scoresIn = (draft: JudgeDraft, as: 'e' | 'd'): Scores =>
  as === 'e'
    ? { score1: draft.eScore1, score21: draft.eScore21, score22: draft.eScore22, points: draft.ePoints }
    : { score1: draft.dScore1, score21: draft.dScore21, score22: draft.dScore22, points: draft.dPoints };

/** Points that leave the template, at their fields. */
export const checkScores = (template: Template, draft: JudgeDraft, as: 'e' | 'd'): Fault[] =>
  scoreFaults(template, scoresIn(draft, as)).map(({ field, message }) => ({
    id: scoreIds(as)(field),
    text: message,
  }));

export function checkJudged(as: 'e' | 'd', judged: Judged, needsReason: boolean, filed: boolean): Fault[] {
  const faults: Fault[] = [];
  if (filed && judged.score === 0) faults.push({ id: `${as}Score1`, text: 'Chấm điểm các nhóm tiêu chí' });
  if (judged.rating === null) faults.push({ id: `${as}Rating`, text: 'Chọn xếp loại tháng' });
  if (judged.level === null) faults.push({ id: `${as}Level`, text: 'Chọn mức độ nhận diện biểu hiện' });
  if (needsReason && judged.reason.trim().length < leastReason) {
    faults.push({
      id: `${as}Reason`,
      text: `Nêu lý do, ít nhất ${leastReason} ký tự, vì kết quả khác khung điểm, đề xuất hoặc đánh giá, hoặc tháng không có nhiệm vụ`,
    });
  }
  return faults;
}

/** Why an act can't be done yet whatever is written; null where it can. */
export function obstacleOf(a: Assessment, cycle: Cycle | null, act: 'evaluate' | 'decide'): string | null {
  if (a.held) {
    const at = cycle
      ? ` lúc ${formatMoment(cycle.deadlines.finalRun).slice(11)} ngày ${formatMoment(cycle.deadlines.finalRun).slice(0, 10)}`
      : '';
    return `Chờ tổng hợp${at}: người đứng đầu, lãnh đạo được đánh giá và quyết định sau lần tổng hợp cuối.`;
  }
  if (act === 'decide' && a.consultsOpen > 0) {
    return `Còn ${a.consultsOpen} ý kiến tham khảo, đề xuất chưa trả lời và chưa hết hạn.`;
  }
  return null;
}

/** What the evaluation still owes before anything can be decided; null where it is whole. */
export function evaluationOwes(
  a: Parameters<typeof unsettledIn>[0] & Pick<Assessment, 'eRating' | 'eLevel'>,
  findings: readonly { id: string; data: Pick<Finding, 'codes' | 'fact'> }[],
): string[] | null {
  const unsettled = unsettledIn(a).map((id) => {
    const of = findings.find((one) => one.id === id)?.data;
    return of ? `${of.codes.replaceAll(' ', ', ')}: ${of.fact}` : 'Dấu hiệu vừa được ghi nhận';
  });
  if (unsettled.length > 0) return unsettled;
  return a.eRating === null || a.eLevel === null ? ['Xếp loại, mức độ nhận diện của người đánh giá'] : null;
}

/** What was pointed out in months before is answered in the evaluator's words: its effect on the score (domain.md section 4). */
export const checkEffect = (carried: number, { eComment }: Pick<JudgeDraft, 'eComment'>): Fault[] =>
  carried > 0 && eComment.trim() === ''
    ? [
        {
          id: 'eComment',
          text: 'Nhận xét: nêu ảnh hưởng của việc khắc phục biểu hiện tháng trước đến điểm (S3 II.6.5)',
        },
      ]
    : [];
