// orgs/{org}/consultations/{person}_{yyyy-mm}_{who}: what one asked or proposing authority says; the decider alone reads it.
import * as z from 'zod/mini';
import { moment, month, personId, rev, sizes, stamp, text } from './fields.ts';

/**
 * request: the decider asked the committee member in charge (rows 3 and 7), who is not waited for.
 * former-head: after a transfer the old head adds a note, which nobody waits for (domain.md section 6).
 */
export const consultationKinds = ['consult', 'propose', 'request', 'former-head'] as const;
/** silent: the deadline passed without an answer, which is recorded and blocks nothing (domain.md section 6). */
export const consultationStates = ['asked', 'answered', 'silent'] as const;

export const consultationSchema = z.strictObject({
  person: personId,
  // Absent on what a decider creates, until the function comes.
  personName: z._default(z.string(), ''),
  unitName: z._default(z.string(), ''),
  post: z._default(z.string(), ''),
  month,
  who: personId,
  whoName: z._default(z.string(), ''),
  kind: z.enum(consultationKinds),
  decider: personId,
  /** Who of the deciding side asked; null where it is asked by rule. */
  askedBy: z._default(z.nullable(personId), null),
  /** Null until a function has said until when. */
  due: z._default(z.nullable(moment), null),
  note: text(sizes.text),
  state: z.enum(consultationStates),
  rev,
  savedAt: z.nullable(stamp),
});
export type Consultation = z.infer<typeof consultationSchema>;
/** The decider's request, as it is created. */
export const consultationRequestFields = [
  'person',
  'month',
  'who',
  'kind',
  'decider',
  'askedBy',
  'note',
  'state',
  'rev',
  'savedAt',
] as const;
export const consultationClientFields = ['note', 'state', 'rev', 'savedAt'] as const;
