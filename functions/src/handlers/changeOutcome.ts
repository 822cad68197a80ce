// What came of judging a change, as every kind of change reports it.
import type { Moment } from '../domain/moment.ts';
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

/** The answer must fit into the document of the change. */
const maxProblems = 500;

export function answerOf({ problems, counts }: ChangeOutcome, at: Moment): Partial<Change> {
  const isRefused = problems.length > 0;
  return {
    state: isRefused ? 'refused' : 'applied',
    judgedAt: at,
    problems: problems.slice(0, maxProblems),
    counts: isRefused ? null : counts,
  };
}
