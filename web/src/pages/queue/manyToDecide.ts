// What can be decided in one act: months as they were evaluated, and apart from them every one that has to be looked at by itself.
import { exceptionsOf } from '../../../../functions/src/domain/exceptions.ts';
import { quotaWarning, totalScore } from '../../../../functions/src/domain/rating.ts';
import { othersSaying, sameTextWarning } from '../../../../functions/src/domain/sameWords.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { isToDecide, type QueueRow } from '../../data/queue.ts';

export interface ToDecide {
  row: QueueRow;
  assessment: Assessment;
  score: number;
  /** Why it wants a look of its own; empty for what is decided with the others. */
  exceptions: string[];
}

export function manyToDecide(
  rows: readonly QueueRow[],
  units: ReadonlyMap<string, UnitMonth>,
): { exceptions: ToDecide[]; plain: ToDecide[] } {
  const all = rows.filter(isToDecide).flatMap((row) => {
    const { assessment: a } = row;
    if (!a) return [];
    const score = totalScore(a.eScore1, a.eScore21, a.eScore22);
    const exceptions = [...exceptionsOf({ ...a, ...judgedIn(a), score }), ...sameComment(a, units)];
    return [{ row, assessment: a, score, exceptions }];
  });
  return {
    exceptions: all.filter(({ exceptions }) => exceptions.length > 0),
    plain: all.filter(({ exceptions }) => exceptions.length === 0),
  };
}

const judgedIn = (a: Assessment) => ({ rating: a.eRating, level: a.eLevel, decidedRating: a.dRating });

function sameComment(a: Assessment, units: ReadonlyMap<string, UnitMonth>): string[] {
  // Absent on a month that was built before there was such a count.
  const same = (units.get(a.unit) as Partial<UnitMonth> | undefined)?.sameWords ?? {};
  const said = sameTextWarning(othersSaying(same, [a.eComment], true), 'Nhận xét của người đánh giá');
  return said === null ? [] : [said];
}

/** Of each unit that is over its quota once all is decided as evaluated; ratings that only stand as evaluated count already. */
export function quotasOf(units: ReadonlyMap<string, UnitMonth>): string[] {
  return [...units.values()].flatMap(({ unitName, standing }) => {
    const said = standing.A === 0 ? null : quotaWarning(standing);
    return said === null ? [] : [`${unitName}: ${said}`];
  });
}
