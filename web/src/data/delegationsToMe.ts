// Delegations to me that hold: read with the queue, and kept so that a sheet opened from it needs no reading of its own.
import type { Delegation } from '../../../functions/src/schema/delegation.ts';
import { listDocuments } from './firestore.ts';

export type Held = Delegation[];
let kept: { key: string; reading: Promise<Held> } | null = null;

export function delegationsToMe(me: { org: string; pid: string }, anew = false): Promise<Held> {
  const key = `${me.org}/${me.pid}`;
  if (kept?.key === key && !anew) return kept.reading;
  const reading = listDocuments<Delegation>(me.org, 'delegations', { delegate: me.pid }).then((rows) =>
    rows.map(({ data }) => data).filter(({ active }) => active),
  );
  kept = { key, reading };
  reading.catch(() => {
    if (kept?.reading === reading) kept = null;
  });
  return reading;
}
