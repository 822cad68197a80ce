// Rules of notes: an aggregator's or an overseer's word, which the decider reads and its subject never.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe, test } from 'vitest';
import type { Note } from '../../functions/src/schema/note.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import {
  aMember,
  aNote,
  aSheet,
  aUnit,
  aUnitSheet,
  cast,
  theMonth,
  theOrg,
  theUnit,
} from '../fixtures/documents.ts';
import { invalidNotes, validNotes } from '../fixtures/invalidOrganisationActs.ts';
import {
  attempt,
  given,
  list,
  only,
  pair,
  permitted,
  refusals,
  stored,
  useWorld,
  type Attempt,
  type Where,
} from './world.ts';

useWorld('notes');
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };
const onUnit = { about: 'unit', subject: theUnit } as const;
const asOverseer = { as: 'overseer', author: cast.overseer } as const;

const idOf = ({ subject, month, author }: Note) => `${subject}_${month}_${author}`;
const ask = (over: Partial<Note> = {}): Attempt => ({
  as: 'aggregator',
  on: 'notes',
  id: idOf(aNote(over)),
  given: { ...aNote(over) },
  by: 'get',
  write: {},
  without: [],
});
const write = (over: Partial<Note> = {}): Attempt => ({
  ...ask(over),
  as: over.as === 'overseer' ? 'overseer' : 'aggregator',
  given: null,
  by: 'create',
  write: { ...stored(aNote(over)), ...now() },
});
const rewrite = (over: Partial<Note> = {}): Attempt => ({
  ...ask(over),
  as: over.as === 'overseer' ? 'overseer' : 'aggregator',
  by: 'update',
  write: { text: 'Ý kiến khác.', rev: 2, ...now() },
});

beforeAll(() =>
  given({
    [documentPath(theOrg, 'sheets', `${cast.person}_${theMonth}`)]: aSheet(),
    [documentPath(theOrg, 'units', theUnit)]: aUnit(),
    [documentPath(theOrg, 'units', 'van-phong')]: aUnit({ id: 'van-phong', block: 'party' }),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet({
      headDecider: cast.colleague,
    }),
    [documentPath(theOrg, 'sheets', `${cast.aggregator}_${theMonth}`)]: aSheet({ person: cast.aggregator }),
    [documentPath(theOrg, 'sheets', `${cast.overseer}_${theMonth}`)]: aSheet({ person: cast.overseer }),
    [documentPath(theOrg, 'sheets', `vo-danh_${theMonth}`)]: aSheet({ unit: 'van-phong', block: 'party' }),
  }),
);

describe('reading', () => {
  only(['aggregator', 'decider'], 'open a note on a person', ask);
  only(['aggregator', 'colleague'], 'open a note on a unit', () => ask(onUnit));
  // Whoever decides one's own month, which nothing opens with, reads no note on it.
  test('refused: the subject, were they named as the decider', async () => {
    const path = documentPath(theOrg, 'sheets', `${cast.person}_${theMonth}`);
    await given({ [path]: aSheet({ decider: cast.person }) });
    await assertFails(attempt({ ...ask(), as: 'person' }));
    await given({ [path]: aSheet() });
    await assertSucceeds(attempt({ ...ask(), as: 'decider' }));
  });
  const about: Where = ['about', '==', 'person'];
  const subject: Where = ['subject', '==', cast.person];
  const month: Where = ['month', '==', theMonth];
  test('query: the decider asks for one month of one person, and no more', async () => {
    await assertSucceeds(list('decider', 'notes', [about, subject, month]));
    for (const within of [[about, subject], [about, month], [about], []] as Where[][])
      await assertFails(list('decider', 'notes', within));
    await assertFails(list('evaluator', 'notes', [about, subject, month]));
    await assertFails(list('person', 'notes', [about, subject, month]));
    await assertFails(list('decider elsewhere', 'notes', [about, subject, month]));
  });
  test('query: the author lists their own', async () => {
    await assertSucceeds(list('aggregator', 'notes', [['author', '==', cast.aggregator]]));
    await assertFails(list('aggregator', 'notes', [['author', '==', cast.overseer]]));
  });
});

