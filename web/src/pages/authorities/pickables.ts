// People of the organisation to choose from, each told apart by post and unit.
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import { compareNames } from '../../data/queue.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import type { Pickable } from '../../parts/Picker.tsx';

/** Those who are there on `day`, by name. */
export function pickablesOf({ people, units }: WholeOrganisation, day: CivilDate): Pickable[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return people
    .filter(({ joined, left }) => (joined === null || joined <= day) && (left === null || day <= left))
    .map(({ id, name, posts }) => {
      const post = posts.find(({ primary }) => primary) ?? posts[0];
      return { id, name, hint: post ? `${post.title}, ${names.get(post.unit) ?? post.unit}` : id };
    })
    .sort((a, b) => compareNames(a.name, b.name));
}
