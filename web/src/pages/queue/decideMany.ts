// Decides many months as they were evaluated: each by a write of its own, so that one that has changed meanwhile holds up no other.
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { readDocument, troubleOf, updateDocument, type Trouble } from '../../data/firestore.ts';
import { powersOf } from '../../data/powers.ts';
import type { Me } from '../../session.ts';
import type { ToDecide } from './manyToDecide.ts';

/** So many at a time: old office lines time out under more. */
const atATime = 4;

export interface Decided {
  done: ToDecide[];
  failed: { one: ToDecide; trouble: Trouble }[];
}

interface Ports {
  read: (org: string, id: string) => Promise<Assessment | null>;
  write: (org: string, id: string, fields: Record<string, unknown>) => Promise<void>;
  troubleOf: (error: unknown) => Trouble;
}

const server: Ports = {
  read: (org, id) => readDocument<Assessment>(org, 'assessments', id),
  write: (org, id, fields) => updateDocument(org, 'assessments', id, fields, ['actedAt']),
  troubleOf,
};

/** `told` after each, with how many there were so far. Never throws: what failed is named and can be decided again. */
export async function decideMany(
  me: Me,
  wanted: readonly ToDecide[],
  delegations: readonly Delegation[],
  told: (count: number) => void,
  ports: Ports = server,
): Promise<Decided> {
  const outcome: Decided = { done: [], failed: [] };
  const waiting = [...wanted];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      try {
        await ports.write(me.org, one.row.id, decisionOn(me, one.assessment, delegations));
        outcome.done.push(one);
      } catch (error) {
        if (await hasArrived(me, one, ports)) outcome.done.push(one);
        else outcome.failed.push({ one, trouble: ports.troubleOf(error) });
      }
      told(outcome.done.length + outcome.failed.length);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return outcome;
}

/** A lost acknowledgement looks like a failure, and a second try after it like a refusal: what stands there tells. */
async function hasArrived(me: Me, { row, assessment }: ToDecide, { read }: Ports): Promise<boolean> {
  const found = await read(me.org, row.id).catch(() => null);
  if (found === null || found.rev !== assessment.rev + 1 || found.actor !== me.pid) return false;
  return found.state === 'decided' || found.state === 'unrated';
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
