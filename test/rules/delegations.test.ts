// Rules of delegations: the giver gives and revokes, functions switch on, the delegate only reads.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import type { Delegation } from '../../functions/src/schema/delegation.ts';
import { aDelegation, cast, newDelegation, theUnit } from '../fixtures/documents.ts';
import { invalidDelegations, validDelegations } from '../fixtures/invalidOrganisationActs.ts';
import {
  attempt,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  stored,
  useWorld,
  type Attempt,
} from './world.ts';

useWorld('delegations');
const id = `${cast.evaluator}_${cast.delegate}`;
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };

const ask = (over: Partial<Delegation> = {}): Attempt => ({
  as: 'evaluator',
  on: 'delegations',
  id,
  given: { ...aDelegation(over) },
  by: 'get',
  write: {},
  without: [],
});
const give = (): Attempt => ({
  ...ask(),
  given: null,
  by: 'create',
  write: { ...stored(newDelegation()), ...now() },
});
const revoke = (over: Partial<Delegation> = {}): Attempt => ({
  ...ask({ active: true, ...over }),
  by: 'update',
  write: { revoked: true, active: false, rev: 2, ...now() },
});
const terms = {
  fromDay: '2026-05-20',
  toDay: '2026-05-29',
  acts: 'both',
  unit: theUnit,
  reason: 'Nghỉ phép',
};
const giveAnew = (over: Partial<Delegation> = {}): Attempt => ({
  ...ask({ revoked: true, ...over }),
  by: 'update',
  write: { ...terms, revoked: false, active: false, rev: 2, ...now() },
});

describe('reading', () => {
  only(['evaluator', 'delegate', 'inspector', 'clerk', 'administrator'], 'open a delegation', ask);
  const active = ['active', '==', true] as const;
  queryPair('what I gave', 'evaluator', 'delegations', [['giver', '==', cast.evaluator]], [active]);
  queryPair(
    'what was given to me',
    'delegate',
    'delegations',
    [['delegate', '==', cast.delegate], active],
    [active],
  );
  queryPair(
    'what others gave',
    'evaluator',
    'delegations',
    [['giver', '==', cast.evaluator]],
    [['giver', '==', cast.decider]],
  );
});

describe('giving', () => {
  only(['evaluator'], 'delegate what is theirs', give);
  pair('by the delegate', give, { as: 'delegate' });
  pair('to oneself', give, {
    id: `${cast.evaluator}_${cast.evaluator}`,
    write: { delegate: cast.evaluator },
  });
  pair('under the id of another giver', give, { id: `${cast.decider}_${cast.delegate}` });
  pair('under the id of another delegate', give, { id: `${cast.evaluator}_${cast.colleague}` });
  pair('for another giver', give, { id: `${cast.decider}_${cast.delegate}`, write: { giver: cast.decider } });
  pair('to nobody of a form', give, { id: `${cast.evaluator}_A b`, write: { delegate: 'A b' } });
  pair('switched on by the giver', give, { write: { active: true } });
  pair('at a forged time', give, { write: forged });
  pair('what is given already', give, { given: { ...aDelegation() } });
  refusals(
    give,
    invalidDelegations.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validDelegations) permitted(what, give, { write: change });
});

describe('giving anew', () => {
  only(['evaluator'], 'replace it', giveAnew);
  permitted('replace one that holds', giveAnew, { given: { revoked: false, active: true } });
  pair('left switched on', () => giveAnew({ active: true }), { write: { active: true } });
  pair('revoked and changed at once', giveAnew, { write: { revoked: true } });
  pair('to another delegate', giveAnew, { write: { delegate: cast.colleague } });
  pair('from another giver', giveAnew, { write: { giver: cast.decider } });
  pair("with another's name", giveAnew, { write: { delegateName: 'Người khác' } });
  pair('with another history', giveAnew, { write: { log: [{}] } });
  pair('with a revision that stands still', giveAnew, { write: { rev: 1 } });
  pair('at a forged time', giveAnew, { write: forged });
  refusals(
    giveAnew,
    invalidDelegations
      .filter(({ change, without = [] }) => {
        const fields = [...Object.keys(change), ...without];
        return fields.every((field) => field in terms);
      })
      .map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

describe('revoking', () => {
  only(['evaluator'], 'revoke', revoke);
  pair('revoked and still switched on', revoke, { write: { active: true } });
  pair('switched on again by the giver', () => revoke(), {
    given: { active: false },
    write: { revoked: false, active: true },
  });
  pair('with other days', revoke, { write: { toDay: '2026-05-29' } });
  pair('with a revision that jumps', revoke, { write: { rev: 3 } });
  pair('at a forged time', revoke, { write: forged });
  pair('by taking it away', revoke, { by: 'delete' });
  test('the delegate changes nothing in it, in whichever way the giver may', async () => {
    for (const way of [revoke, giveAnew]) {
      await assertFails(attempt({ ...way(), as: 'delegate' }));
      await assertSucceeds(attempt(way()));
    }
  });
});
