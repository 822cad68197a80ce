// What the tree tells of each unit on a day: who heads it, how many people it has, how many count for the two steps.
import { headcountOf, headIn, holdingsIn, rosterOf } from '../../../../functions/src/domain/roster.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';

export interface UnitFacts {
  /** Name of the head; null where nobody heads the unit. */
  head: string | null;
  people: number;
  headcount: number;
}

export const noHead = 'Chưa có người đứng đầu';

export function unitFacts(
  { profile, organisation }: WholeOrganisation,
  day: CivilDate,
): Map<string, UnitFacts> {
  const roster = rosterOf(profile, organisation, day);
  const names = new Map(organisation.people.map(({ id, name }) => [id, name]));
  return new Map(
    organisation.units.map((unit) => {
      const seat = headIn(roster, unit.id);
      const head =
        seat.is === 'held'
          ? (names.get(seat.by) ?? seat.by)
          : seat.is === 'disputed'
            ? `${seat.by.length} người cùng giữ ghế đứng đầu`
            : null;
      const people = new Set(holdingsIn(roster, unit.id).map(({ person }) => person.id)).size;
      return [unit.id, { head, people, headcount: headcountOf(roster, unit) }];
    }),
  );
}
