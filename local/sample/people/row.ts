// One line of the tables of people: who, with which posts; names are drawn later.
import type { Post, PostKind } from '../../../functions/src/domain/organisation.ts';
import type { Absence } from '../../../functions/src/domain/organisation.ts';
import type { Category } from '../../../functions/src/domain/words.ts';
import type { Sex } from '../names.ts';

export interface PersonRow {
  id: string;
  sex: Sex;
  category: Category;
  posts: Post[];
  partyMember?: boolean;
  decidedOutside?: boolean;
  absences?: Absence[];
}

interface Charge {
  fields?: string[];
  inCharge?: string[];
  acting?: boolean;
}

/** A primary post. */
export const post = (unit: string, kind: PostKind, title: string, charge: Charge = {}): Post => ({
  unit,
  kind,
  title,
  primary: true,
  acting: charge.acting ?? false,
  fields: charge.fields ?? [],
  inCharge: charge.inCharge ?? [],
  from: null,
  to: null,
});
/** A second post beside the primary one (kiêm nhiệm). */
export const also = (unit: string, kind: PostKind, title: string, charge: Charge = {}): Post => ({
  ...post(unit, kind, title, charge),
  primary: false,
});

/** `count` ids `prefix-01` … in order. */
export const ids = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}-${String(from + i).padStart(2, '0')}`);
