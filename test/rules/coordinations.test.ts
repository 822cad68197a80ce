// Rules of trouble in co-ordination: one side records, the other answers, who is above both settles; nobody changes another's words (S3 II.3.3).
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import type { Coordination } from '../../functions/src/schema/coordination.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { filled, notCodes, notDays, notTexts } from '../fixtures/cases.ts';
import { aCycle, aUnitSheet, cast, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import {
  aCoordination,
  invalidCoordinations,
  newCoordination,
  theOtherHead,
  theOtherUnit,
  validCoordinations,
} from '../fixtures/facts.ts';
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

useWorld('coordinations');
const id = `${theUnit}_${theMonth}_p1`;
const past = '2026-03';
/** What is recorded otherwise; some of it stands in the id as well. */
type Over = Record<string, unknown> & { subject?: string; unit?: string; month?: string };
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ state: 'published' }),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet(),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${past}`)]: aUnitSheet({ month: past }),
    [documentPath(theOrg, 'unitSheets', `${theOtherUnit}_${theMonth}`)]: aUnitSheet({ head: theOtherHead }),
    [documentPath(theOrg, 'unitSheets', `${theOtherUnit}_${past}`)]: aUnitSheet({ head: theOtherHead }),
    [documentPath(theOrg, 'unitSheets', `hai-vai_${theMonth}`)]: aUnitSheet({ head: cast.head }),
  }),
);

const read = (over: Partial<Coordination> = {}): Attempt => ({
  ...{ as: 'head', on: 'coordinations', id, by: 'get', write: {}, without: [] },
  given: stored(aCoordination({ author: 'nguoi-cu', ...over })),
});
const record = (over: Over = {}): Attempt => ({
  ...read(),
  id: `${over.unit ?? theUnit}_${over.month ?? theMonth}_p1`,
  given: null,
  by: 'create',
  write: { ...stored(newCoordination()), ...over, ...now() },
});

describe('reading', () => {
  only(['head', 'colleague', 'proposer', 'decider', 'inspector', 'aggregator'], 'open it', read);
  only(
    ['head', 'colleague', 'proposer', 'decider', 'inspector', 'aggregator', 'otherAggregator'],
    'open one of two blocks',
    () => read({ otherBlock: 'party' }),
  );
  queryPair('of my unit', 'head', 'coordinations', [['head', '==', cast.head]], []);
  queryPair('that I answer', 'colleague', 'coordinations', [['otherHead', '==', theOtherHead]], []);
  queryPair('that I settle', 'proposer', 'coordinations', [['authority', '==', cast.proposer]], []);
  queryPair(
    'of a head whom I decide',
    'decider',
    'coordinations',
    [
      ['otherHead', '==', theOtherHead],
      ['otherDecider', '==', cast.decider],
    ],
    [['otherHead', '==', theOtherHead]],
  );
});

describe('recording', () => {
  only(['head'], 'record trouble of their unit', record);
  permitted('by the other side’s head of theirs', () => ({
    ...record({ unit: theOtherUnit, other: theUnit, author: theOtherHead, actor: theOtherHead }),
    as: 'colleague',
  }));
  pair('of a unit that one doesn’t head', record, record({ unit: theOtherUnit, other: theUnit }));
  pair('with one’s own other unit', record, record({ other: 'hai-vai' }));
  pair('with a unit that there isn’t', record, record({ other: 'khong-co' }));
  pair('by the head of a month that is over', record, record({ month: past }));
  pair('under another id', record, { id: `${theOtherUnit}_${theMonth}_p1` });
  pair('in the name of another', record, { write: { author: theOtherHead } });
  pair('signed by another', record, { write: { actor: theOtherHead } });
  pair('at a forged time', record, { write: forged });
  for (const { what, change } of validCoordinations) permitted(what, () => record(change));
  refusals(
    record,
    invalidCoordinations.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

const answer = (over: Partial<Coordination> = {}): Attempt => ({
  ...read(over),
  as: 'colleague',
  by: 'update',
  write: { answer: 'Đã trả lời ngày 10/4', state: 'answered', rev: 2, actor: theOtherHead, ...now() },
});
const settled = (write: Record<string, unknown>, over: Partial<Coordination>): Attempt => ({
  ...read(over),
  as: 'proposer',
  by: 'update',
  write: { word: 'Đã làm rõ trách nhiệm hai bên', rev: 2, actor: cast.proposer, ...write, ...now() },
});
const close = (over: Partial<Coordination> = {}) => settled({ state: 'closed' }, over);
const find = (over: Partial<Coordination> = {}) =>
  settled(
    { fSubject: theOtherHead, fCodes: '2.06', fDegree: 'rare', fDue: '2026-05-15', state: 'found' },
    over,
  );
const words = (field: string, max: number) =>
  [...notTexts, 'a\u001fb', filled(max + 1), ' '].map((value) => ({
    what: `${field} ${JSON.stringify(value).slice(0, 20)}`,
    but: { write: { [field]: value } },
  }));
const others = (allowed: readonly string[]) =>
  [
    'text',
    'task',
    'since',
    'other',
    'otherPerson',
    'author',
    'answer',
    'word',
    'fSubject',
    'authority',
    'head',
    'finding',
    'log',
    'extra',
  ]
    .filter((field) => !allowed.includes(field))
    .map((field) => ({ what: `changing ${field}`, but: { write: { [field]: 'x' } } }));

describe('answering', () => {
  only(['colleague'], 'answer for the other side', answer);
  pair('a second time', answer, { given: { state: 'answered', answer: 'Đã nói' } });
  pair('what is settled', answer, { given: { state: 'closed' } });
  pair('settling it oneself', answer, { write: { state: 'closed' } });
  pair('a revision that stands still', answer, { write: { rev: 1 } });
  pair('at a forged time', answer, { write: forged });
  pair('deleting it', answer, { by: 'delete' });
  refusals(answer, [...others(['answer']), ...words('answer', 5000)]);
});

describe('settling', () => {
  only(['proposer'], 'close it with a word', close);
  only(['proposer'], 'make it a finding', find);
  permitted('after the other side has answered', () => close({ state: 'answered' }));
  permitted('at the head who recorded it', find, { write: { fSubject: cast.head } });
  permitted('a finding after the answer', () => find({ state: 'answered' }));
  pair('by one who heads a side', close, { given: { head: cast.proposer } });
  pair('by one who heads the other side', find, { given: { otherHead: cast.proposer } });
  pair('twice', close, { given: { state: 'found' } });
  pair('at somebody who heads neither', find, { write: { fSubject: cast.person } });
  pair('code 69, which wants its article', find, { write: { fCodes: '2.06 69' } });
  pair('without a degree', find, { write: { fDegree: null } });
  pair('a finding in what is only closed', close, { write: { fSubject: theOtherHead } });
  refusals(close, [...others(['word']), ...words('word', 2000)]);
  refusals(find, [
    ...others(['word', 'fSubject']),
    ...['', ...notCodes].map((fCodes) => ({
      what: `codes ${JSON.stringify(fCodes)}`.slice(0, 40),
      but: { write: { fCodes } },
    })),
    ...[null, ...notDays].map((fDue) => ({ what: `due ${JSON.stringify(fDue)}`, but: { write: { fDue } } })),
    ...['often', '', 5].map((fDegree) => ({ what: `degree ${fDegree}`, but: { write: { fDegree } } })),
  ]);
});
