// Rules of replacement cases: proposed and referred by who decides, decided by whom it was referred to, never about oneself (S3 II.7).
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import type { Replacement } from '../../functions/src/schema/replacement.ts';
import { filled, notDays, notTexts } from '../fixtures/cases.ts';
import { aCycle, aSheet, cast, theMonth, theOrg, type Role } from '../fixtures/documents.ts';
import {
  aReplacement,
  decided,
  decision,
  invalidReplacements,
  newReplacement,
  referred,
  referredAbove,
  validReplacements,
} from '../fixtures/replacements.ts';
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

useWorld('replacements');
const id = `${cast.person}_2026_k1`;
const past = '2026-03';
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };
const sheetOf = (person: string, month: string) => documentPath(theOrg, 'sheets', `${person}_${month}`);

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ state: 'locked' }),
    [sheetOf(cast.person, theMonth)]: aSheet(),
    [sheetOf(cast.person, past)]: aSheet({ month: past }),
    [sheetOf(cast.colleague, theMonth)]: aSheet({ person: cast.colleague, decider: cast.head }),
    [sheetOf(cast.decider, theMonth)]: aSheet({ person: cast.decider }),
  }),
);

const read = (over: Partial<Replacement> = {}): Attempt => ({
  ...{ as: 'decider', on: 'replacements', id, by: 'get', write: {}, without: [] },
  given: stored(aReplacement(over)),
});
const propose = (over: Record<string, unknown> = {}): Attempt => ({
  ...read(),
  given: null,
  by: 'create',
  write: { ...stored(newReplacement()), ...over, ...now() },
});
const act =
  (as: Role, stands: Partial<Replacement>, write: Record<string, unknown>) =>
  (over: Partial<Replacement> = {}): Attempt => ({
    ...read({ ...stands, ...over }),
    as,
    by: 'update',
    write: { rev: (stands.rev ?? 1) + 1, actor: cast[as], ...write, ...now() },
  });

describe('reading', () => {
  only(['decider', 'inspector'], 'open one that is proposed', read);
  only(['decider', 'inspector', 'aggregator'], 'open one referred to the aggregator of the block', () =>
    read(referredAbove),
  );
  only(['decider', 'inspector', 'otherAggregator'], 'open one referred to the other one', () =>
    read({ ...referredAbove, toBlock: 'party' }),
  );
  only(['person', 'decider', 'inspector'], 'open one that the person was told of', () => read(decided));
  pair('one about oneself that isn’t decided', read, { given: { person: cast.decider } });
  pair('by an inspector, about themselves', () => ({ ...read(), as: 'inspector' }), {
    given: { person: cast.inspector },
  });
  pair('by an aggregator, about themselves', () => ({ ...read(referredAbove), as: 'aggregator' }), {
    given: { person: cast.aggregator },
  });
  permitted('by a decider, about themselves, once told', () => read({ ...decided, person: cast.decider }));
  queryPair('of those I decide', 'decider', 'replacements', [['decider', '==', cast.decider]], []);
  const mine = ['person', '==', cast.person] as const;
  queryPair('what I was told', 'person', 'replacements', [mine, ['told', '==', true]], [mine]);
  const notMe = ['person', '!=', cast.inspector] as const;
  queryPair('all but mine, by an inspector', 'inspector', 'replacements', [notMe], []);
  queryPair(
    'referred to my block',
    'aggregator',
    'replacements',
    [
      ['toBlock', '==', 'government'],
      ['person', '!=', cast.aggregator],
    ],
    [
      ['toBlock', '==', 'party'],
      ['person', '!=', cast.aggregator],
    ],
  );
});

