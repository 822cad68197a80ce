// Rules of a unit's own month: rated by who decides its head, or by their delegate; read by its head once it is published.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import type { UnitRating } from '../../functions/src/schema/unitRating.ts';
import { filled, notTexts } from '../fixtures/cases.ts';
import { aDelegation, cast, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { aDecidedUnit, aPublishedUnit, aUnitRating, theUnitReason } from '../fixtures/unitDocuments.ts';
import {
  given,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  stored,
  useWorld,
  type Attempt,
} from './world.ts';

useWorld('unit-ratings');
const id = `${theUnit}_${theMonth}`;
const delegationPath = documentPath(theOrg, 'delegations', `${cast.decider}_${cast.delegate}`);
const toDelegate = (over: object = {}) =>
  aDelegation({ giver: cast.decider, delegate: cast.delegate, acts: 'decide', active: true, ...over });

beforeAll(() =>
  given({
    [delegationPath]: toDelegate(),
    // Nothing gives such a delegation; were one there, nobody would rate the unit that they head.
    [documentPath(theOrg, 'delegations', `${cast.decider}_${cast.head}`)]: toDelegate({
      delegate: cast.head,
    }),
    [documentPath(theOrg, 'delegations', `${cast.decider}_${cast.colleague}`)]: toDelegate({
      ...{ delegate: cast.colleague, unit: 'ubnd' },
    }),
    [documentPath(theOrg, 'delegations', `${cast.decider}_${cast.proposer}`)]: toDelegate({
      ...{ delegate: cast.proposer, acts: 'evaluate' },
    }),
  }),
);

const read = (document: UnitRating): Attempt => ({
  ...{ as: 'decider', on: 'unitRatings', id, by: 'get', write: {}, without: [] },
  given: stored(document),
});
const signed = (rev: number) => ({
  ...{ followed: false, rev, actor: cast.decider, actedFor: null, actedAt: serverTimestamp() },
});
const rate = (over: Partial<UnitRating> = {}): Attempt => ({
  ...read(aUnitRating(over)),
  by: 'update',
  write: {
    ...{ dRating: 'B', dLevel: 'good', dReason: theUnitReason, aboveReason: '', state: 'decided' },
    ...signed(1),
  },
});
const takeBack = (document: UnitRating = aDecidedUnit()): Attempt => ({
  ...read(document),
  by: 'update',
  write: { dReason: 'Số liệu được sửa lại', state: 'waiting', ...signed(document.rev + 1) },
});
const asDelegate = (attempt: Attempt): Attempt => ({
  ...attempt,
  as: 'delegate',
  write: { ...attempt.write, actor: cast.delegate, actedFor: cast.decider },
});

describe('reading', () => {
  only(['evaluator', 'decider', 'delegate'], 'open one that waits', () => read(aUnitRating()));
  only(['evaluator', 'decider', 'delegate', 'inspector'], 'open one that is decided', () =>
    read(aDecidedUnit()),
  );
  only(['evaluator', 'decider', 'delegate', 'inspector', 'aggregator', 'head'], 'open a published one', () =>
    read(aPublishedUnit()),
  );
  pair('the head while it is taken up again', () => ({ ...read(aPublishedUnit()), as: 'head' }), {
    given: { frozen: false },
  });
  pair('the inspector whose unit it is', () => ({ ...read(aDecidedUnit()), as: 'inspector' }), {
    given: { head: cast.inspector },
  });
  pair('the delegate whose unit it is', () => ({ ...read(aUnitRating()), as: 'delegate' }), {
    given: { head: cast.delegate },
  });
  const month = ['month', '==', theMonth] as const;
  queryPair('that I decide', 'decider', 'unitRatings', [['decider', '==', cast.decider], month], [month]);
  queryPair(
    'of the head who is told',
    'head',
    'unitRatings',
    [
      ['head', '==', cast.head],
      ['frozen', '==', true],
    ],
    [['head', '==', cast.head]],
  );
  queryPair(
    'of the inspector, not of their own unit',
    'inspector',
    'unitRatings',
    [
      ['state', '==', 'decided'],
      ['head', '!=', cast.inspector],
    ],
    [['state', '==', 'decided']],
  );
});

describe('rating it', () => {
  only(['decider'], 'rate it in their own name', rate);
  permitted('by the delegate', () => asDelegate(rate()));
  pair('by a delegate for evaluations only', () => asDelegate(rate()), {
    ...{ as: 'proposer', write: { actor: cast.proposer } },
  });
  pair('by a delegate for another unit', () => asDelegate(rate()), {
    ...{ as: 'colleague', write: { actor: cast.colleague } },
  });
  pair('by the head, as delegate of who decides them', () => asDelegate(rate()), {
    ...{ as: 'head', write: { actor: cast.head } },
  });
  pair('by a decider who heads it', rate, { given: { head: cast.decider } });
  pair('in the name of another', () => asDelegate(rate()), { write: { actor: cast.decider } });
  pair('for nobody, as a delegate', () => asDelegate(rate()), { write: { actedFor: null } });
  pair('before the final run', rate, { given: { held: true } });
  pair('before the act before is entered', rate, { given: { followed: false } });
  pair('saying that it is entered', rate, { write: { followed: true } });
  pair('what is decided', rate, { given: { state: 'decided' } });
  pair('leaving it waiting', rate, { write: { state: 'waiting' } });
  pair('at a forged time', rate, { write: { actedAt: Timestamp.fromMillis(5) } });
  pair('a revision that jumps', rate, { write: { rev: 2 } });
  pair('deleting it', rate, { by: 'delete' });
  pair('creating it', rate, { given: null, by: 'create', write: stored(aUnitRating()) });
  for (const dRating of ['A', 'B', 'C', 'D']) permitted(`rating ${dRating}`, rate, { write: { dRating } });
  for (const dLevel of ['good', 'fair', 'poor']) permitted(`level ${dLevel}`, rate, { write: { dLevel } });
  permitted('with a reason why the head is above it', rate, { write: { aboveReason: filled(2000) } });
  refusals(rate, [
    ...['E', '', null, 5].map((dRating) => ({ what: `rating ${dRating}`, but: { write: { dRating } } })),
    ...['bad', '', null].map((dLevel) => ({ what: `level ${dLevel}`, but: { write: { dLevel } } })),
    ...[...notTexts, '', 'chưa đủ', ' '.repeat(12), filled(2001), 'Hoàn thành\u001fkế hoạch'].map(
      (dReason) => ({ what: `reason ${JSON.stringify(dReason).slice(0, 20)}`, but: { write: { dReason } } }),
    ),
    ...[...notTexts, filled(2001), 'a\u001fb'].map((aboveReason) => ({
      what: `why above ${JSON.stringify(aboveReason).slice(0, 20)}`,
      but: { write: { aboveReason } },
    })),
    ...[
      'head',
      'decider',
      'held',
      'proposal',
      'headRating',
      'frozen',
      'version',
      'published',
      'log',
      'extra',
    ].map((field) => ({ what: `changing ${field}`, but: { write: { [field]: 'x' } } })),
  ]);
});

describe('taking it back', () => {
  only(['decider'], 'take back a decision', takeBack);
  only(['decider'], 'take up a published one', () => takeBack(aPublishedUnit()));
  permitted('by the delegate', () => asDelegate(takeBack()));
  pair('what waits', takeBack, { given: { state: 'waiting' } });
  pair('with the reason of before', takeBack, { write: { dReason: theUnitReason } });
  pair('with too short a reason', takeBack, { write: { dReason: 'ngắn' } });
  pair('and rating it otherwise', takeBack, { write: { dRating: 'C' } });
  pair('of the unit that one heads', takeBack, { given: { head: cast.decider } });
  pair('before the decision is entered', takeBack, { given: { followed: false } });
});
