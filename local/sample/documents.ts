// Units and people of a sample as the documents that a clerk's import leaves.
import type { Person, Unit } from '../../functions/src/domain/organisation.ts';
import type { PersonDocument } from '../../functions/src/schema/person.ts';
import type { UnitDocument } from '../../functions/src/schema/unit.ts';

export const unitDocument = (unit: Unit): UnitDocument => ({
  ...unit,
  excludedFromSystem: [],
  log: [],
  rev: 1,
});
export const personDocument = (person: Person): PersonDocument => ({
  ...person,
  managedByBTV: person.managedByBTV ?? false,
  setAside: null,
  judgedBy: [],
  log: [],
  rev: 1,
});
