// Rules of the organisation itself, and of everything that no rule names: nothing.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  query,
  setDoc,
  updateDoc,
  where,
} from 'firebase/firestore/lite';
import { beforeAll, describe, test } from 'vitest';
import { collections } from '../../functions/src/schema/paths.ts';
import { aSubmittedSheet, cast, otherOrg, theOrg, type Role } from '../fixtures/documents.ts';
import { as, given, useWorld } from './world.ts';

useWorld('organisation');
const path = `orgs/${theOrg}`;
const everybody = Object.keys(cast) as Role[];
beforeAll(() =>
  given({
    [path]: { name: 'Quận Nam Từ Liêm' },
    [`orgs/${otherOrg}`]: { name: 'Xã Ô Diên' },
    [`${path}/secrets/x`]: { a: 1 },
    [`${path}/sheets/lan_2026-04`]: aSubmittedSheet(),
    [`${path}/sheets/lan_2026-04/notes/x`]: { person: cast.person },
    'secrets/x': { a: 1 },
  }),
);

describe('the organisation', () => {
  test.each(everybody)('%s reads their own and no other', async (role) => {
    await assertSucceeds(getDoc(doc(as(role), path)));
    await assertFails(getDoc(doc(as(role), `orgs/${otherOrg}`)));
    await assertFails(getDoc(doc(as(`${role} elsewhere`), path)));
    await assertFails(getDocs(collection(as(role), 'orgs')));
  });
  test('nobody writes it', async () => {
    for (const role of everybody) {
      await assertFails(updateDoc(doc(as(role), path), { name: 'x' }));
      await assertFails(deleteDoc(doc(as(role), path)));
      await assertFails(setDoc(doc(as(role), 'orgs/mine'), { name: 'x' }));
    }
    await assertSucceeds(getDoc(doc(as('person'), path)));
  });
  test.each(['signed out', 'without claims'] as const)('nobody %s reads it', async (asker) => {
    await assertSucceeds(getDoc(doc(as('person'), path)));
    await assertFails(getDoc(doc(as(asker), path)));
  });
});

describe('what no rule names', () => {
  const unnamed = [
    `${path}/secrets/x`,
    'secrets/x',
    `${path}/sheets/lan_2026-04/notes/x`,
    `${path}/results/lan_2026-04/notes/x`,
  ];
  test.each(unnamed)('%s stays closed', async (there) => {
    for (const role of everybody) {
      await assertFails(getDoc(doc(as(role), there)));
      await assertFails(setDoc(doc(as(role), there), { person: cast[role] }));
    }
    await assertSucceeds(getDoc(doc(as('person'), `${path}/sheets/lan_2026-04`)));
  });
  test.each(collections)('nobody asks for all %s of all organisations', async (name) => {
    for (const role of ['person', 'inspector', 'administrator'] as const) {
      const mine = query(collectionGroup(as(role), name), where('person', '==', cast[role]));
      await assertFails(getDocs(mine));
      await assertFails(getDocs(collectionGroup(as(role), name)));
    }
  });
});
