// Rules of unit months: whoever is named as a reader or oversees the unit reads, nobody writes.
import { describe } from 'vitest';
import { aUnitMonth, cast, theMonth, theUnit } from '../fixtures/documents.ts';
import { functionsOnly, only, pair, queryPair, useWorld, type Attempt } from './world.ts';

useWorld('unit-months');
const id = `${theUnit}_${theMonth}`;
const ask = (): Attempt => ({
  as: 'head',
  on: 'unitMonths',
  id,
  given: { ...aUnitMonth() },
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  only(['head', 'evaluator', 'decider', 'aggregator', 'overseer'], 'open a unit month', ask);
  pair('one of a unit that somebody else oversees', () => ({ ...ask(), as: 'overseer' }), {
    given: { unit: 'phong-tu-phap' },
  });
  queryPair(
    'of what I oversee',
    'overseer',
    'unitMonths',
    [['unit', '==', theUnit]],
    [['month', '==', theMonth]],
  );
  const month = ['month', '==', theMonth] as const;
  queryPair(
    'those I read',
    'aggregator',
    'unitMonths',
    [month, ['readers', 'array-contains', cast.aggregator]],
    [month],
  );
});

functionsOnly('unitMonths', id, aUnitMonth, 'head');
