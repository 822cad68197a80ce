// What is decided after the month was published, or was left out when it was, doesn't wait for another month: its unit is published again.
import type { Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Cycle } from '../schema/cycle.ts';
import { collectionOf, cycleRef } from '../schema/refs.ts';
import type { Ports } from './ports.ts';

/** What was decided after the month was published doesn't wait for another month. */
export async function publishLate(
  ports: Ports,
  org: string,
  { state, unit, month, rev, person }: Assessment,
): Promise<void> {
  if (state === 'decided' || state === 'unrated')
    await publishAgain(ports, org, { unit, month }, `${person}/${rev}`);
}

/** `act` names what was decided: one call for each. Nothing while the month isn't published. */
export async function publishAgain(
  ports: Ports,
  org: string,
  { unit, month }: { unit: string; month: Month },
  act: string,
): Promise<void> {
  const cycle = await ports.documents.get(cycleRef(org, month));
  if (!cycle || !('publish' in cycle.data.kept)) return;
  const due = cycle.data.deadlines.publish;
  const payload = { org, month, kind: 'publish', due, unit } as const;
  const key = `${org}/${month}/publish/${due}/${unit}/${act}`;
  await ports.tasks.enqueue('keepDeadline', key, payload, await ports.clock.now());
}

/** Every night `at`: the units of a published month in which something settled is not out, because their task never got through. */
export async function publishMissed(
  { documents, tasks }: Ports,
  org: string,
  { month, kept, deadlines }: Cycle,
  at: Moment,
): Promise<void> {
  const due = deadlines.publish;
  if (!('publish' in kept) || due >= at) return;
  const open = await documents.find(collectionOf(org, 'assessments'), [
    ['month', month],
    ['frozen', false],
  ]);
  const settled = open.filter(({ data: { state } }) => state === 'decided' || state === 'unrated');
  for (const unit of new Set(settled.map(({ data }) => data.unit))) {
    const payload = { org, month, kind: 'publish', due, unit } as const;
    await tasks.enqueue('keepDeadline', `${org}/${month}/publish/${due}/${unit}/missed/${at}`, payload, at);
  }
}
