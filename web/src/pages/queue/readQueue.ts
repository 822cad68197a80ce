// What waits for me in a month, by my own authority and on another's behalf, in the order of the list.
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Consultation } from '../../../../functions/src/schema/consultation.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { monthToJudge } from '../../data/currentMonth.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import { listDocuments } from '../../data/firestore.ts';
import { buildQueue, type QueueRow } from '../../data/queue.ts';
import type { Me } from '../../session.ts';
import { readDelegated } from './readDelegated.ts';

export interface QueueOfMonth {
  month: Month;
  rows: QueueRow[];
  /** Those to me that hold. */
  delegations: readonly Delegation[];
}

/** `asked` null: the month that is being judged now. */
export async function readQueue(me: Me, asked: Month | null): Promise<QueueOfMonth> {
  const month = asked ?? (await monthToJudge(me.org));
  const [asEvaluator, asDecider, consultations, delegations] = await Promise.all([
    listDocuments<Assessment>(me.org, 'assessments', { evaluator: me.pid, month }),
    listDocuments<Assessment>(me.org, 'assessments', { decider: me.pid, month }),
    listDocuments<Consultation>(me.org, 'consultations', { who: me.pid, state: 'asked' }),
    delegationsToMe(me, true),
  ]);
  const delegated = await readDelegated(me, month, delegations);
  const rows = buildQueue({ asEvaluator, asDecider, delegated, delegations, consultations }, me.pid);
  return { month, rows, delegations };
}
