// What is still missing before a unit is rated, whether it may be rated now, and the write that rates it.
import { headAboveUnit } from '../../../../functions/src/domain/unitMonth.ts';
import { vacant } from '../../../../functions/src/domain/vacant.ts';
import type { Rating } from '../../../../functions/src/domain/words.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import type { Together } from '../../data/firestore.ts';
import type { Power } from '../../data/powers.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import type { Me } from '../../session.ts';
import type { UnitBeside } from './readUnits.ts';

export type UnitDraft = Pick<UnitRating, 'dRating' | 'dLevel' | 'dReason' | 'aboveReason'>;

/** The rules ask for so many characters of a reason. */
export const leastUnitReason = 10;

export const fieldId = (unit: string, field: keyof UnitDraft) => `unit.${unit}.${field}`;

/** True iff this rating waits for whoever holds the power: who decides the unit, or their delegate. */
export const mayRate = (rating: UnitRating, me: string, decide: Power | null): boolean =>
  rating.state === 'waiting' &&
  !rating.held &&
  rating.followed &&
  rating.decider !== vacant &&
  rating.head !== me &&
  decide !== null &&
  (decide.giver ?? me) === rating.decider;

export function checkUnit(rating: UnitRating, draft: UnitDraft, head: Rating | null): Fault[] {
  const { unit, unitName } = rating;
  const faults: Fault[] = [];
  if (draft.dRating === null)
    faults.push({ id: fieldId(unit, 'dRating'), text: `Chọn xếp loại tháng của ${unitName}` });
  if (draft.dLevel === null)
    faults.push({ id: fieldId(unit, 'dLevel'), text: `Chọn mức độ nhận diện của ${unitName}` });
  if (draft.dReason.trim().length < leastUnitReason)
    faults.push({
      id: fieldId(unit, 'dReason'),
      text: `Nêu lý do xếp loại ${unitName}, ít nhất ${leastUnitReason} ký tự`,
    });
  const isAbove = head !== null && draft.dRating !== null && headAboveUnit(head, draft.dRating) !== null;
  if (isAbove && draft.aboveReason.trim().length < leastUnitReason)
    faults.push({
      id: fieldId(unit, 'aboveReason'),
      text: `Nêu lý do xếp loại người đứng đầu cao hơn ${unitName}, ít nhất ${leastUnitReason} ký tự`,
    });
  return faults;
}

export const actOfUnit = (
  me: Me,
  { id, rating }: Pick<UnitBeside, 'id' | 'rating'>,
  draft: UnitDraft,
  actedFor: string | null,
): Together => ({
  name: 'unitRatings',
  id,
  fields: {
    ...draft,
    ...{ state: 'decided', followed: false, rev: rating.rev + 1, actor: me.pid, actedFor },
  },
  stamps: ['actedAt'],
});
