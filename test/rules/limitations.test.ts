// Rules of limitations of the yearly review: named from above, worked off by whose they are, closed from above (S3 II.3.2).
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import type { Limitation } from '../../functions/src/schema/limitation.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { filled, notTexts } from '../fixtures/cases.ts';
import { aCycle, aSheet, aUnitSheet, cast, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { aLimitation, invalidLimitations, newLimitation, validLimitations } from '../fixtures/facts.ts';
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

useWorld('limitations');
const id = `${cast.person}_${theMonth}_h1`;
const past = '2026-03';
/** What is recorded otherwise; some of it stands in the id as well. */
type Over = Record<string, unknown> & { subject?: string; unit?: string; month?: string };
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };
const other = { unit: 'van-phong', block: 'party' } as const;

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ state: 'locked' }),
    [documentPath(theOrg, 'sheets', `${cast.person}_${theMonth}`)]: aSheet(),
    [documentPath(theOrg, 'sheets', `${cast.person}_${past}`)]: aSheet({ month: past }),
    [documentPath(theOrg, 'sheets', `vo-danh_${theMonth}`)]: aSheet({
      ...other,
      evaluator: 'x',
      decider: 'y',
    }),
    // Nothing opens such a month; were one there, nobody would name a limitation of their own.
    [documentPath(theOrg, 'sheets', `${cast.evaluator}_${theMonth}`)]: aSheet(),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet(),
    [documentPath(theOrg, 'unitSheets', `van-phong_${theMonth}`)]: aUnitSheet({ head: cast.evaluator }),
  }),
);

const read = (over: Partial<Limitation> = {}): Attempt => ({
  ...{ as: 'evaluator', on: 'limitations', id, by: 'get', write: {}, without: [] },
  given: stored(aLimitation({ author: 'nguoi-cu', ...over })),
});
const record = (over: Over = {}): Attempt => ({
  ...read(),
  id: `${over.subject ?? cast.person}_${over.month ?? theMonth}_h1`,
  given: null,
  by: 'create',
  write: { ...stored(newLimitation()), ...over, ...now() },
});
const ofUnit = { about: 'unit', subject: theUnit };
const asAggregator = { as: 'aggregator', author: cast.aggregator, actor: cast.aggregator };
const bySelf = (role: 'aggregator' | 'otherAggregator', over: Record<string, unknown> = {}): Attempt => ({
  ...record({ ...asAggregator, ...over, author: cast[role], actor: cast[role] }),
  as: role,
});

describe('reading', () => {
  only(['person', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open one of lan', read);
  only(
    ['head', 'evaluator', 'decider', 'inspector', 'otherAggregator'],
    'open one of a unit of the other block',
    () => read({ about: 'unit', subject: theUnit, holder: cast.head, block: 'party' }),
  );
  pair('before the function has said whose it is', () => read({ author: cast.evaluator }), {
    as: 'person',
    given: { holder: '' },
  });
  queryPair('of me', 'person', 'limitations', [['holder', '==', cast.person]], []);
  queryPair(
    'of somebody whom I decide',
    'decider',
    'limitations',
    [
      ['holder', '==', cast.person],
      ['decider', '==', cast.decider],
    ],
    [['holder', '==', cast.person]],
  );
});

describe('naming it', () => {
  only(['evaluator', 'decider'], 'name one of lan, as the authority', record);
  only(['evaluator', 'decider'], 'name one of the unit, as who stands above its head', () => record(ofUnit));
  permitted('as the aggregator of the block', () => bySelf('aggregator'));
  permitted('of a unit of the block', () => bySelf('aggregator', ofUnit));
  pair('as the aggregator of the other block', () => bySelf('aggregator'), bySelf('otherAggregator'));
  pair('an evaluator as an aggregator', record, { write: { as: 'aggregator' } });
  pair('an aggregator as the authority', () => bySelf('aggregator'), { write: { as: 'authority' } });
  pair('of a person of another authority', record, record({ subject: 'vo-danh' }));
  pair('of oneself', record, record({ subject: cast.evaluator }));
  pair('of the unit that one heads', () => record(ofUnit), record({ about: 'unit', subject: 'van-phong' }));
  pair('of a unit as of a person', record, { write: { about: 'unit' } });
  pair('by an authority of a month that is over', record, record({ month: past }));
  pair('of a month that was never opened', record, record({ month: '2026-07' }));
  pair('of somebody without a sheet', record, record({ subject: 'khong-co' }));
  pair('under the id of somebody else', record, { id: `${cast.head}_${theMonth}_h1` });
  pair('in the name of another', record, { write: { author: cast.decider } });
  pair('signed by another', record, { write: { actor: cast.decider } });
  pair('at a forged time', record, { write: forged });
  pair('a second time', record, { given: stored(aLimitation()) });
  for (const { what, change } of validLimitations) permitted(what, () => record(change));
  refusals(
    record,
    invalidLimitations.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

const work = (over: Partial<Limitation> = {}): Attempt => ({
  ...read(over),
  as: 'person',
  by: 'update',
  write: {
    ...{ planWho: 'Nguyễn Thị Lan', planTask: 'Báo cáo hằng tuần', planDue: '2026-06-30' },
    ...{ progress: 'Đã lập sổ theo dõi', progressMonth: theMonth },
    ...{ rev: 2, actor: cast.person, ...now() },
  },
});
const close = (over: Partial<Limitation> = {}): Attempt => ({
  ...read(over),
  by: 'update',
  write: { closeNote: 'Đã khắc phục', state: 'closed', rev: 2, actor: cast.evaluator, ...now() },
});

describe('working it off', () => {
  only(['person'], 'plan and report', work);
  only(['head'], 'plan and report for the unit', () =>
    work({ about: 'unit', subject: theUnit, holder: cast.head }),
  );
  pair('what is closed', work, { given: { state: 'closed' } });
  pair('closing it oneself', work, { write: { state: 'closed' } });
  pair('a report for an earlier month than the last', () => work({ progressMonth: theMonth }), {
    write: { progressMonth: past },
  });
  pair('a report for no month', work, { write: { progressMonth: null } });
  pair('a revision that jumps', work, { write: { rev: 3 } });
  pair('at a forged time', work, { write: forged });
  pair('deleting it', work, { by: 'delete' });
  refusals(work, [
    ...[
      'text',
      'year',
      'deep',
      'source',
      'subject',
      'holder',
      'decider',
      'reports',
      'closeNote',
      'endedIn',
      'log',
      'extra',
    ].map((field) => ({ what: `changing ${field}`, but: { write: { [field]: 'x' } } })),
    ...['planWho', 'planTask', 'progress'].flatMap((field) =>
      [...notTexts, 'a\u001fb', filled(5001)].map((value) => ({
        what: `${field} ${JSON.stringify(value).slice(0, 20)}`,
        but: { write: { [field]: value } },
      })),
    ),
    ...['x', '2026-13-01', 5].map((planDue) => ({ what: `planDue ${planDue}`, but: { write: { planDue } } })),
  ]);
});

describe('closing it', () => {
  only(['evaluator', 'decider'], 'close it with a word', close);
  pair('without a word', close, { write: { closeNote: ' \n' } });
  pair('with too many words', close, { write: { closeNote: filled(2001) } });
  pair('twice', close, { given: { state: 'closed' } });
  pair('one’s own', close, { given: { holder: cast.evaluator } });
  pair('and reporting for the person', close, { write: { progress: 'Xong' } });
  pair('and naming it otherwise', close, { write: { text: 'Một nội dung khác hẳn' } });
});
