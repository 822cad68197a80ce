// Rules of people: oneself, the clerk and the administrator read; nobody writes from a browser.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { describe, test } from 'vitest';
import { aPerson, cast, type Role } from '../fixtures/documents.ts';
import { functionsOnly, list, only, pair, useWorld, type Attempt } from './world.ts';

useWorld('people');
const ask = (): Attempt => ({
  as: 'person',
  on: 'people',
  id: cast.person,
  given: aPerson(),
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  only(['person', 'clerk', 'administrator'], 'open a person', ask);
  pair('a colleague', ask, { id: cast.colleague });
  test('query: the clerk and the administrator list everybody, nobody else does', async () => {
    for (const role of Object.keys(cast) as Role[])
      await (role === 'clerk' || role === 'administrator' ? assertSucceeds : assertFails)(
        list(role, 'people', []),
      );
  });
});

functionsOnly('people', cast.person, aPerson, 'clerk');
