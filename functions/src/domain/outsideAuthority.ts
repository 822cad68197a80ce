// The month of who is decided outside the organisation, such as the Bí thư himself: they file here like everybody, and the result is entered (domain.md section 6).
import type { Frozen } from './authorityAgain.ts';
import { formatDate } from './civilDate.ts';
import type { Organisation } from './organisation.ts';
import type { Profile } from './profiles/table.ts';
import { headIn, rosterOf } from './roster.ts';
import { outside } from './vacant.ts';
import type { CivilDate } from './words.ts';

export const outsideRow = 0;
export const outsideClause = 'S3 II.5: cấp trên quyết định';

/** By person: in the unit of the primary post, with nobody of the organisation above them. */
export function outsideAuthorities(
  profile: Profile,
  organisation: Organisation,
  day: CivilDate,
): Map<string, Frozen> {
  const roster = rosterOf(profile, organisation, day);
  return new Map(
    roster.people.flatMap((person): [string, Frozen][] => {
      const post = person.posts.find(({ primary }) => primary) ?? person.posts[0];
      if (!person.decidedOutside || !post || !roster.units.has(post.unit)) return [];
      const seated = headIn(roster, post.unit);
      const head = seated.is === 'held' && seated.by !== person.id ? seated.by : null;
      return [
        [
          person.id,
          {
            ...{
              person: person.id,
              unit: post.unit,
              post: post.title,
              row: outsideRow,
              clause: outsideClause,
            },
            ...{ tier: 'leader', evaluator: outside, decider: outside, head, headcount: null },
            ...{ consulted: [], onRequest: [], proposers: [], headsUnits: [], isHead: false },
          },
        ],
      ];
    }),
  );
}

/** "Quyết định số 12-QĐ/TU ngày 30/04/2026", as it is printed with the result. */
export const outsideDocument = (document: string, day: CivilDate): string =>
  `${document} ngày ${formatDate(day)}`;
