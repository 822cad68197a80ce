// Marks a unit's month for rebuilding: one task per unit and window, however many sheets change in it (architecture.md, data flow).
import { millisOf, momentOf } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Ports } from './ports.ts';

/** Changes within one window of this length are served by one rebuild at its end. */
export const windowMillis = 10_000;

export async function markUnit(
  ports: Pick<Ports, 'tasks' | 'clock'>,
  org: string,
  unit: string,
  month: Month,
): Promise<void> {
  const window = Math.floor(millisOf(await ports.clock.now()) / windowMillis) + 1;
  const at = momentOf(window * windowMillis);
  await ports.tasks.enqueue('rebuildUnit', `${org}/${unit}/${month}/${window}`, { org, month, unit }, at);
}
