// orgs/{org}/logs/{collection}_{id}_{n}: entries that a long log has no room for any more, from its entry n on; no client reads it.
import * as z from 'zod/mini';
import { logEntry } from './fields.ts';
import type { Ref } from './refs.ts';

export const logPartSchema = z.strictObject({
  /** Path of the document whose log goes on behind these. */
  of: z.string(),
  /** Number of the first entry. */
  first: z.int().check(z.gte(1)),
  entries: z.array(logEntry),
});
export type LogPart = z.infer<typeof logPartSchema>;

export function logPartRef(of: string, first: number): Ref<LogPart> {
  const [orgs, org, collection, id] = of.split('/');
  if (orgs !== 'orgs' || org === undefined || collection === undefined || id === undefined)
    throw new RangeError(`not a document of an organisation: ${of}`);
  return { path: `orgs/${org}/logs/${collection}_${id}_${first}`, shape: logPartSchema };
}
