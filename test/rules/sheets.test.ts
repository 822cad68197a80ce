// Rules of sheets: who reads whose month, who files it, and what a sheet may hold.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { doc, getDoc, serverTimestamp, setDoc, Timestamp, writeBatch } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import { emptyDraft } from '../../functions/src/schema/sheetDraft.ts';
import { aSheet, aSubmittedSheet, cast, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { invalidSheets, validSheets } from '../fixtures/invalidSheets.ts';
import {
  as,
  given,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  stored,
  useWorld,
  type Attempt,
  type Fields,
} from './world.ts';

useWorld('sheets');
const id = `${cast.person}_${theMonth}`;
const path = `orgs/${theOrg}/sheets/${id}`;

/** The person's fields of `sheet`, as the client writes them all at once. */
function draftOf(sheet: Sheet): Fields {
  return Object.fromEntries(Object.keys(emptyDraft()).map((field) => [field, sheet[field as keyof Sheet]]));
}

const ask = (sheet: Sheet): Attempt => ({
  as: 'person',
  on: 'sheets',
  id,
  given: { ...sheet },
  by: 'get',
  write: {},
  without: [],
});
const save = (over: Partial<Sheet> = {}): Attempt => ({
  as: 'person',
  on: 'sheets',
  id,
  given: { ...aSheet(over) },
  by: 'update',
  write: { ...draftOf(aSheet()), rev: 3, savedAt: serverTimestamp() },
  without: [],
});
/** An act: what was saved before is filed as it stands. */
const submit = (over: Partial<Sheet> = {}): Attempt => ({
  ...save(over),
  write: { state: 'submitted', rev: 3, savedAt: serverTimestamp() },
});

describe('reading', () => {
  only(
    ['person', 'evaluator', 'decider', 'head', 'consulted', 'proposer'],
    'open a sheet in the making',
    () => ask(aSheet()),
  );
  only(
    ['person', 'evaluator', 'decider', 'head', 'consulted', 'proposer', 'inspector', 'aggregator'],
    'open a submitted sheet',
    () => ask(aSubmittedSheet()),
  );
  only(
    ['person', 'evaluator', 'decider', 'consulted', 'proposer', 'inspector', 'aggregator'],
    'open a sheet of a unit without a head',
    () => ask(aSubmittedSheet({ head: null })),
  );
  pair('a sheet that is not there', () => ask(aSheet()), { given: null });

  const mine = ['person', '==', cast.person] as const;
  const ofUnit = [
    ['unit', '==', theUnit],
    ['month', '==', theMonth],
  ] as const;
  const submitted = ['state', '==', 'submitted'] as const;
  const inBlock = ['block', '==', 'government'] as const;
  queryPair('my own', 'person', 'sheets', [mine], []);
  queryPair(
    'of those I evaluate',
    'evaluator',
    'sheets',
    [['evaluator', '==', cast.evaluator], ...ofUnit],
    [...ofUnit],
  );
  queryPair(
    'of those I decide',
    'decider',
    'sheets',
    [['decider', '==', cast.decider]],
    [['decider', 'in', [cast.decider, cast.head]]],
  );
  queryPair('of my unit', 'head', 'sheets', [['head', '==', cast.head], ...ofUnit], [...ofUnit]);
  queryPair(
    'on which I am consulted',
    'consulted',
    'sheets',
    [['consulted', 'array-contains', cast.consulted]],
    [['consulted', 'array-contains', cast.proposer]],
  );
  queryPair(
    'on which I propose',
    'proposer',
    'sheets',
    [['proposers', 'array-contains', cast.proposer]],
    [['proposers', 'array-contains', cast.consulted]],
  );
  queryPair(
    'on which the decider asked me',
    'overseer',
    'sheets',
    [['asked', 'array-contains', cast.overseer]],
    [['onRequest', 'array-contains', cast.overseer]],
  );
  only(
    ['person', 'evaluator', 'decider', 'head', 'consulted', 'proposer', 'overseer'],
    'open a sheet on which the one in charge was asked',
    () => ask(aSheet({ asked: [cast.overseer] })),
  );
  queryPair('submitted ones, by an inspector', 'inspector', 'sheets', [...ofUnit, submitted], [...ofUnit]);
  queryPair('submitted ones of the block', 'aggregator', 'sheets', [inBlock, submitted], [submitted]);
  queryPair(
    'submitted ones of the other block',
    'aggregator',
    'sheets',
    [inBlock, submitted],
    [['block', '==', 'party'], submitted],
  );
  queryPair(
    'with my id in another organisation',
    'person',
    'sheets',
    [mine],
    [['person', '==', cast.colleague]],
  );
});

describe('filing', () => {
  only(['person'], 'save', save);
  only(['person'], 'submit', submit);
  permitted('save a sheet as it was opened', () => ({
    ...save({ ...emptyDraft(), rev: 0, savedAt: null }),
    write: { conduct: 'x', rev: 1, savedAt: serverTimestamp() },
  }));
  pair('content in the request that files it', submit, { write: { conduct: 'Nhận xét khác' } });
  pair('points in the request that files it', submit, { write: { score22: 50 } });
  permitted('submit after a return', () =>
    submit({ returns: 1, returnNote: 'Bổ sung mục II', stage: 'open' }),
  );
  for (const stage of ['submitted', 'evaluated'] as const)
    permitted(`submit while the stage still says ${stage}`, () => submit({ stage }));
  for (const stage of ['planned', 'decided', 'unrated', 'published', 'locked'] as const)
    pair(`submitting once ${stage}`, () => submit(), { given: { stage } });
  pair('saving what is submitted', () => save(), { given: { state: 'submitted' } });
  pair('submitting twice', () => submit(), { given: { state: 'submitted' } });
  pair('taking a submitted sheet back', () => save(), {
    given: { state: 'submitted' },
    write: { state: 'open' },
  });
  pair('a state of no list', () => submit(), { write: { state: 'returned' } });
  pair('a revision that stands still', () => save(), { write: { rev: 2 } });
  pair('a revision that jumps', () => save(), { write: { rev: 4 } });
  pair('a revision as text', () => save(), { write: { rev: '3' } });
  pair('a forged time', () => save(), { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 20)) } });
  pair('a time as text', () => save(), { write: { savedAt: '2026-04-20T00:00:00.000Z' } });
  pair('no time', () => save(), { without: ['savedAt'] });
  // Judged on what was saved, as it stands.
  pair('submitting no task', () => submit(), {
    given: { tasks: {}, taskDue: {}, taskKind: {}, taskState: {}, taskResult: {}, taskWhy: {} },
  });
  pair('submitting no plan', () => submit(), { given: { nextTasks: {}, nextDue: {} } });
  pair('rows beside the word that there is nothing', () => submit(), { given: { nothing: true } });
  const nothing = {
    rowSection: {},
    rowResult: {},
    rowCause: {},
    rowRemedy: {},
    rowDelay: {},
    rowNote: {},
    rowCodes: {},
    rowDegree: {},
    rowDue: {},
    rowRemedyState: {},
    nothing: true,
  };
  pair('neither rows nor a word', () => submit(nothing), { given: { nothing: false } });
  // Found by playing a month in the browser: a row of section III answers, it is no shortcoming of this month.
  permitted('submit an answer to what was carried beside the word that there is nothing', () =>
    submit({ ...nothing, rowSection: { r1: 'III' }, rowResult: { r1: 'Đã khắc phục' } }),
  );
  pair('a shortcoming beside the word that there is nothing', () => submit(nothing), {
    given: { rowSection: { r1: 'II.2' } },
  });
  permitted('save what is not complete yet', save, {
    write: {
      tasks: {},
      taskDue: {},
      taskKind: {},
      taskState: {},
      taskResult: {},
      taskWhy: {},
      nothing: true,
    },
  });
});

