// What somebody may do with a month: by their own authority, or for another who delegated it to them.
import type { Assessment } from '../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../functions/src/schema/delegation.ts';
import { covers } from './delegation.ts';

/** For whom: null where the authority is one's own. */
export interface Power {
  giver: string | null;
  name: string;
}

export interface Powers {
  evaluate: Power | null;
  decide: Power | null;
}

type Subject = Pick<
  Assessment,
  'person' | 'unit' | 'evaluator' | 'evaluatorName' | 'decider' | 'deciderName'
> & { overdue?: boolean; state?: string };
type Held = Pick<Delegation, 'giver' | 'active' | 'acts' | 'unit'>;

/** Nobody acts on themselves, delegated or not; one's own authority comes before another's. */
export function powersOf(a: Subject, me: string, delegations: readonly Held[]): Powers {
  const power = (act: 'evaluate' | 'decide', who: string, name: string): Power | null => {
    if (a.person === me) return null;
    if (who === me) return { giver: null, name };
    const isHeld = delegations.some((d) => d.giver === who && covers(d, act, a.unit));
    return isHeld ? { giver: who, name } : null;
  };
  // A late evaluator still may; who decides may instead, until somebody has (domain.md section 5).
  const instead = a.overdue === true && a.state === 'waiting';
  return {
    evaluate:
      power('evaluate', a.evaluator, a.evaluatorName) ??
      (instead ? power('evaluate', a.decider, a.deciderName) : null),
    decide: power('decide', a.decider, a.deciderName),
  };
}

/** By which power an act out of `state` is done: what is evaluated belongs to the decider, unless one is evaluator only. */
export function actingBy(state: Assessment['state'], { evaluate, decide }: Powers): Power | null {
  if (state === 'waiting') return evaluate ?? decide;
  return decide ?? evaluate;
}
