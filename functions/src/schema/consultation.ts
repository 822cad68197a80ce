// orgs/{org}/consultations/{person}_{yyyy-mm}_{who}: what one asked or proposing authority says; the decider alone reads it.
import * as z from 'zod/mini';
import { moment, month, personId, rev, sizes, stamp, text } from './fields.ts';

/** former-head: after a transfer the old head adds a note, which nobody waits for (domain.md section 6). */
export const consultationKinds = ['consult', 'propose', 'former-head'] as const;
/** silent: the deadline passed without an answer, which is recorded and blocks nothing (domain.md section 6). */
export const consultationStates = ['asked', 'answered', 'silent'] as const;

export const consultationSchema = z.strictObject({
  person: personId,
  personName: z.string(),
  unitName: z.string(),
  post: z.string(),
  month,
  who: personId,
  whoName: z.string(),
  kind: z.enum(consultationKinds),
  decider: personId,
  due: moment,
  note: text(sizes.text),
  state: z.enum(consultationStates),
  rev,
  savedAt: z.nullable(stamp),
});
export type Consultation = z.infer<typeof consultationSchema>;
export const consultationClientFields = ['note', 'state', 'rev', 'savedAt'] as const;
