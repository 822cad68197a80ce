// Rules of authorities: clerks, inspectors and the aggregators of the block see who evaluates whom; nobody writes it.
import { describe } from 'vitest';
import { someAuthorities, theMonth, theUnit } from '../fixtures/documents.ts';
import { functionsOnly, only, pair, queryPair, useWorld, type Attempt } from './world.ts';

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
  only(['clerk', 'administrator', 'inspector', 'aggregator'], 'open it', ask);
  pair('of the other block', ask, { given: { block: 'party' } });
  const month = ['month', '==', theMonth] as const;
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
