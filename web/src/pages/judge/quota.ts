// What a decision would make of the unit's quota of Hoàn thành xuất sắc: said before it is taken, never a block (domain.md section 4).
import { quotaAtDecision } from '../../../../functions/src/domain/rating.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
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
  const others = Object.entries(unitMonth.rows)
    .filter(([person, row]) => person !== assessment.person && row.stage !== 'unrated')
    .map(([, row]) => row.rating);
  return quotaAtDecision({ others, rating: as === 'e' ? draft.eRating : draft.dRating });
}
