// orgs/{org}/people/{id} and members/{id}: who somebody is, and which offices of the system they hold.
import * as z from 'zod/mini';
import { postKinds } from '../domain/organisation.ts';
import { blocks, categories, excuses } from '../domain/words.ts';
import { civilDate, personId, rev, unitId } from './fields.ts';

export const postSchema = z.object({
  unit: unitId,
  kind: z.enum(postKinds),
  title: z.string(),
  primary: z.boolean(),
  acting: z.boolean(),
  fields: z.array(z.string()),
  inCharge: z.array(personId),
});

export const personSchema = z.strictObject({
  id: personId,
  name: z.string(),
  email: z.string(),
  category: z.enum(categories),
  partyMember: z.boolean(),
  decidedOutside: z.boolean(),
  posts: z.array(postSchema),
  absences: z.array(z.object({ excuse: z.enum(excuses), from: civilDate, to: civilDate })),
  joined: z.nullable(civilDate),
  left: z.nullable(civilDate),
  /** Raised by the clerk's import with every change, so that the account follows. */
  rev,
});
export type PersonDocument = z.infer<typeof personSchema>;

/** Rights beyond the hierarchy; read from this document and never from a claim, so that a change takes effect at once. */
export const memberSchema = z.strictObject({
  inspects: z.boolean(),
  aggregates: z.array(z.enum(blocks)),
  offices: z.array(z.enum(blocks)),
  clerk: z.boolean(),
  administrator: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;
