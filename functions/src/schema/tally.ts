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
};
