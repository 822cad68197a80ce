// Which people a list shows: by words without diacritics, unit with all below it, category and whether they still work here.
import { fold } from '../../../../functions/src/domain/fold.ts';
import type { Person, Post, Unit } from '../../../../functions/src/domain/organisation.ts';
import type { Category, CivilDate } from '../../../../functions/src/domain/words.ts';
import { compareNames } from '../../data/queue.ts';
import { postOn } from './acts.ts';

export const standings = ['here', 'absent', 'left'] as const;
export type Standing = (typeof standings)[number];

export interface PeopleFilter {
  words: string;
  unit: string | null;
  category: Category | '';
  standing: Standing | '';
}

export interface ListedPerson<P extends Person> {
  person: P;
  /** The primary post of the day; of who has left, the last one. */
  post: Post | null;
  standing: Standing;
  /** What the words are looked for in. */
  hay: string;
}

function standingOn(person: Person, day: CivilDate): Standing {
  if (person.left !== null && person.left < day) return 'left';
  return person.absences.some(({ from, to }) => from <= day && day <= to) ? 'absent' : 'here';
}

/** Everybody in the order of their given names; computed once, then filtered on every keystroke. */
export function listPeople<P extends Person>(
  people: readonly P[],
  unitName: (id: string) => string,
  day: CivilDate,
): ListedPerson<P>[] {
  return people
    .map((person) => {
      const post = postOn(person, day) ?? person.posts.at(-1) ?? null;
      const at = post ? `${post.title} ${unitName(post.unit)}` : '';
      return {
        person,
        post,
        standing: standingOn(person, day),
        hay: fold(`${person.name} ${person.id} ${person.email} ${at}`),
      };
    })
    .sort((a, b) => compareNames(a.person.name, b.person.name));
}

/** The unit and all below it. */
export function withUnitsBelow(units: readonly Unit[], id: string): Set<string> {
  const below = new Set([id]);
  // Parents may stand after their children, so until nothing is added any more.
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const unit of units) if (unit.parent !== null && below.has(unit.parent)) below.add(unit.id);
  }
  return below;
}

export function filterPeople<P extends Person>(
  list: readonly ListedPerson<P>[],
  { words, unit, category, standing }: PeopleFilter,
  units: readonly Unit[],
  day: CivilDate,
): ListedPerson<P>[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const within = unit === null ? null : withUnitsBelow(units, unit);
  const isWithin = ({ person, post }: ListedPerson<P>) =>
    within === null ||
    (post !== null && within.has(post.unit)) ||
    person.posts.some((p) => within.has(p.unit) && (p.to === null || p.to >= day));
  return list.filter(
    (one) =>
      (category === '' || one.person.category === category) &&
      (standing === '' ? true : one.standing === standing) &&
      isWithin(one) &&
      wanted.every((word) => one.hay.includes(word)),
  );
}
