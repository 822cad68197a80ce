// Sets the gaps of people aside by name, so that a cycle opens although they lack an evaluator or a decider (domain.md section 6).
import type { Moment } from '../domain/moment.ts';
import type { ChangeOutcome, SentChange } from './changeOutcome.ts';
import type { Ports } from './ports.ts';

export async function setAside(
  ports: Ports,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> {
  throw new Error(`not built yet: ${org} ${change.id} ${rows.length} ${at} ${Object.keys(ports).length}`);
}
