// One wake-up at a deadline: looks into the documents whether there is anything to do, does it, and notes that it is done.
import { millisOf, type Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import { cycleRef } from '../schema/refs.ts';
import { closeMonth } from './closeMonth.ts';
import { converge } from './converge.ts';
import { endConsultation } from './endConsultation.ts';
import { endEvaluation } from './endEvaluation.ts';
import { endFiling } from './endFiling.ts';
import { finalRun } from './finalRun.ts';
import { lockMonth } from './lockMonth.ts';
import type { DeadlineKind, Ports, Stored, TaskPayloads } from './ports.ts';
import { publishMonth, publishUnit } from './publish.ts';

export interface DeadlineCall {
  org: string;
  month: Month;
  /** The due moment: what happens is recorded as of then, however late the call came. */
  at: Moment;
  cycle: Stored<Cycle>;
}

const keepers: Record<DeadlineKind, (ports: Ports, call: DeadlineCall) => Promise<void>> = {
  staff: (ports, call) => endFiling(ports, call, 'staff'),
  heads: (ports, call) => endFiling(ports, call, 'heads'),
  consult: endConsultation,
  propose: endConsultation,
  evaluate: endEvaluation,
  finalRun,
  decide: closeMonth,
  publish: publishMonth,
  appeal: lockMonth,
};

/**
 * A call for a due date that has been moved since, or that has been kept, does nothing; one that comes early
 * asks to be called again. So a missing, doubled, early or late task changes nothing but the moment.
 */
export async function keepDeadline(ports: Ports, payload: TaskPayloads['keepDeadline']): Promise<void> {
  const { org, month, kind, due, unit } = payload;
  const cycle = await ports.documents.get(cycleRef(org, month));
  if (!cycle || cycle.data.state === 'blocked' || cycle.data.deadlines[kind] !== due) return;
  const now = await ports.clock.now();
  if (millisOf(now) < millisOf(due)) {
    await ports.tasks.enqueue('keepDeadline', `${org}/${month}/${kind}/${due}/early/${now}`, payload, due);
    return;
  }
  const call: DeadlineCall = { org, month, at: due, cycle };
  if (unit !== null) return await publishUnit(ports, call, unit);
  if (kind in cycle.data.kept) return;
  await keepers[kind](ports, call);
  await converge(ports.documents, cycleRef(org, month), ({ data }) => ({
    kept: { ...data.kept, [kind]: due },
  }));
}
