// Names of what records refer to, and the lists that forms offer, out of the organisation and its profile.
import type { Names } from '../../../../functions/src/domain/import/differences.ts';
import { postsOf } from '../../../../functions/src/domain/profiles/table.ts';
import { inTreeOrder } from '../../data/unitTree.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { today } from '../../now.ts';
import type { Pickable } from '../../parts/Picker.tsx';
import type { SelectOption } from '../../parts/Select.tsx';
import { postOn } from './acts.ts';

export function namesIn({ units, people, profile }: WholeOrganisation): Names {
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const personNames = new Map(people.map(({ id, name }) => [id, name]));
  return {
    unit: (id) => unitNames.get(id) ?? id,
    person: (id) => personNames.get(id) ?? id,
    unitKind: (kind) => profile.unitKinds.get(kind)?.name ?? kind,
    postKind: (kind) => profile.postKinds.get(kind) ?? kind,
    unitRole: (role) => profile.unitRoles.get(role) ?? role,
  };
}

/** Units that still exist, indented as they stand in the tree; `also` stays in the list though it was closed. */
export function unitOptions({ units }: WholeOrganisation, also: string | null = null): SelectOption[] {
  const day = today();
  const open = units.filter(({ id, closed }) => id === also || closed === null || closed >= day);
  return inTreeOrder(open).map(({ unit, depth }) => ({
    value: unit.id,
    label: `${'\u2003'.repeat(depth)}${unit.name}`,
  }));
}

/** Kinds of post that the unit has, its heads first. */
export function postKindOptions({ units, profile }: WholeOrganisation, unit: string): SelectOption[] {
  const kind = units.find(({ id }) => id === unit)?.kind;
  const entry = kind === undefined ? undefined : profile.unitKinds.get(kind);
  const kinds = entry ? [...new Set([...postsOf(entry), 'staff'])] : [...profile.postKinds.keys()];
  return kinds.map((value) => ({ value, label: profile.postKinds.get(value) ?? value }));
}

export function pickablePeople({ people }: WholeOrganisation, names: Names): Pickable[] {
  const day = today();
  return people
    .filter(({ left }) => left === null || left >= day)
    .map((person) => {
      const post = postOn(person, day);
      return {
        id: person.id,
        name: person.name,
        hint: post ? `${post.title}, ${names.unit(post.unit)}` : '',
      };
    });
}

export const pickableUnits = ({ units }: WholeOrganisation, names: Names): Pickable[] =>
  units.map((unit) => ({ id: unit.id, name: unit.name, hint: names.unitKind(unit.kind) }));
