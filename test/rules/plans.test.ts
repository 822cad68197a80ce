// Rules of the versions of a plan: read by those who read the month's sheet at any time, and by inspection; written by nobody.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { collection, deleteDoc, doc, getDoc, getDocs, setDoc, updateDoc } from 'firebase/firestore/lite';
import { beforeEach, describe, test } from 'vitest';
import { planPath } from '../../functions/src/schema/paths.ts';
import { aPlan, aSubmittedSheet, cast, theMonth, theOrg, type Role } from '../fixtures/documents.ts';
import { as, given, useWorld } from './world.ts';

useWorld('plans');
const id = `${cast.person}_${theMonth}`;
const sheet = `orgs/${theOrg}/sheets/${id}`;
const path = planPath(theOrg, id, '2026-03-2');
const readers: readonly Role[] = ['person', 'evaluator', 'decider', 'head', 'inspector'];
const opens = (role: Role) => getDoc(doc(as(role), path));
const lists = (role: Role) => getDocs(collection(as(role), `${sheet}/plans`));

beforeEach(() => given({ [sheet]: { ...aSubmittedSheet() }, [path]: { ...aPlan() } }));

describe('versions of a plan', () => {
  for (const role of Object.keys(cast) as Role[]) {
    const may = readers.includes(role);
    test(`${role} ${may ? 'may' : 'may not'} open and list them`, async () => {
      await (may ? assertSucceeds : assertFails)(opens(role));
      await (may ? assertSucceeds : assertFails)(lists(role));
    });
    test(`${role} may not write one`, async () => {
      await assertSucceeds(opens('person'));
      await assertFails(updateDoc(doc(as(role), path), { tasks: {} }));
      await assertFails(setDoc(doc(as(role), planPath(theOrg, id, '2026-03-3')), { ...aPlan({ rev: 3 }) }));
      await assertFails(deleteDoc(doc(as(role), path)));
    });
  }

  test('whoever takes over the month reads what was planned, whoever gave it up no longer', async () => {
    await assertSucceeds(opens('evaluator'));
    await given({ [sheet]: { ...aSubmittedSheet({ evaluator: cast.colleague }) } });
    await assertSucceeds(opens('colleague'));
    await assertFails(opens('evaluator'));
  });

  test('of a month that has no sheet yet are read by inspection alone', async () => {
    await assertSucceeds(opens('inspector'));
    await given({ [sheet]: null });
    for (const role of Object.keys(cast) as Role[])
      await (role === 'inspector' ? assertSucceeds : assertFails)(opens(role));
  });
});
