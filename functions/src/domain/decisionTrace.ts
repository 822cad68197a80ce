// The last lines of a trace: who decided what, on whose evaluation, and why it differs where it does (domain.md, principle of every rule).
import { excuseLabels, levelLabels, ratingLabels, unratedLabel } from './labels.ts';
import { outsideRow } from './outsideAuthority.ts';
import { decisionWarnings } from './proposal.ts';
import { decimal } from './scoring.ts';
import type { Bands } from './templates.ts';
import { bySetting, inferred, step, type TraceStep } from './trace.ts';
import type { Excuse, Level, Rating } from './words.ts';

export interface Decision {
  clause: string;
  row: number;
  /** Who acted in fact, "B thay mặt A" where a delegate did. */
  evaluatedBy: string;
  decidedBy: string;
  eRating: Rating | null;
  eLevel: Level | null;
  eReason: string;
  dRating: Rating | null;
  dLevel: Level | null;
  dReason: string;
  participants: string;
  score: number | null;
  unrated: boolean;
  excuse: Excuse | null;
  /** What the unit's quota says where Hoàn thành xuất sắc was given; null where it is kept, or not asked for. */
  quota?: string | null;
}

/** Nothing but what a trace is made from, whatever else the record holds. */
export function decisionOf(from: Decision): Decision {
  const { clause, row, evaluatedBy, decidedBy, participants, score, unrated, excuse } = from;
  const { eRating, eLevel, eReason, dRating, dLevel, dReason, quota = null } = from;
  return {
    ...{ clause, row, evaluatedBy, decidedBy, participants, score, unrated, excuse },
    ...{ eRating, eLevel, eReason, dRating, dLevel, dReason },
    ...(quota === null ? {} : { quota }),
  };
}

export function decisionSteps(decision: Decision): TraceStep[] {
  const { clause, evaluatedBy, eRating, eLevel, eReason, unrated } = decision;
  const evaluated = eRating !== null && eLevel !== null;
  return [
    ...(evaluated
      ? [
          step(
            clause,
            'Người có thẩm quyền đánh giá, nhận diện',
            named(evaluatedBy, eReason),
            outcome(eRating, eLevel, null),
          ),
        ]
      : []),
    unrated ? unratedStep(decision) : decidedStep(decision),
    ...(decision.quota && decision.dRating === 'A' && !unrated ? [quotaStep(decision.quota)] : []),
  ];
}

function decidedStep({
  clause,
  row,
  decidedBy,
  dRating,
  dLevel,
  dReason,
  participants,
  score,
}: Decision): TraceStep {
  const facts = named(decidedBy, dReason);
  if (participants.trim() !== '') facts.push(`Cùng tham gia: ${participants}`);
  const by = row === outsideRow ? 'ngoài bảng thẩm quyền' : `dòng ${row} của bảng thẩm quyền`;
  const rule = `Cấp có thẩm quyền quyết định xếp loại và mức độ nhận diện (${by})`;
  return step(clause, rule, facts, outcome(dRating, dLevel, score));
}

/**
 * Where what was decided differs from what the rules propose, from the evaluator or from the band: the rule that asks for
 * a reason, and whether one was given. None of an act outside the organisation, or of a month without a rating.
 */
export function differenceSteps(
  { row, dRating, dLevel, dReason, eRating, eLevel, score, unrated }: Decision,
  proposal: Parameters<typeof decisionWarnings>[0]['proposal'],
  bands: Bands,
): TraceStep[] {
  if (unrated || row === outsideRow) return [];
  const { steps } = decisionWarnings({
    ...{ rating: dRating, level: dLevel, score, proposal, bands },
    ...{ evaluatorRating: eRating, evaluatorLevel: eLevel },
  });
  const said = dReason.trim() === '' ? 'Không ghi lý do' : 'Đã ghi lý do';
  return steps.map((asked) => ({ ...asked, outcome: said }));
}

/** A warning that was shown to who decided, and never a block (domain.md section 4). */
export function quotaStep(quota: string): TraceStep {
  const rule =
    'Hoàn thành xuất sắc không quá 20%, tối đa 25% số người Hoàn thành tốt của đơn vị: chỉ cảnh báo';
  return step(bySetting, rule, [quota], 'Không làm thay đổi xếp loại');
}

function unratedStep({ clause, decidedBy, dReason, excuse }: Decision): TraceStep {
  const facts = named(decidedBy, dReason);
  if (excuse !== null) facts.push(excuseLabels[excuse]);
  return step(
    clause,
    'Cấp có thẩm quyền quyết định không xếp loại tháng có lý do khách quan',
    facts,
    unratedLabel,
  );
}

function named(name: string, reason: string): string[] {
  return reason.trim() === '' ? [name] : [name, `Lý do: ${reason}`];
}

function outcome(rating: Rating | null, level: Level | null, score: number | null): string {
  const parts = [
    rating && ratingLabels[rating],
    level && `mức độ ${levelLabels[level]}`,
    score === null ? null : `${decimal(score)} điểm`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** What an upheld appeal decided instead. */
export interface AppealDecision {
  /** As printed: the answerer, with the delegate who acted or the body. */
  signed: string;
  answer: string;
  participants: string;
  /** The version that was appealed. */
  version: number;
  dRating: Rating | null;
  dLevel: Level | null;
  score: number;
}

export function appealStep(decision: AppealDecision): TraceStep {
  const { signed, answer, participants, version, dRating, dLevel, score } = decision;
  const facts = [signed, `Lý do: ${answer}`];
  if (participants.trim() !== '') facts.push(`Cùng tham gia: ${participants}`);
  const rule = `Kiến nghị về kết quả lần ${version} được chấp nhận`;
  return step(inferred, rule, facts, outcome(dRating, dLevel, score));
}
