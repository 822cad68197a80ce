// Rules of results and their versions: read by those they concern, written by nobody.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { deleteDoc, doc, getDoc, setDoc, updateDoc } from 'firebase/firestore/lite';
import { beforeAll, describe, test } from 'vitest';
import { versionPath } from '../../functions/src/schema/paths.ts';
import { aResult, cast, theMonth, theOrg, theUnit, type Role } from '../fixtures/documents.ts';
import { as, functionsOnly, given, list, only, pair, queryPair, useWorld, type Attempt } from './world.ts';

useWorld('results');
const id = `${cast.person}_${theMonth}`;
const ask = (): Attempt => ({
  as: 'person',
  on: 'results',
  id,
  given: aResult(),
  by: 'get',
  write: {},
  without: [],
});
const readers = ['person', 'evaluator', 'decider', 'inspector', 'aggregator'] as const;

describe('reading', () => {
  only(readers, 'open a result', ask);
  pair('one of the other block, by the aggregator', () => ({ ...ask(), as: 'aggregator' }), {
    given: { block: 'party' },
  });
  pair("a colleague's", ask, { given: { person: cast.colleague } });
  test('one that is not there: not yet for the person, refused to everybody else', async () => {
    const missing = (role: Role) => getDoc(doc(as(role), `orgs/${theOrg}/results/${cast.person}_2030-01`));
    await assertSucceeds(missing('person'));
    for (const role of ['colleague', 'evaluator', 'head'] as const) await assertFails(missing(role));
    await assertFails(getDoc(doc(as('person elsewhere'), `orgs/${theOrg}/results/${cast.person}_2030-01`)));
  });
  const unit = [
    ['unit', '==', theUnit],
    ['month', '==', theMonth],
  ] as const;
  queryPair('my own', 'person', 'results', [['person', '==', cast.person]], []);
  queryPair('of those I decide', 'decider', 'results', [['decider', '==', cast.decider]], [...unit]);
  queryPair(
    'of those I evaluate',
    'evaluator',
    'results',
    [...unit, ['evaluator', '==', cast.evaluator]],
    [...unit],
  );
  queryPair(
    'of my block',
    'aggregator',
    'results',
    [['block', '==', 'government']],
    [['block', 'in', ['government', 'party']]],
  );
  test('query: the inspector lists any unit, nobody else does without saying by what right', async () => {
    for (const role of Object.keys(cast) as Role[])
      await (role === 'inspector' ? assertSucceeds : assertFails)(list(role, 'results', unit));
  });
});

functionsOnly('results', id, aResult, 'person');

describe('versions', () => {
  const path = versionPath(theOrg, id, 1);
  beforeAll(() => given({ [path]: aResult() }));
  for (const role of Object.keys(cast) as Role[]) {
    const may = (readers as readonly Role[]).includes(role);
    test(`${role} ${may ? 'may' : 'may not'} open an old version`, async () => {
      await (may ? assertSucceeds : assertFails)(getDoc(doc(as(role), path)));
    });
    test(`${role} may not write a version`, async () => {
      await assertSucceeds(getDoc(doc(as('person'), path)));
      await assertFails(updateDoc(doc(as(role), path), { rating: 'A' }));
      await assertFails(setDoc(doc(as(role), versionPath(theOrg, id, 2)), { ...aResult() }));
      await assertFails(deleteDoc(doc(as(role), path)));
    });
  }
});
