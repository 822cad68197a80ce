// What came of judging a change, as every kind of change reports it.
import type { Change, ChangeProblem } from '../schema/change.ts';

export interface ChangeOutcome {
  /** Empty where all of it was applied. */
  problems: ChangeProblem[];
  counts: NonNullable<Change['counts']>;
}
/** A change as its handlers get it. */
export type SentChange = Change & { id: string };

export const nothingDone: ChangeOutcome['counts'] = { added: 0, changed: 0, unchanged: 0 };

/** A change as a whole is to blame. */
export const wholeChange = (reason: string): ChangeProblem => ({ row: -1, field: null, reason });
