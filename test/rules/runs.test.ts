// Rules of runs: whoever is named as a reader reads the aggregation, nobody writes it.
import { describe } from 'vitest';
import { aRun, cast, theMonth } from '../fixtures/documents.ts';
import { functionsOnly, only, queryPair, useWorld, type Attempt } from './world.ts';

useWorld('runs');
const ask = (): Attempt => ({
  as: 'aggregator',
  on: 'runs',
  id: theMonth,
  given: aRun(),
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  only(['aggregator'], 'open a run', ask);
  queryPair('those I read', 'aggregator', 'runs', [['readers', 'array-contains', cast.aggregator]], []);
});

functionsOnly('runs', theMonth, aRun, 'aggregator');
