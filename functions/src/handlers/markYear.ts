// Marks a published month of a unit for the years of its people: one task per unit, month and window, like the rebuild of the month itself.
import { millisOf, momentOf } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import { windowMillis } from './markUnit.ts';
import type { Ports } from './ports.ts';

/** The month stands in the task, so that it reads the results of one month and not of twelve to find what changed. */
export async function markYear(
  ports: Pick<Ports, 'tasks' | 'clock'>,
  org: string,
  unit: string,
  month: Month,
): Promise<void> {
  const window = Math.floor(millisOf(await ports.clock.now()) / windowMillis) + 1;
  const at = momentOf(window * windowMillis);
  await ports.tasks.enqueue('rebuildYear', `${org}/${unit}/${month}/${window}`, { org, month, unit }, at);
}
