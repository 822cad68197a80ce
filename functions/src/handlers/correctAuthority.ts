// Corrects the authority over open person-months before their decision (domain.md section 6).
import type { Moment } from '../domain/moment.ts';
import type { ChangeOutcome, SentChange } from './changeOutcome.ts';
import type { Ports } from './ports.ts';

export async function correctAuthority(
  ports: Ports,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> {
  throw new Error(`not built yet: ${org} ${change.id} ${rows.length} ${at} ${Object.keys(ports).length}`);
}
