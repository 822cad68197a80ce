// Rules of backlog and hard tasks: recorded and driven by whose they are, answered, confirmed or returned from above (S3 III.2.4).
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import type { Backlog } from '../../functions/src/schema/backlog.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { filled, notDays, notTexts } from '../fixtures/cases.ts';
import { aCycle, aSheet, aUnitSheet, cast, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { aBacklog, invalidBacklogs, newBacklog, validBacklogs } from '../fixtures/facts.ts';
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

useWorld('backlogs');
const id = `${theUnit}_${theMonth}_v1`;
const past = '2026-03';
/** What is recorded otherwise; some of it stands in the id as well. */
type Over = Record<string, unknown> & { subject?: string; unit?: string; month?: string };
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ state: 'locked' }),
    [documentPath(theOrg, 'sheets', `${cast.person}_${theMonth}`)]: aSheet(),
    [documentPath(theOrg, 'sheets', `${cast.colleague}_${theMonth}`)]: aSheet({ person: cast.colleague }),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet(),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${past}`)]: aUnitSheet({ month: past }),
    [documentPath(theOrg, 'unitSheets', `ubnd_${theMonth}`)]: aUnitSheet({ head: cast.colleague }),
  }),
);

const read = (over: Partial<Backlog> = {}): Attempt => ({
  ...{ as: 'head', on: 'backlogs', id, by: 'get', write: {}, without: [] },
  given: stored(aBacklog({ author: 'nguoi-cu', ...over })),
});
const record = (over: Over = {}): Attempt => ({
  ...read(),
  id: `${over.subject ?? theUnit}_${over.month ?? theMonth}_v1`,
  given: null,
  by: 'create',
  write: { ...stored(newBacklog()), ...over, ...now() },
});
const own = { about: 'person', subject: cast.person, hard: true };
const takeOn = (over: Over = {}): Attempt => ({
  ...record({ ...own, author: cast.person, actor: cast.person, ...over }),
  as: 'person',
});

describe('reading', () => {
  only(['head', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open one of the unit', read);
  only(
    ['person', 'evaluator', 'decider', 'inspector', 'otherAggregator'],
    'open one of lan, of the other block',
    () => read({ about: 'person', subject: cast.person, holder: cast.person, block: 'party' }),
  );
  queryPair('of my unit', 'head', 'backlogs', [['holder', '==', cast.head]], []);
  queryPair('of those I decide', 'decider', 'backlogs', [['decider', '==', cast.decider]], []);
  queryPair(
    'of a head whom I evaluate',
    'evaluator',
    'backlogs',
    [
      ['holder', '==', cast.head],
      ['evaluator', '==', cast.evaluator],
    ],
    [['holder', '==', cast.head]],
  );
});

describe('recording', () => {
  only(['head'], 'record what drags on at the unit', record);
  only(['person'], 'take on a hard task', takeOn);
  pair('at a unit that one doesn’t head', record, record({ subject: 'ubnd' }));
  pair('by the head of a month that is over', record, record({ month: past }));
  pair('a delay of one’s own, which is the unit’s to record', takeOn, { write: { hard: false } });
  pair('taken on for somebody else', takeOn, takeOn({ subject: cast.colleague }));
  pair('a person as a unit', takeOn, { write: { about: 'unit' } });
  pair('under another id', record, { id: `ubnd_${theMonth}_v1` });
  pair('in the name of another', record, { write: { author: cast.person } });
  pair('signed by another', record, { write: { actor: cast.person } });
  pair('at a forged time', record, { write: forged });
  for (const { what, change } of validBacklogs) permitted(what, () => record(change));
  refusals(
    record,
    invalidBacklogs.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

const acts =
  (as: Attempt['as'], pid: string, write: Record<string, unknown>) =>
  (over: Partial<Backlog> = {}): Attempt => ({
    ...read(over),
    as,
    by: 'update',
    write: { rev: 2, actor: pid, ...write, ...now() },
  });
const drive = acts('head', cast.head, { plan: 'Thêm hai người làm' });
const putOff = acts('head', cast.head, { due: '2026-07-31', putOff: 3, why: 'Chờ kinh phí' });
const finish = acts('head', cast.head, { result: 'Đã số hóa xong', state: 'done' });
const beyond = { competence: 'beyond', proposal: 'Bố trí kho' } as const;
const reply = (over: Partial<Backlog> = {}) =>
  acts('evaluator', cast.evaluator, { answer: 'Giao Văn phòng bố trí' })({ ...beyond, ...over });
const confirm = (over: Partial<Backlog> = {}) =>
  acts('evaluator', cast.evaluator, { word: '', state: 'closed' })({ state: 'done', ...over });
const giveBack = (over: Partial<Backlog> = {}) =>
  acts('evaluator', cast.evaluator, { word: 'Còn hồ sơ năm 2022', state: 'open' })({
    state: 'done',
    ...over,
  });
const others = (allowed: readonly string[]) =>
  [
    'text',
    'since',
    'subject',
    'about',
    'author',
    'holder',
    'decider',
    'plan',
    'answer',
    'result',
    'word',
    'endedIn',
    'log',
    'extra',
  ]
    .filter((field) => !allowed.includes(field))
    .map((field) => ({ what: `changing ${field}`, but: { write: { [field]: 'x' } } }));
const words = (field: string, more: readonly unknown[]) =>
  [...notTexts, 'a\u001fb', filled(2001), ...more].map((value) => ({
    what: `${field} ${JSON.stringify(value).slice(0, 20)}`,
    but: { write: { [field]: value } },
  }));

describe('driving it', () => {
  only(['head'], 'plan anew', () => drive());
  only(['head'], 'put it off', () => putOff());
  only(['head'], 'say that it is done', () => finish());
  permitted('take it on as hard', () => drive(), { write: { hard: true } });
  permitted('bring its date forward', () => drive(), { write: { due: '2026-05-31' } });
  pair('a later date that isn’t counted', () => putOff(), { write: { putOff: 2 } });
  pair('a later date without a reason', () => putOff(), { write: { why: ' ' } });
  pair('a count of its own', () => drive(), { write: { putOff: 0 } });
  pair('a person’s own as a delay', () => drive({ ...own, about: 'person', holder: cast.head }), {
    write: { hard: false },
  });
  pair('another proposal after the answer', () => drive({ ...beyond, answer: 'Đồng ý' }), {
    write: { proposal: 'Đề xuất khác' },
  });
  pair('withdrawing a proposal that was answered', () => drive({ ...beyond, answer: 'Đồng ý' }), {
    write: { competence: 'own' },
  });
  pair('answering oneself', () => drive(beyond), { write: { answer: 'Đồng ý' } });
  pair('what is done', () => drive(), { given: { state: 'done' } });
  pair('closing it oneself', () => finish(), { write: { state: 'closed' } });
  pair('at a forged time', () => drive(), { write: forged });
  pair('deleting it', () => drive(), { by: 'delete' });
  refusals(drive, [...others(['plan']), ...words('plan', ['', ' '])]);
  refusals(
    putOff,
    notDays.map((due) => ({ what: `due ${JSON.stringify(due)}`, but: { write: { due } } })),
  );
  refusals(finish, [...others(['result']), ...words('result', ['', ' '])]);
});

describe('from above', () => {
  only(['evaluator', 'decider'], 'answer the proposal', reply);
  only(['evaluator', 'decider'], 'confirm that it is done', confirm);
  only(['evaluator', 'decider'], 'return it with a word', giveBack);
  pair('answering what lies within competence', reply, { given: { competence: 'own' } });
  pair('one’s own proposal', reply, { given: { holder: cast.evaluator } });
  pair('confirming one’s own', confirm, { given: { holder: cast.evaluator } });
  pair('confirming what isn’t done', confirm, { given: { state: 'open' } });
  pair('returning it without a word', giveBack, { write: { word: ' ' } });
  pair('another date while confirming', confirm, { write: { due: '2026-12-31' } });
  refusals(reply, [...others(['answer']), ...words('answer', ['', ' '])]);
  refusals(confirm, [...others(['word']), ...words('word', [])]);
});
