// What a decision would make of the unit's quota of Hoàn thành xuất sắc: said before it is taken, never a block (domain.md section 4).
import { quotaAtDecision } from '../../../../functions/src/domain/rating.ts';
import type { Rating } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { isOneStep, type JudgeDraft, type Mode } from './judgeSource.ts';
import type { Beside } from './readBeside.ts';

/** Null for who doesn't decide by this act, where the organisation doesn't ask for it, and where the quota is kept. */
export function quotaOf(
  { unitMonth, settings }: Pick<Beside, 'unitMonth' | 'settings'>,
  assessment: Assessment,
  draft: JudgeDraft,
  as: 'e' | 'd',
  mode: Mode,
): string | null {
  const decides = mode === 'decide' || (mode === 'evaluate' && isOneStep(assessment));
  // Absent on organisations of before the setting, where it is on.
  if (!decides || !unitMonth || (settings.quotaWarning as boolean | undefined) === false) return null;
  const others = othersOf(unitMonth, assessment);
  return quotaAtDecision({ others, rating: as === 'e' ? draft.eRating : draft.dRating });
}

/** Absent on a month that was built before there was such a count. */
const uncounted: UnitMonth['standing'] = { A: 0, B: 0, none: 0 };

/** Everybody's rating but this person's; rows don't tell it of who reads them. */
function othersOf(
  { standing = uncounted }: Partial<Pick<UnitMonth, 'standing'>>,
  a: Assessment,
): (Rating | null)[] {
  const own = a.state === 'decided' ? a.dRating : a.state === 'evaluated' ? a.eRating : null;
  const isOwn = (rating: Rating | null) => (a.state !== 'unrated' && own === rating ? 1 : 0);
  const many = (count: number, rating: Rating | null): (Rating | null)[] =>
    Array.from({ length: Math.max(0, count - isOwn(rating)) }, () => rating);
  return [...many(standing.A, 'A'), ...many(standing.B, 'B'), ...many(standing.none, null)];
}
