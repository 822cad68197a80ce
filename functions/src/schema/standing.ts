// Whose a fact is and who stands above them: fields that the three collections of facts share, written by functions alone.
import * as z from 'zod/mini';
import { blocks } from '../domain/words.ts';
import { month } from './fields.ts';

/** Absent on what a client creates, until the function comes; brought to the newest month every night. */
export const standingFields = {
  subjectName: z._default(z.string(), ''),
  unit: z._default(z.string(), ''),
  unitName: z._default(z.string(), ''),
  block: z._default(z.nullable(z.enum(blocks)), null),
  /** Who answers for it: the person, or the head of the unit. */
  holder: z._default(z.string(), ''),
  holderName: z._default(z.string(), ''),
  /** Who evaluates and who decides the holder; `vacant` where nobody does. */
  evaluator: z._default(z.string(), ''),
  decider: z._default(z.string(), ''),
  deciderName: z._default(z.string(), ''),
  authorName: z._default(z.string(), ''),
  /** Month in which it ended, so that a month counted later counts the same. */
  endedIn: z._default(z.nullable(month), null),
};