describe('proposing', () => {
  only(['decider'], 'propose a case', propose);
  pair('of a month that is over', propose, { write: { month: past } });
  pair('of somebody whom another decides', propose, {
    id: `${cast.colleague}_2026_k1`,
    write: { person: cast.colleague },
  });
  pair('of oneself', propose, { id: `${cast.decider}_2026_k1`, write: { person: cast.decider } });
  pair('in the name of another', propose, { write: { author: cast.head } });
  pair('signed by another', propose, { write: { actor: cast.head } });
  pair('for another to decide', propose, { write: { decider: cast.head } });
  pair('under another id', propose, { id: `${cast.person}_2026_k2` });
  for (const key of ['poor', 'fair', 'harm'])
    pair(`under the key ${key} of a rule`, propose, { id: `${cast.person}_2026_${key}`, write: { key } });
  pair('at a forged time', propose, { write: forged });
  pair('over one that stands', propose, { given: stored(aReplacement()) });
  for (const { what, change } of validReplacements) permitted(what, () => propose(change));
  refusals(
    propose,
    invalidReplacements.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

const refer = act('decider', {}, { referNote: 'Đề nghị xem xét', state: 'referred' });
const decide = act('decider', referred, { ...decision, state: 'decided' });
const decideAbove = act('aggregator', referredAbove, { ...decision, state: 'decided' });
const close = act('decider', decided, { closeNote: 'Đã bàn giao', state: 'closed' });
const above = { ...decided, ...referredAbove, state: 'decided', rev: 3 } as const;
const closeAbove = act('aggregator', above, { closeNote: 'Đã bàn giao', state: 'closed' });
const ended = { outcome: 'ended' } as const;

describe('from proposal to close', () => {
  only(['decider'], 'refer it', refer);
  only(['decider'], 'decide what is referred to nobody above', decide);
  only(['aggregator'], 'decide what is referred to the aggregator', decideAbove);
  only(['otherAggregator'], 'decide what is referred to the other one', () =>
    decideAbove({ toBlock: 'party' }),
  );
  only(['decider'], 'close what they decided', close);
  only(['aggregator'], 'close what was referred to them', closeAbove);
  for (const [name, one] of Object.entries({ refer, decide, close }))
    pair(`the decider, on their own case: ${name}`, one, { given: { person: cast.decider } });
  for (const [name, one] of Object.entries({ decide: decideAbove, close: closeAbove }))
    pair(`the aggregator, on their own case: ${name}`, one, { given: { person: cast.aggregator } });
  pair('deciding before a function said to whom it goes', decide, { given: { managed: null } });
  pair('deciding what was not referred', decide, { given: { state: 'proposed' } });
  for (const state of ['referred', 'decided', 'closed', 'dropped'] as const)
    pair(`referring what is ${state}`, refer, { given: { state } });
  for (const state of ['proposed', 'decided', 'closed', 'dropped'] as const)
    pair(`deciding what is ${state}`, decide, { given: { state } });
  for (const state of ['proposed', 'referred', 'closed', 'dropped'] as const)
    pair(`closing what is ${state}`, close, { given: { state } });
  for (const outcome of ['kept', 'moved', 'replaced'] as const)
    permitted(`deciding: ${outcome}`, decide, { write: { outcome } });
  permitted('ending a contract', () => decide({ category: 'contract' }), { write: ended });
  pair('ending the contract of who has none', () => decide({ category: 'contract' }), {
    given: { category: 'public-employee' },
    write: ended,
  });
  pair('dropping by hand', refer, { write: { state: 'dropped' } });
  pair('deleting', refer, { by: 'delete' });
  pair('at a forged time', decide, { write: forged });
  pair('a revision that stands still', decide, { write: { rev: 2 } });
  pair('signed by another', decide, { write: { actor: cast.head } });
  refusals(refer, [
    ...[' ', filled(2001), ...notTexts].map((referNote) => ({
      what: `a word as ${JSON.stringify(referNote).slice(0, 20)}`,
      but: { write: { referNote } },
    })),
    ...['person', 'managed', 'toBlock', 'told', 'trace', 'category', 'outcome', 'log'].map((field) => ({
      what: `changing ${field}`,
      but: { write: { [field]: 'x' } },
    })),
  ]);
  refusals(decide, [
    ...['', 'x', null].map((outcome) => ({ what: `the outcome ${outcome}`, but: { write: { outcome } } })),
    ...[' ', filled(201), ...notTexts].map((docNumber) => ({
      what: `a number as ${JSON.stringify(docNumber).slice(0, 20)}`,
      but: { write: { docNumber } },
    })),
    ...[...notDays, null].map((docDate) => ({
      what: `the day ${JSON.stringify(docDate)}`,
      but: { write: { docDate } },
    })),
    ...['vì vậy', ' '.repeat(12), filled(2001), ...notTexts].map((reason) => ({
      what: `a reason as ${JSON.stringify(reason).slice(0, 20)}`,
      but: { write: { reason } },
    })),
    ...['person', 'managed', 'told', 'referNote', 'closeNote'].map((field) => ({
      what: `changing ${field}`,
      but: { write: { [field]: 'x' } },
    })),
  ]);
  refusals(
    close,
    [' ', filled(2001), ...notTexts].map((closeNote) => ({
      what: `a word as ${JSON.stringify(closeNote).slice(0, 20)}`,
      but: { write: { closeNote } },
    })),
  );
});
