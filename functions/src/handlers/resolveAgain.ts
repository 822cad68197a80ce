// Resolves the authority over one person's open month anew, onto every document that carries a copy of it (domain.md section 6).
import type { Moment } from '../domain/moment.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { LoadedOrganisation } from './organisationAt.ts';
import type { Ports } from './ports.ts';

/** What is wanted: all of it by the profile; somebody named (null leaves as it is); another one instead of who is gone. */
export type Wanted =
  | { how: 'profile' }
  | { how: 'named'; evaluator: string | null; decider: string | null }
  | { how: 'instead'; of: string };

export interface Resolving {
  /** Read once for however many months are resolved by one act. */
  loaded: LoadedOrganisation;
  wanted: Wanted;
  /** Moment of the act, and the day as of which the organisation is looked at. */
  at: Moment;
  day: CivilDate;
  /** Who acts: a person's id, or `system`. */
  by: string;
  /** Enters the log of the sheet and the row of `authorities`. */
  reason: string;
}

/**
 * changed, opened (a sheet that the month lacked), unchanged: holds now, a replay says unchanged and completes what a
 * kill left out. gap: nobody follows by the profile, nothing was written. refused: decided, published or unknown.
 */
export type Resolved =
  { outcome: 'changed' | 'opened' | 'unchanged' } | { outcome: 'gap' | 'refused'; reason: string };

export async function resolveAgain(
  ports: Ports,
  org: string,
  person: string,
  month: Month,
  resolving: Resolving,
): Promise<Resolved> {
  throw new Error(`not built yet: ${ports.clock} ${org} ${person} ${month} ${resolving.by}`);
}
