// The dry run of a list against the organisation as it is, judged by the same code as the function that will apply it.
import {
  personColumns,
  unitColumns,
  type Column,
  type Grid,
  type Mapping,
} from '../../../../functions/src/domain/import/columns.ts';
import {
  differencesOfPerson,
  differencesOfUnit,
  type Names,
} from '../../../../functions/src/domain/import/differences.ts';
import { dryRun, personColumnOf, type DryRun } from '../../../../functions/src/domain/import/dryRun.ts';
import { peopleFromList } from '../../../../functions/src/domain/import/peopleList.ts';
import { unitsFromList } from '../../../../functions/src/domain/import/unitList.ts';
import type { ChangeRow, Judged, PersonValue, UnitValue } from '../../../../functions/src/domain/changes.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import { judgeRows, rowText } from '../../../../functions/src/schema/changeRow.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import { profileOf } from '../profiles.ts';
import { readDay } from './readDay.ts';

export type ListKind = 'people' | 'units';
export const columnsOf = (kind: ListKind): readonly Column[] =>
  kind === 'people' ? personColumns : unitColumns;

/** What a dry run needs of the organisation; the logs of its records stay behind. */
export interface AgainstNow {
  units: readonly UnitDocument[];
  people: readonly PersonDocument[];
  profile: string;
  day: CivilDate;
  author: string;
}

export function dryRunOf(
  kind: ListKind,
  list: { grid: Grid; head: number; mapping: Mapping },
  now: AgainstNow,
): DryRun<unknown> {
  const { grid, head, mapping } = list;
  const profile = profileOf(now.profile);
  const names = namesOf(now);
  const judge = <V>(rows: readonly ChangeRow<V>[]) =>
    judgeRows(
      kind,
      rows.map(({ id, base, value }) => rowText(id, base, value)),
      { ...now, members: [] },
      { profile, author: now.author },
    ) as Judged<never> as Judged<V>;
  if (kind === 'people') {
    const known = new Map(now.people.map((person) => [person.id, person]));
    const drafts = peopleFromList(grid, head, mapping, { ...now, profile }, readDay);
    for (const { id, value } of drafts) if (!known.has(id)) names.people.set(id, value.name);
    return dryRun<PersonValue>(drafts, {
      judge,
      columnOf: personColumnOf,
      differences: (id, value) => differencesOfPerson(known.get(id) ?? null, value, names.names),
    });
  }
  const known = new Map(now.units.map((unit) => [unit.id, unit]));
  const drafts = unitsFromList(grid, head, mapping, { ...now, profile }, readDay);
  for (const { id, value } of drafts) if (!known.has(id)) names.units.set(id, value.name);
  const keys: readonly string[] = unitColumns.map(({ key }) => key);
  return dryRun<UnitValue>(drafts, {
    judge,
    columnOf: (field) => (keys.includes(field) ? field : null),
    differences: (id, value) => differencesOfUnit(known.get(id) ?? null, value, names.names),
  });
}

function namesOf({ units, people, profile: id }: AgainstNow): {
  names: Names;
  units: Map<string, string>;
  people: Map<string, string>;
} {
  const profile = profileOf(id);
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const personNames = new Map(people.map((person) => [person.id, person.name]));
  const names: Names = {
    unit: (one) => unitNames.get(one) ?? one,
    person: (one) => personNames.get(one) ?? one,
    unitKind: (kind) => profile.unitKinds.get(kind)?.name ?? kind,
    postKind: (kind) => profile.postKinds.get(kind) ?? kind,
    unitRole: (role) => profile.unitRoles.get(role) ?? role,
  };
  return { names, units: unitNames, people: personNames };
}
