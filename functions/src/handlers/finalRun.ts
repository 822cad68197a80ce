// The final run: the aggregation is complete, and the sheets of heads and leaders are released for evaluation and decision (domain.md section 7).
import { collectionOf, refOf } from '../schema/refs.ts';
import { aggregate } from './aggregate.ts';
import { converge } from './converge.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import type { Ports } from './ports.ts';

export async function finalRun(ports: Ports, { org, month, at }: DeadlineCall): Promise<void> {
  await aggregate(ports, org, month, 'final', at);
  const held = await ports.documents.find(collectionOf(org, 'assessments'), [
    ['month', month],
    ['held', true],
  ]);
  for (const { id } of held)
    await converge(ports.documents, refOf(org, 'assessments', id), () => ({ held: false }));
  const units = await ports.documents.find(collectionOf(org, 'unitRatings'), [
    ['month', month],
    ['held', true],
  ]);
  for (const { id } of units)
    await converge(ports.documents, refOf(org, 'unitRatings', id), () => ({ held: false }));
}
