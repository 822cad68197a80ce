// orgs/{org}/seals/{yyyy-mm-dd}: one night's seal over all logs; its list of heads lies in the seals' own bucket, and no client reads it.
import * as z from 'zod/mini';
import type { CivilDate } from '../domain/words.ts';
import { civilDate } from './fields.ts';
import type { Ref } from './refs.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const sealSchema = z.strictObject({
  date: civilDate,
  /** Documents whose heads the file lists. */
  documents: z.int(),
  /** Hash of the file without its last line. */
  root: sha256,
  /** Root of the seal before; empty in the first. */
  previous: z.union([sha256, z.literal('')]),
  /** Day of the last seal over everything, this one included; others pass by months that are over. */
  whole: civilDate,
  /** Object in the seals' bucket. */
  file: z.string(),
  /** Which key signed the root, and the signature (Ed25519, base64). */
  key: z.string(),
  signature: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;

export const sealsPath = (org: string) => `orgs/${org}/seals`;
export const sealRef = (org: string, date: CivilDate): Ref<Seal> => ({
  path: `${sealsPath(org)}/${date}`,
  shape: sealSchema,
});
/** The root in the name: a run that was cut off and finds other heads when it is repeated replaces nothing, which retention forbids. */
export const sealFile = (org: string, date: CivilDate, root: string) =>
  `orgs/${org}/seals/${date}-${root.slice(0, 16)}.jsonl`;