describe('writing', () => {
  permitted('advise on a person of the block', write);
  permitted('advise on a unit of the block', () => write(onUnit));
  permitted('remark on a person of a unit overseen', () => write(asOverseer));
  permitted('remark on a unit overseen', () => write({ ...onUnit, ...asOverseer }));
  const onOther = { subject: 'vo-danh' };
  pair('on a person of the other block', write, { id: idOf(aNote(onOther)), write: onOther });
  const onOtherUnit = { ...onUnit, subject: 'van-phong' };
  pair('on a unit of the other block', () => write(onUnit), {
    id: idOf(aNote(onOtherUnit)),
    write: onOtherUnit,
  });
  pair('on a unit not overseen', () => write({ ...onUnit, ...asOverseer }), {
    id: idOf(aNote({ ...onOtherUnit, ...asOverseer })),
    write: onOtherUnit,
  });
  pair('on a person of a unit not overseen', () => write(asOverseer), {
    id: idOf(aNote({ ...onOther, ...asOverseer })),
    write: onOther,
  });
  pair('on a person without a sheet', write, {
    id: `khong-co_${theMonth}_${cast.aggregator}`,
    write: { subject: 'khong-co' },
  });
  pair('an aggregator as an overseer', write, { write: { as: 'overseer' } });
  pair('an overseer as an aggregator', () => write(asOverseer), { write: { as: 'aggregator' } });
  pair('a unit as a person', write, { write: { about: 'unit' } });
  const onMyself = { subject: cast.aggregator };
  pair('about oneself', write, { id: idOf(aNote(onMyself)), write: onMyself });
  const onMe = { ...asOverseer, subject: cast.overseer };
  pair('about oneself, by an overseer', () => write(asOverseer), { id: idOf(aNote(onMe)), write: onMe });
  for (const role of [
    'person',
    'evaluator',
    'decider',
    'head',
    'otherAggregator',
    'clerk',
    'inspector',
  ] as const)
    pair(`by ${role}`, write, {
      as: role,
      id: idOf(aNote({ author: cast[role] })),
      write: { author: cast[role] },
    });
  pair("in another's name", write, { as: 'overseer' });
  pair('an id of another month', write, { id: `${cast.person}_2026-05_${cast.aggregator}` });
  pair('an id of another author', write, { id: `${cast.person}_${theMonth}_${cast.overseer}` });
  pair('a revision of its own', write, { write: { rev: 2 } });
  pair('at a forged time', write, { write: forged });
  refusals(
    write,
    invalidNotes.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validNotes) permitted(what, write, { write: change });
});

describe('writing anew', () => {
  permitted('change the text', rewrite);
  permitted('change the text, by an overseer', () => rewrite(asOverseer));
  pair("another's note", rewrite, { as: 'overseer' });
  pair('for another subject', rewrite, { write: { subject: 'vo-danh' } });
  pair('as somebody else', rewrite, { write: { as: 'overseer' } });
  pair('an author of no name', rewrite, { write: { author: cast.overseer } });
  pair('a revision that stands still', rewrite, { write: { rev: 1 } });
  pair('at a forged time', rewrite, { write: forged });
  pair('nothing said', rewrite, { write: { text: ' \u00a0' } });
  pair('taking it away', rewrite, { by: 'delete' });
  test('refused: once the right is gone', async () => {
    const member = documentPath(theOrg, 'members', cast.aggregator);
    await given({ [member]: aMember({ aggregates: ['party'] }) });
    await assertFails(attempt(rewrite()));
    await given({ [member]: aMember({ aggregates: ['government'] }) });
    await assertSucceeds(attempt(rewrite()));
  });
});
