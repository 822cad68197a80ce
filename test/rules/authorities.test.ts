// Rules of authorities: clerks, inspectors, supervisors and the aggregators of the block see who evaluates whom; nobody writes it.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { describe, test } from 'vitest';
import { aMember, cast, someAuthorities, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { functionsOnly, given, list, only, pair, queryPair, useWorld, type Attempt } from './world.ts';

useWorld('authorities');
const id = `${theUnit}_${theMonth}`;
const ask = (): Attempt => ({
  as: 'aggregator',
  on: 'authorities',
  id,
  given: { ...someAuthorities() },
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  only(['clerk', 'administrator', 'inspector', 'supervisor', 'aggregator'], 'open it', ask);
  pair('of the other block', ask, { given: { block: 'party' } });
  const month = ['month', '==', theMonth] as const;
  test('query: a supervisor lists the month, until the right is taken away', async () => {
    const member = `orgs/${theOrg}/members/${cast.supervisor}`;
    await assertSucceeds(list('supervisor', 'authorities', [month]));
    await assertFails(list('colleague', 'authorities', [month]));
    const { supervises: _, ...before } = aMember();
    // Documents from before there was the right lack it.
    for (const one of [aMember(), before, null]) {
      await given({ [member]: one });
      await assertFails(list('supervisor', 'authorities', [month]));
    }
    await given({ [member]: aMember({ supervises: true }) });
    await assertSucceeds(list('supervisor', 'authorities', [month]));
  });
  queryPair('of the block', 'aggregator', 'authorities', [month, ['block', '==', 'government']], [month]);
  queryPair(
    'of the other block, by an aggregator',
    'aggregator',
    'authorities',
    [['block', '==', 'government']],
    [['block', '==', 'party']],
  );
});

functionsOnly('authorities', id, () => someAuthorities(), 'clerk');
