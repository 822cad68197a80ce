// Rules of the versions of a plan, a person's or a unit's: read by those whom the document above names as it stands, and by inspection; written by nobody.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { collection, deleteDoc, doc, getDoc, getDocs, setDoc, updateDoc } from 'firebase/firestore/lite';
import { beforeEach, describe, test } from 'vitest';
import { documentPath, planPath, plansPath, type Planned } from '../../functions/src/schema/paths.ts';
import {
  aPlan,
  aSubmittedSheet,
  aUnitSheet,
  cast,
  theMonth,
  theOrg,
  theUnit,
  type Role,
} from '../fixtures/documents.ts';
import { aReopenedUnitPlan, aUnitMonthPlan, aYearPlan, theUnitYear } from '../fixtures/unitPlans.ts';
import { as, given, useWorld } from './world.ts';

useWorld('plans');

interface Kept {
  what: string;
  below: Planned;
  id: string;
  /** What is planned, in a state in which inspection doesn't read it. */
  above: (evaluator?: string) => object;
  version: [id: string, document: object];
  readers: readonly Role[];
}
const overUnit: readonly Role[] = ['head', 'evaluator', 'decider', 'inspector'];
const all: Kept[] = [
  {
    what: "a person's plan",
    ...{ below: 'sheets', id: `${cast.person}_${theMonth}`, version: ['2026-03-2', aPlan()] },
    above: (evaluator = cast.evaluator) => aSubmittedSheet({ evaluator, state: 'open' }),
    readers: ['person', ...overUnit],
  },
  {
    what: "a unit's plan of the month",
    ...{ below: 'unitSheets', id: `${theUnit}_${theMonth}`, version: ['2026-03-2', aUnitMonthPlan()] },
    above: (headEvaluator = cast.evaluator) => aUnitSheet({ headEvaluator }),
    readers: overUnit,
  },
  {
    what: "a unit's plan of the year",
    ...{ below: 'unitPlans', id: theUnitYear, version: ['2', aYearPlan()] },
    above: (headEvaluator = cast.evaluator) => aReopenedUnitPlan({ headEvaluator }),
    readers: overUnit,
  },
];
const roles = Object.keys(cast) as Role[];

describe.each(all)('versions of $what', ({ below, id, above, version: [key, version], readers }) => {
  const parent = documentPath(theOrg, below, id);
  const path = planPath(theOrg, id, key, below);
  const reader: Role = 'head';
  const opens = (role: Role) => getDoc(doc(as(role), path));
  const lists = (role: Role) => getDocs(collection(as(role), plansPath(theOrg, id, below)));

  beforeEach(() => given({ [parent]: { ...above() }, [path]: { ...version } }));

  for (const role of roles) {
    const may = readers.includes(role);
    test(`${role} ${may ? 'may' : 'may not'} open and list them`, async () => {
      await (may ? assertSucceeds : assertFails)(opens(role));
      await (may ? assertSucceeds : assertFails)(lists(role));
    });
    test(`${role} may not write one`, async () => {
      await assertSucceeds(opens(reader));
      await assertFails(updateDoc(doc(as(role), path), { tasks: {} }));
      await assertFails(setDoc(doc(as(role), planPath(theOrg, id, `${key}9`, below)), { ...version }));
      await assertFails(deleteDoc(doc(as(role), path)));
    });
  }

  test('whoever takes over reads what was planned, whoever gave it up no longer', async () => {
    await assertSucceeds(opens('evaluator'));
    await given({ [parent]: { ...above(cast.colleague) } });
    await assertSucceeds(opens('colleague'));
    await assertFails(opens('evaluator'));
  });

  test('of what does not stand there yet are read by inspection alone', async () => {
    await assertSucceeds(opens('inspector'));
    await given({ [parent]: null });
    for (const role of roles) await (role === 'inspector' ? assertSucceeds : assertFails)(opens(role));
  });
});
