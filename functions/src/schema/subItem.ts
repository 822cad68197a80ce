// orgs/{org}/subItems/{unit}_{code}_{n}: what a unit says more closely under a code of the catalogue; no new codes (S0 annex II).
import * as z from 'zod/mini';
import { month, personId, rev, sizes, stamp, text, unitId } from './fields.ts';

export const subItemStates = ['active', 'struck'] as const;
/** Ten places under a code; where one was struck out, another may be written, and what stood there is kept. */
export const subItemPlaces = 10;

const wording = text(sizes.subItem).check(z.refine((s) => s.trim() !== ''));
/** One that was struck out: what it said, whose it was, and who took it away when. */
export const earlierSubItem = z.strictObject({
  text: z.string(),
  author: personId,
  writtenAt: stamp,
  by: personId,
  struckAt: stamp,
});

/** All of it is the head's or the clerk's, and holds at once: no function has a part in it. */
export const subItemFields = {
  unit: unitId,
  code: z.string().check(z.regex(/^(1\.(0[1-9]|1[0-2])|2\.0[1-9]|3\.0[1-4]|69)$/)),
  n: z.int().check(z.gte(1), z.lte(subItemPlaces)),
  text: wording,
  author: personId,
  writtenAt: stamp,
  state: z.enum(subItemStates),
  earlier: z.array(earlierSubItem).check(z.maxLength(sizes.earlierSubItems)),
  /** An open month, whose unit sheet says who heads the unit. */
  month,
  rev,
  actor: personId,
  savedAt: stamp,
};
export const subItemSchema = z.strictObject(subItemFields);
export type SubItem = z.infer<typeof subItemSchema>;

export const newSubItemSchema = z.strictObject({
  ...subItemFields,
  state: z.literal('active'),
  earlier: z.array(earlierSubItem).check(z.maxLength(0)),
  rev: z.literal(1),
});
export type NewSubItem = z.infer<typeof newSubItemSchema>;