describe('what only functions write', () => {
  const forged = {
    person: cast.colleague,
    personName: 'Khác',
    evaluator: cast.person,
    decider: cast.person,
    head: cast.person,
    consulted: [],
    proposers: [],
    unit: 'phong-tai-chinh',
    block: 'party',
    month: '2026-05',
    tier: 'leader',
    template: 'ND-335@1',
    isHead: true,
    excuse: 'illness',
    stage: 'decided',
    due: '2027-01-01T00:00:00.000Z',
    dueDay: '2027-01-01',
    firstFiledAt: '2026-04-01T00:00:00.000Z',
    late: true,
    returns: 5,
    returnNote: 'x',
    carried: { x: 'y' },
    headFacts: { x: 'y' },
    log: [{}],
  };
  for (const [field, value] of Object.entries(forged))
    pair(`changing ${field}`, save, { write: { [field]: value } });
  pair('deleting the authority', save, { without: ['evaluator'] });
  pair('a field that no schema knows', save, { write: { extra: 1 } });
  pair('deleting the sheet', save, { by: 'delete' });
  test('refused: opening a sheet for oneself', async () => {
    await given({ [path]: aSheet() });
    await assertSucceeds(getDoc(doc(as('person'), path)));
    const next = doc(as('person'), `orgs/${theOrg}/sheets/${cast.person}_2026-05`);
    await assertFails(setDoc(next, stored(aSheet({ month: '2026-05' }))));
  });
  test('refused: a batch of which one half is allowed', async () => {
    const other = `orgs/${theOrg}/sheets/${cast.colleague}_${theMonth}`;
    await given({ [path]: aSheet(), [other]: aSheet({ person: cast.colleague }) });
    const database = as('person');
    const half = writeBatch(database);
    half.update(doc(database, path), save().write).update(doc(database, other), save().write);
    await assertFails(half.commit());
    await assertSucceeds(writeBatch(database).update(doc(database, path), save().write).commit());
  });
});

describe('what a sheet may hold', () => {
  refusals(
    save,
    invalidSheets.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validSheets) permitted(what, save, { write: change });
});
