// Rules of cycles: every member of the organisation sees the month and its deadlines, nobody writes them.
import { describe, test } from 'vitest';
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { aCycle, cast, theMonth, type Role } from '../fixtures/documents.ts';
import { attempt, functionsOnly, list, useWorld, type Attempt } from './world.ts';

useWorld('cycles');
const ask = (): Attempt => ({
  as: 'colleague',
  on: 'cycles',
  id: theMonth,
  given: aCycle(),
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  test.each(Object.keys(cast) as Role[])('%s may, their namesake elsewhere may not', async (role) => {
    await assertSucceeds(attempt({ ...ask(), as: role }));
    await assertSucceeds(list(role, 'cycles', []));
    await assertFails(attempt({ ...ask(), as: `${role} elsewhere` }));
    await assertFails(list(`${role} elsewhere`, 'cycles', []));
  });
  test.each(['signed out', 'without claims'] as const)('nobody %s may', async (asker) => {
    await assertSucceeds(attempt(ask()));
    await assertFails(attempt({ ...ask(), as: asker }));
    await assertFails(list(asker, 'cycles', []));
  });
});

functionsOnly('cycles', theMonth, aCycle, 'colleague');
