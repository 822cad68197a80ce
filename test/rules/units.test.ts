// Rules of units: every member of the organisation sees its tree, nobody writes it from a browser.
import { describe, test } from 'vitest';
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { aUnit, cast, theUnit, type Role } from '../fixtures/documents.ts';
import { attempt, functionsOnly, list, useWorld, type Attempt } from './world.ts';

useWorld('units');
const ask = (): Attempt => ({
  as: 'colleague',
  on: 'units',
  id: theUnit,
  given: aUnit(),
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  test.each(Object.keys(cast) as Role[])('%s may, their namesake elsewhere may not', async (role) => {
    await assertSucceeds(attempt({ ...ask(), as: role }));
    await assertSucceeds(list(role, 'units', []));
    await assertFails(attempt({ ...ask(), as: `${role} elsewhere` }));
    await assertFails(list(`${role} elsewhere`, 'units', []));
  });
  test.each(['signed out', 'without claims'] as const)('nobody %s may', async (asker) => {
    await assertSucceeds(attempt(ask()));
    await assertFails(attempt({ ...ask(), as: asker }));
    await assertFails(list(asker, 'units', []));
  });
});

functionsOnly('units', theUnit, aUnit, 'colleague');
