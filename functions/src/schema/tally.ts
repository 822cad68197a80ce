// What is counted of a unit's month, and summed up to its block.
import * as z from 'zod/mini';
import { levels, ratings } from '../domain/words.ts';

export const tallyFields = {
  people: z.int(),
  filed: z.int(),
  late: z.int(),
  evaluated: z.int(),
  decided: z.int(),
  unrated: z.int(),
  ratings: z.record(z.enum(ratings), z.int()),
  levels: z.record(z.enum(levels), z.int()),
  /** Findings, not codes (domain.md section 2). */
  findings: z.int(),
  findingsOpen: z.int(),
  codes: z.record(z.string(), z.int()),
  // Facts of their own (domain.md section 2); months built before they were counted lack them.
  /** Limitations of the yearly review, of the unit and its people, that stand at the month's end. */
  limitations: z._default(z.int(), 0),
  /** Trouble in co-ordination that the unit recorded in the month. */
  coordinations: z._default(z.int(), 0),
  backlogOwn: z._default(z.int(), 0),
  backlogBeyond: z._default(z.int(), 0),
  /** Hard, long-standing tasks that were taken on; not among the backlog. */
  hardTasks: z._default(z.int(), 0),
};
