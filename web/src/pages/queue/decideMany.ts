// Decides many months as they were evaluated: each by a write of its own, so that one that has changed meanwhile holds up no other.
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { troubleOf, updateDocument, type Trouble } from '../../data/firestore.ts';
import { powersOf } from '../../data/powers.ts';
import type { Me } from '../../session.ts';
import type { ToDecide } from './manyToDecide.ts';

/** So many at a time: old office lines time out under more. */
const atATime = 4;

export interface Decided {
  done: ToDecide[];
  failed: { one: ToDecide; trouble: Trouble }[];
}

/** `told` after each, with how many there were so far. Never throws: what failed is named and can be decided again. */
export async function decideMany(
  me: Me,
  wanted: readonly ToDecide[],
  delegations: readonly Delegation[],
  told: (count: number) => void,
): Promise<Decided> {
  const outcome: Decided = { done: [], failed: [] };
  const waiting = [...wanted];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      try {
        const { id } = one.row;
        await updateDocument(me.org, 'assessments', id, decisionOn(me, one.assessment, delegations), [
          'actedAt',
        ]);
        outcome.done.push(one);
      } catch (error) {
        outcome.failed.push({ one, trouble: troubleOf(error) });
      }
      told(outcome.done.length + outcome.failed.length);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return outcome;
}

/** The decider's record as the evaluator's (domain.md section 4), without a word of its own. */
function decisionOn(me: Me, a: Assessment, delegations: readonly Delegation[]): Record<string, unknown> {
  return {
    ...{ dScore1: a.eScore1, dScore21: a.eScore21, dScore22: a.eScore22 },
    // Absent on documents of before there were points by criterion.
    dPoints: (a as Partial<Assessment>).ePoints ?? '',
    ...{ dRating: a.eRating, dLevel: a.eLevel, dReason: '', participants: '' },
    ...{ state: 'decided', rev: a.rev + 1, actor: me.pid },
    actedFor: powersOf(a, me.pid, delegations).decide?.giver ?? null,
  };
}
