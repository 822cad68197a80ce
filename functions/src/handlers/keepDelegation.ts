// One wake-up where a delegation begins or ends: it is brought to what holds then; one that comes early asks to be called again.
import { millisOf } from '../domain/moment.ts';
import { followDelegation } from './delegationWritten.ts';
import type { Ports, TaskPayloads } from './ports.ts';

export async function keepDelegation(ports: Ports, payload: TaskPayloads['keepDelegation']): Promise<void> {
  const { org, id, due } = payload;
  const now = await ports.clock.now();
  if (millisOf(now) < millisOf(due)) {
    await ports.tasks.enqueue('keepDelegation', `${org}/delegations/${id}/${due}/early/${now}`, payload, due);
    return;
  }
  await followDelegation(ports, org, id);
}
