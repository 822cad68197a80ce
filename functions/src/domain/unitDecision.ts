// What was decided of a unit's month, as the last lines of its trace, and the same pure code run again on what was kept (ADR 0013).
import { differencesOf } from './basis.ts';
import { levelLabels, ratingLabels } from './labels.ts';
import { inferred, step, type TraceStep } from './trace.ts';
import { headAboveUnit, proposeUnit, type UnitMonthFacts } from './unitMonth.ts';
import type { Level, Rating } from './words.ts';

export interface UnitDecision {
  /** Who acted in fact, "B thay mặt A" where a delegate did. */
  decidedBy: string;
  rating: Rating;
  level: Level;
  reason: string;
  headName: string;
  /** Null where the head is not decided, or not in the organisation. */
  headRating: Rating | null;
  aboveReason: string;
}

export function unitDecisionSteps(decision: UnitDecision): TraceStep[] {
  const { decidedBy, rating, level, reason } = decision;
  const rule = 'Người quyết định xếp loại người đứng đầu xếp loại đơn vị trong cùng một lần quyết định';
  const outcome = `${ratingLabels[rating]}; mức độ ${levelLabels[level]}`;
  return [step(inferred, rule, [decidedBy, `Lý do: ${reason}`], outcome), ...aboveStep(decision)];
}

/** Shown to who decided, and never a block. */
function aboveStep({ headName, headRating, rating, aboveReason }: UnitDecision): TraceStep[] {
  if (headRating === null || headAboveUnit(headRating, rating) === null) return [];
  const facts = [
    `${headName}: ${ratingLabels[headRating]}`,
    aboveReason.trim() === '' ? 'Chưa nêu lý do' : `Lý do: ${aboveReason}`,
  ];
  const rule = 'Xếp loại của người đứng đầu không cao hơn xếp loại của đơn vị: chỉ cảnh báo';
  return [step('NĐ 335 Điều 20.6', rule, facts, 'Không làm thay đổi xếp loại')];
}

interface UnitBasis {
  month: UnitMonthFacts;
  decision: UnitDecision;
}

export function unitTrace({ month, decision }: UnitBasis): TraceStep[] {
  return [...proposeUnit(month).steps, ...unitDecisionSteps(decision)];
}

/** Names of what comes out otherwise than it is stored; empty where the result holds. */
export function replayUnit(stored: {
  rating: Rating;
  level: Level;
  trace: readonly TraceStep[];
  basis: string;
}): string[] {
  const basis = JSON.parse(stored.basis) as UnitBasis;
  const { rating, level } = basis.decision;
  return differencesOf(stored, { rating, level, trace: unitTrace(basis) });
}
