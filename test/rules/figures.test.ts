// Rules of figures: the Office of a block hands in and corrects the figures of its units.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import { aUnit, cast, newFigures, someFigures, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { invalidFigures, invalidNewFigures, validFigures } from '../fixtures/invalidUnitDocuments.ts';
import { given, only, pair, permitted, queryPair, refusals, useWorld, type Attempt } from './world.ts';

useWorld('figures');
const id = `${theUnit}_${theMonth}`;
const party = 'van-phong-quan-uy';
beforeAll(() =>
  given({
    [`orgs/${theOrg}/units/${theUnit}`]: aUnit(),
    [`orgs/${theOrg}/units/${party}`]: aUnit({ id: party, block: 'party' }),
  }),
);

const ask = (): Attempt => ({
  as: 'office',
  on: 'figures',
  id,
  given: someFigures(),
  by: 'get',
  write: {},
  without: [],
});
const create = (): Attempt => ({
  ...ask(),
  by: 'create',
  given: null,
  write: { ...newFigures(), savedAt: serverTimestamp() },
});
const correct = (): Attempt => {
  const { unit: _unit, month: _month, block: _block, ...fields } = newFigures();
  return { ...ask(), by: 'update', write: { ...fields, rev: 2, savedAt: serverTimestamp() } };
};
/** As the function opens them with the cycle: nothing in them yet, and nobody has written. */
const opened = { rev: 0, author: null, savedAt: null, sentAt: null };

describe('reading', () => {
  only(['office', 'aggregator', 'evaluator', 'decider'], 'open figures', ask);
  pair('figures that no function has given readers yet', ask, { as: 'evaluator', given: { readers: [] } });
  const month = ['month', '==', theMonth] as const;
  queryPair(
    'of my block, by the Office',
    'office',
    'figures',
    [['block', '==', 'government'], month],
    [month],
  );
  queryPair(
    'of my block, by the aggregator',
    'aggregator',
    'figures',
    [['block', '==', 'government']],
    [['block', '==', 'party']],
  );
  queryPair(
    'of those I judge',
    'decider',
    'figures',
    [['readers', 'array-contains', cast.decider]],
    [['readers', 'array-contains', cast.evaluator]],
  );
});

describe('handing in', () => {
  only(['office'], 'hand in figures', create);
  only(['office'], 'fill in figures that the cycle opened', () => ({
    ...correct(),
    given: { ...someFigures(), ...opened },
    write: { ...correct().write, rev: 1 },
  }));
  only(['office'], 'correct figures', correct);
  permitted('figures of a party unit, by its Office', () => ({
    ...create(),
    as: 'otherOffice',
    id: `${party}_${theMonth}`,
    write: { ...create().write, unit: party, block: 'party', author: cast.otherOffice },
  }));
  pair('an id with another unit', create, { id: `${party}_${theMonth}` });
  pair('an id with another month', create, { id: `${theUnit}_2026-05` });
  for (const month of ['2026-13', '2026-4', 'x'])
    pair(`the month ${month} in id and field`, create, { id: `${theUnit}_${month}`, write: { month } });
  pair('a unit of the other block, called mine', create, {
    id: `${party}_${theMonth}`,
    write: { unit: party },
  });
  pair('a unit that does not exist', create, { id: `x_${theMonth}`, write: { unit: 'x' } });
  pair('my unit, called the other block', create, { write: { block: 'party' } });
  pair('correcting figures of the other block', correct, { given: { block: 'party' } });
  for (const [name, attempt] of Object.entries({ create, correct })) {
    pair(`${name} in another's name`, attempt, { write: { author: cast.aggregator } });
    pair(`${name} at a forged time`, attempt, {
      write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 27)) },
    });
    pair(`${name} with a revision that jumps`, attempt, { write: { rev: 3 } });
  }
  pair('a revision that stands still', correct, { write: { rev: 1 } });
  pair('handing in anew what stands', create, { given: someFigures() });
  pair('withdrawing', correct, { by: 'delete' });
  const forged = {
    unit: 'x',
    month: '2026-05',
    block: 'party',
    readers: [cast.colleague],
    sentAt: 'x',
    overdue: true,
    extra: 1,
  };
  refusals(
    correct,
    Object.entries(forged).map(([field, value]) => ({
      what: `changing ${field}`,
      but: { write: { [field]: value } },
    })),
  );
});

describe('what figures may hold', () => {
  describe('when handed in', () =>
    refusals(
      create,
      invalidNewFigures.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
    ));
  describe('when corrected', () =>
    refusals(
      correct,
      invalidFigures.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
    ));
  for (const { what, change } of validFigures) {
    permitted(`${what}, handed in`, create, { write: change });
    permitted(`${what}, corrected`, correct, { write: change });
  }
});
