// Months that wait for me on somebody's behalf: per delegation what its giver evaluates and decides, my own month apart.
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { listDocuments, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

/** The rules take a list only if it says of itself what they ask: whose authority, which unit, and not the asker's own. */
function listOf(me: Me, month: Month, d: Delegation, act: 'evaluate' | 'decide'): Promise<Row<Assessment>[]> {
  const { giver, unit } = d;
  const notMine = me.pid;
  if (act === 'evaluate') {
    return unit === null
      ? listDocuments<Assessment>(me.org, 'assessments', { evaluator: giver, month }, { person: notMine })
      : listDocuments<Assessment>(
          me.org,
          'assessments',
          { evaluator: giver, unit, month },
          { person: notMine },
        );
  }
  return unit === null
    ? listDocuments<Assessment>(me.org, 'assessments', { decider: giver, month }, { person: notMine })
    : listDocuments<Assessment>(me.org, 'assessments', { decider: giver, unit, month }, { person: notMine });
}

export async function readDelegated(
  me: Me,
  month: Month,
  delegations: readonly Delegation[],
): Promise<Row<Assessment>[]> {
  const lists = delegations.flatMap((d) => [
    ...(d.acts === 'decide' ? [] : [listOf(me, month, d, 'evaluate')]),
    ...(d.acts === 'evaluate' ? [] : [listOf(me, month, d, 'decide')]),
  ]);
  // One that ended a moment ago is refused; the rest of the list stays.
  const found = await Promise.allSettled(lists);
  return found.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
}
