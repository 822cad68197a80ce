// Rules of members: nobody hands out rights from a browser, least of all to themselves.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { describe, test } from 'vitest';
import { aMember, aPerson, cast, membersOfCast, type Role } from '../fixtures/documents.ts';
import { attempt, functionsOnly, list, only, useWorld, type Attempt } from './world.ts';

useWorld('members');
const ask = (id: string = cast.person): Attempt => ({
  as: 'person',
  on: 'members',
  id,
  given: { ...aMember() },
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  only(['person', 'clerk', 'administrator'], "open a person's rights", () => ask());
  test.each(Object.keys(cast) as Role[])('%s may open their own', async (role) => {
    const own = { ...ask(cast[role]), as: role, given: { ...membersOfCast()[role] } };
    await assertSucceeds(attempt(own));
    await assertFails(attempt({ ...own, as: `${role} elsewhere` }));
  });
  test('query: the clerk and the administrator list everybody, nobody else does', async () => {
    for (const role of Object.keys(cast) as Role[])
      await (role === 'clerk' || role === 'administrator' ? assertSucceeds : assertFails)(
        list(role, 'members', []),
      );
  });
});

describe('a right taken away', () => {
  test('counts at once, though the token lives on', async () => {
    const person: Attempt = { ...ask(), on: 'people', as: 'clerk', given: { ...aPerson() } };
    await assertSucceeds(attempt(person));
    await attempt({ ...ask(cast.clerk), as: 'clerk' });
    await assertFails(attempt(person));
    await attempt({ ...ask(cast.clerk), as: 'clerk', given: { ...aMember({ clerk: true }) } });
    await assertSucceeds(attempt(person));
  });
  test('leaves nothing when the member document is gone', async () => {
    const person: Attempt = { ...ask(), on: 'people', as: 'administrator', given: { ...aPerson() } };
    await assertSucceeds(attempt(person));
    await assertFails(attempt({ ...ask(cast.administrator), as: 'person', given: null }));
    await assertFails(attempt(person));
    await attempt({
      ...ask(cast.administrator),
      as: 'administrator',
      given: { ...aMember({ administrator: true }) },
    });
  });
});

functionsOnly('members', cast.person, () => aMember({ administrator: true }), 'person');
