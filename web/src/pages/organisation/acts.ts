// The guided acts on a person, as changes of the record: a transfer ends one post and begins another, leaving ends them all.
import { addDays } from '../../../../functions/src/domain/civilDate.ts';
import type { Person, Post } from '../../../../functions/src/domain/organisation.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';

export type PersonValue = Omit<Person, 'id'>;

export interface Transfer {
  unit: string;
  kind: string;
  title: string;
  /** First day in the new unit. */
  from: CivilDate;
  /** Further posts (kiêm nhiệm) end too. */
  endOthers: boolean;
}

export const emptyPost = (unit: string, kind: string): Post => ({
  unit,
  kind,
  title: '',
  primary: false,
  acting: false,
  fields: [],
  inCharge: [],
  from: null,
  to: null,
});

export const isHeldOn = ({ from, to }: Post, day: CivilDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** The primary post of the day, else the first of that day: what lists show of a person. */
export function postOn(person: Pick<Person, 'posts'>, day: CivilDate): Post | null {
  const held = person.posts.filter((post) => isHeldOn(post, day));
  return held.find((post) => post.primary) ?? held[0] ?? null;
}

const endBy = (post: Post, last: CivilDate): Post[] => {
  // A post that would only have begun later never begins.
  if (post.from !== null && post.from > last) return [];
  return [post.to !== null && post.to <= last ? post : { ...post, to: last }];
};

export function transferred(
  value: PersonValue,
  { unit, kind, title, from, endOthers }: Transfer,
): PersonValue {
  const last = addDays(from, -1);
  const kept = value.posts.flatMap((post) => (post.primary || endOthers ? endBy(post, last) : [post]));
  return { ...value, posts: [...kept, { ...emptyPost(unit, kind), title, primary: true, from }] };
}

/** `last` is the last day of work. */
export function leftOn(value: PersonValue, last: CivilDate): PersonValue {
  return { ...value, left: last, posts: value.posts.flatMap((post) => endBy(post, last)) };
}

/** Out again of what was to happen: the person stays, and posts that ended with the leaving go on. */
export function stays(value: PersonValue): PersonValue {
  const { left } = value;
  return {
    ...value,
    left: null,
    posts: value.posts.map((post) => (post.to === left ? { ...post, to: null } : post)),
  };
}
