// Rules of results decided outside: entered by the aggregator of the block, for nobody else's people and never for oneself.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import type { OutsideResult } from '../../functions/src/schema/outsideResult.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import {
  anOutsideResult,
  aSubmittedSheet,
  cast,
  newOutsideResult,
  theMonth,
  theOrg,
} from '../fixtures/documents.ts';
import { given, only, pair, permitted, queryPair, stored, useWorld, type Attempt } from './world.ts';

useWorld('outside-results');
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };
const idOf = (person: string) => `${person}_${theMonth}`;
const decidedOutside = (over: Partial<Sheet> = {}) =>
  aSubmittedSheet({ evaluator: 'outside', decider: 'outside', ...over });

const ask = (over: Partial<OutsideResult> = {}): Attempt => ({
  ...{ as: 'aggregator', on: 'outsideResults', id: idOf(over.person ?? cast.person), by: 'get' },
  ...{ given: { ...anOutsideResult(over) }, write: {}, without: [] },
});
const enter = (over: Partial<OutsideResult> = {}): Attempt => ({
  ...ask(over),
  ...{ given: null, by: 'create', write: { ...stored(newOutsideResult(over)), ...now() } },
});
const correct = (): Attempt => ({
  ...ask(),
  ...{ by: 'update', write: { rating: 'C', document: 'Thông báo số 15-TB/TU', rev: 2, ...now() } },
});

beforeAll(() =>
  given(
    Object.fromEntries(
      [
        decidedOutside(),
        decidedOutside({ person: cast.aggregator }),
        decidedOutside({ person: 'ben-dang', block: 'party' }),
        aSubmittedSheet({ person: 'o-day' }),
      ].map((sheet) => [documentPath(theOrg, 'sheets', idOf(sheet.person)), { ...sheet }]),
    ),
  ),
);

describe('reading', () => {
  only(['aggregator', 'inspector'], 'open one', ask);
  pair('of oneself', ask, {
    id: idOf(cast.aggregator),
    given: { ...anOutsideResult({ person: cast.aggregator }) },
  });
  const notMe = ['person', '!=', cast.aggregator] as const;
  queryPair(
    'the block of the aggregator',
    'aggregator',
    'outsideResults',
    [['block', '==', 'government'], notMe],
    [notMe],
  );
});

describe('entering', () => {
  permitted('what a document says', enter);
  for (const role of [
    'person',
    'evaluator',
    'decider',
    'head',
    'otherAggregator',
    'clerk',
    'inspector',
  ] as const)
    pair(`by ${role}`, enter, { as: role, write: { author: cast[role] } });
  pair('of who is decided in the organisation', enter, { id: idOf('o-day'), write: { person: 'o-day' } });
  pair('of the other block', enter, { id: idOf('ben-dang'), write: { person: 'ben-dang', block: 'party' } });
  pair('of the other block under the own', enter, { id: idOf('ben-dang'), write: { person: 'ben-dang' } });
  pair('of oneself', enter, { id: idOf(cast.aggregator), write: { person: cast.aggregator } });
  pair('of who has no sheet', enter, { id: idOf('khong-co'), write: { person: 'khong-co' } });
  pair('another person than the id says', enter, { write: { person: 'ben-dang' } });
  pair('another month than the id says', enter, { write: { month: '2026-05' } });
  pair("in another's name", enter, { write: { author: cast.inspector } });
  pair('without a document', enter, { write: { document: '  ' } });
  pair('with a day that is none', enter, { write: { day: '30/4/2026' } });
  pair('with no rating', enter, { write: { rating: null } });
  pair('with a level of no list', enter, { write: { level: 'x' } });
  pair('with what functions write', enter, { write: { appliedAt: '2026-04-30T09:00:00.000Z' } });
  pair('at a forged time', enter, { write: forged });
});

describe('correcting', () => {
  permitted('rating and document', correct);
  pair('by an inspector', correct, { as: 'inspector', write: { author: cast.inspector } });
  pair('whom it is about', correct, { write: { person: 'ben-dang' } });
  pair('what functions write', correct, { write: { refusal: 'x' } });
  pair('a revision that stands still', correct, { write: { rev: 1 } });
  pair('at a forged time', correct, { write: forged });
});
