// Rules of changes: what the personnel office asks of the organisation, signed, with its reason, and never undone.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe, test } from 'vitest';
import type { Change, NewChange } from '../../functions/src/schema/change.ts';
import { sizes } from '../../functions/src/schema/fields.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { aChange, cast, newChange, theOrg, type Role } from '../fixtures/documents.ts';
import { invalidChanges, validChanges } from '../fixtures/invalidOrganisationActs.ts';
import {
  attempt,
  given,
  list,
  only,
  pair,
  permitted,
  refusals,
  stored,
  useWorld,
  type Attempt,
} from './world.ts';

useWorld('changes');
const id = `${cast.clerk}_k1`;
const byAdministrator = `${cast.administrator}_k1`;
const now = () => ({ savedAt: serverTimestamp() });

const ask = (over: Partial<Change> = {}): Attempt => ({
  as: 'clerk',
  on: 'changes',
  id,
  given: { ...aChange(over) },
  by: 'get',
  write: {},
  without: [],
});
const create = (over: Partial<NewChange> = {}): Attempt => ({
  ...ask(),
  given: null,
  by: 'create',
  write: { ...stored(newChange(over)), ...now() },
});
const createMembers = (): Attempt => ({
  ...create({ author: cast.administrator, kind: 'members' }),
  as: 'administrator',
  id: byAdministrator,
});
const send = (over: Partial<Change> = {}): Attempt => ({
  ...ask({ state: 'draft', ...over }),
  by: 'update',
  write: { state: 'sent', rev: 2, ...now() },
});
const addPart = (): Attempt => ({
  ...ask(),
  id: `${id}/parts/0`,
  given: null,
  by: 'create',
  write: { author: cast.clerk, rows: ['{}'], ...now() },
});

describe('reading', () => {
  only(['clerk', 'administrator'], 'open a change', ask);
  only(['clerk', 'administrator'], 'open a part of it', () => ({
    ...ask(),
    id: `${id}/parts/0`,
    given: { author: cast.clerk, rows: [], savedAt: null },
  }));
  test('query: clerk and administrator list all of them, nobody else does, their own neither', async () => {
    for (const role of Object.keys(cast) as Role[])
      await (role === 'clerk' || role === 'administrator' ? assertSucceeds : assertFails)(
        list(role, 'changes', [['author', '==', cast[role]]]),
      );
  });
});

describe('creating', () => {
  /** Each under their own name, as it would be allowed if the right were theirs. */
  const own = (role: Role): Attempt => ({
    ...create({ author: cast[role] }),
    as: role,
    id: `${cast[role]}_k1`,
  });
  permitted('change people, by a clerk', create);
  permitted('change people, by an administrator', () => own('administrator'));
  for (const role of [
    'person',
    'head',
    'decider',
    'inspector',
    'supervisor',
    'aggregator',
    'office',
    'overseer',
  ] as const)
    pair(`a change by ${role}`, () => own('clerk'), own(role));
  permitted('hand out rights, by an administrator', createMembers);
  pair('rights handed out by a clerk', create, { write: { kind: 'members' } });
  pair("a change in another's name", create, { write: { author: cast.administrator } });
  pair("a change under another's id", create, { id: byAdministrator });
  pair('an id without the author', create, { id: 'k1' });
  pair('an id of no form', create, { id: `${cast.clerk}_K1` });
  pair('an id that is too long', create, { id: `${cast.clerk}_${'k'.repeat(21)}` });
  pair('a forged time', create, { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) } });
  refusals(
    create,
    invalidChanges.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validChanges) permitted(what, create, { write: change });
});

describe('sending a draft', () => {
  only(['clerk'], 'send it', send);
  for (const state of ['sent', 'applied', 'refused'] as const)
    pair(`sending what is ${state}`, send, { given: { state } });
  pair('sending other rows', send, { write: { rows: ['{}'] } });
  pair('sending for another reason', send, { write: { reason: 'Lý do khác' } });
  pair("sending another's", send, { given: { author: cast.administrator } });
  pair('calling it applied', send, { write: { state: 'applied' } });
  pair('answering in place of the function', send, { write: { problems: ['x'] } });
  pair('a revision that stands still', send, { write: { rev: 1 } });
  pair('a forged time', send, { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) } });
  const sendMembers = () => ({
    ...send({ author: cast.administrator, kind: 'members' }),
    as: 'administrator' as const,
    id: byAdministrator,
  });
  permitted('send rights, by an administrator', sendMembers);
  // A clerk who drafted them while an administrator.
  pair('rights, by who is a clerk now', () => ({ ...send({ kind: 'people' }) }), {
    given: { kind: 'members' },
  });
  pair('sending once the right is gone', send, { as: 'person' });
  pair('taking it away', send, { by: 'delete' });
});

describe('parts', () => {
  const draft = (over: Partial<Change> = {}) =>
    given({ [documentPath(theOrg, 'changes', id)]: aChange({ state: 'draft', ...over }) });
  beforeAll(() => draft());
  permitted('add one', addPart);
  permitted('add the last one', addPart, { id: `${id}/parts/99` });
  for (const n of ['100', '00', '-1', 'a']) pair(`part ${n}`, addPart, { id: `${id}/parts/${n}` });
  pair('one by who did not begin the change', addPart, {
    as: 'administrator',
    write: { author: cast.administrator },
  });
  pair("one in another's name", addPart, { write: { author: cast.administrator } });
  pair('one of a change that is not there', addPart, { id: `${cast.clerk}_k2/parts/0` });
  pair('one that is there already', addPart, { given: { author: cast.clerk, rows: [], savedAt: null } });
  const rows = (value: unknown) => ({ write: { rows: value } });
  refusals(addPart, [
    { what: 'with a field that no schema knows', but: { write: { kind: 'people' } } },
    { what: 'without rows', but: { without: ['rows'] } },
    { what: 'without an author', but: { without: ['author'] } },
    { what: 'rows that are no texts', but: rows([5]) },
    { what: 'rows that are no list', but: rows('x') },
    { what: 'too many rows', but: rows(Array.from({ length: sizes.changeRows + 1 }, () => '{}')) },
    { what: 'rows that are too long', but: rows(['x'.repeat(sizes.changePart + 1)]) },
    { what: 'at a forged time', but: { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) } } },
  ]);
  test('refused: one of a change that is sent, or of somebody else', async () => {
    await draft({ state: 'sent' });
    await assertFails(attempt(addPart()));
    await draft({ author: cast.administrator });
    await assertFails(attempt(addPart()));
    await draft();
    await assertSucceeds(attempt(addPart()));
  });
  test('refused: another version of a part, or none', async () => {
    const there = { ...addPart(), given: { author: cast.clerk, rows: [], savedAt: null } };
    for (const by of ['update', 'delete'] as const) await assertFails(attempt({ ...there, by }));
    await assertSucceeds(attempt(addPart()));
  });
});
