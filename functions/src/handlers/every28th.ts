// The scheduled aggregation at 06:00 on the 28th, for every organisation (S3 6.4: "trước ngày 28").
import { civilDateOf, monthOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { organisations } from '../schema/refs.ts';
import { aggregate } from './aggregate.ts';
import type { Ports } from './ports.ts';

/** Always the interim part; the final one is a deadline of its own, at the same moment where nothing was shifted. */
export async function every28th(ports: Pick<Ports, 'documents'>, at: Moment): Promise<void> {
  const month = monthOf(civilDateOf(at));
  for (const { id } of await ports.documents.find(organisations, []))
    await aggregate(ports, id, month, 'interim', at);
}
