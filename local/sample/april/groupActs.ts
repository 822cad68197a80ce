// Who belongs to which group of a casebook, and the acts that a whole group does.
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import type { Unit } from '../../../functions/src/domain/organisation.ts';
import type { Act } from './acts.ts';
import type { Casebook, SceneName, Wave } from './casebook.ts';

export interface Cast {
  authorities: readonly Authority[];
  units: ReadonlyMap<string, Unit>;
}

function groupOf(cast: Cast, book: Casebook, authority: Authority): string {
  const unit = cast.units.get(authority.unit);
  if (!unit) throw new Error(`${authority.person} stands in no unit of the sample`);
  if (authority.isHead || authority.tier === 'leader') {
    return unit.block === 'party' ? 'party-heads' : 'state-heads';
  }
  return book.groupOf(authority, unit);
}

/** The acts of a month for the people whom the casebook doesn't take out of it. */
export class GroupActs {
  readonly cast: Cast;
  readonly book: Casebook;

  constructor(cast: Cast, book: Casebook) {
    this.cast = cast;
    this.book = book;
  }

  group(...names: readonly string[]): Authority[] {
    const { cast, book } = this;
    return cast.authorities.filter(
      (a) => !book.silent.has(a.person) && !book.away.has(a.person) && names.includes(groupOf(cast, book, a)),
    );
  }

  all(act: 'plan' | 'draft' | 'submit', people: readonly Authority[]): Act[] {
    return people.map(({ person }) => ({ do: act, who: person }));
  }

  units(act: 'unitPlan' | 'unitFile', people: readonly Authority[]): Act[] {
    return people
      .filter(({ person, isHead }) => isHead && !this.book.withoutUnitSheet.has(person))
      .flatMap(({ person, headsUnits }) => headsUnits.map((unit) => ({ do: act, who: person, unit })));
  }

  /** Whoever files on the day of the wave; the late one doesn't. */
  filing({ groups }: Wave): Act[] {
    return this.all(
      'submit',
      this.group(...groups).filter(({ person }) => person !== this.book.late),
    );
  }

  special(name: SceneName): readonly Act[] {
    return this.book.special[name] ?? [];
  }
}
