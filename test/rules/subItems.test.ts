// Rules of a unit's sub-items under the catalogue: written and struck out by its head or the clerk, kept with author and date (S0 annex II).
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import type { SubItem } from '../../functions/src/schema/subItem.ts';
import { filled, notTexts } from '../fixtures/cases.ts';
import { aCycle, aUnitSheet, cast, theMonth, theOrg, theUnit } from '../fixtures/documents.ts';
import { aSubItem, invalidSubItems, newSubItem, validSubItems } from '../fixtures/unitDocuments.ts';
import { given, only, pair, permitted, refusals, stored, useWorld, type Attempt } from './world.ts';

useWorld('sub-items');
const id = `${theUnit}_2.06_1`;
const past = '2026-03';
const stamps = () => ({ savedAt: serverTimestamp(), writtenAt: serverTimestamp() });
const at = (ms: number) => Timestamp.fromMillis(ms);

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ state: 'locked' }),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet(),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${past}`)]: aUnitSheet({ month: past }),
    [documentPath(theOrg, 'unitSheets', `ubnd_${theMonth}`)]: aUnitSheet({ head: cast.colleague }),
  }),
);

const read = (document: SubItem = aSubItem()): Attempt => ({
  ...{ as: 'head', on: 'subItems', id, by: 'get', write: {}, without: [] },
  given: stored(document),
});
const write = (over: Record<string, unknown> = {}): Attempt => ({
  ...read(),
  given: null,
  by: 'create',
  write: { ...stored(newSubItem()), ...stamps(), ...over },
});
const strike = (): Attempt => ({
  ...read(),
  by: 'update',
  write: { state: 'struck', rev: 2, actor: cast.head, savedAt: serverTimestamp() },
});
const struck = () => aSubItem({ state: 'struck', rev: 2, actor: cast.clerk });
const kept = () => {
  const { text, author, writtenAt, actor: by, savedAt } = struck();
  return { text, author, writtenAt: at(writtenAt.toMillis()), by, struckAt: at(savedAt.toMillis()) };
};
const anew = (): Attempt => ({
  ...read(struck()),
  by: 'update',
  write: {
    ...{ text: 'Báo cáo thiếu phụ lục', author: cast.head, earlier: [kept()], state: 'active', rev: 3 },
    ...{ actor: cast.head, ...stamps() },
  },
});

describe('reading', () => {
  const everybody = Object.keys(cast) as (keyof typeof cast)[];
  only(everybody as [keyof typeof cast], 'open one', () => read());
});

describe('writing one', () => {
  only(['head', 'clerk'], 'write one', () => write());
  pair('of a unit that another heads', write, { ...{ id: 'ubnd_2.06_1', write: { unit: 'ubnd' } } });
  pair('in a month that is over', write, { write: { month: past } });
  pair('under the id of another code', write, { id: `${theUnit}_2.07_1` });
  pair('in another place than the id says', write, { write: { n: 2 } });
  pair('in the name of another', write, { write: { author: cast.clerk } });
  pair('signed by another', write, { write: { actor: cast.clerk } });
  pair('at a forged time', write, { write: { savedAt: at(5) } });
  pair('written at a forged time', write, { write: { writtenAt: at(5) } });
  pair('a second time', write, { given: stored(aSubItem()) });
  permitted('in the tenth place', () => ({ ...write({ n: 10 }), id: `${theUnit}_2.06_10` }));
  pair('in the eleventh place', write, { id: `${theUnit}_2.06_11`, write: { n: 11 } });
  for (const { what, change } of validSubItems) permitted(what, write, { write: change });
  refusals(
    write,
    invalidSubItems.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

describe('striking one out', () => {
  only(['head', 'clerk'], 'strike one out', strike);
  pair('twice', strike, { given: { state: 'struck' } });
  pair('and rewording it', strike, { write: { text: 'Khác' } });
  pair('in a month that is over', strike, { write: { month: past } });
  pair('at a forged time', strike, { write: { savedAt: at(5) } });
  pair('a revision that jumps', strike, { write: { rev: 3 } });
  pair('deleting it', strike, { by: 'delete' });
});

describe('writing in its place', () => {
  only(['head', 'clerk'], 'write another', anew);
  pair('over one that holds', anew, { given: { state: 'active' } });
  pair('without keeping what stood there', anew, { write: { earlier: [] } });
  pair('keeping other words', anew, { write: { earlier: [{ ...kept(), text: 'Khác' }] } });
  pair('keeping another author', anew, { write: { earlier: [{ ...kept(), author: cast.head + 'x' }] } });
  pair('keeping another day', anew, { write: { earlier: [{ ...kept(), struckAt: at(5) }] } });
  pair('moving it to another code', anew, { write: { code: '2.07' } });
  pair('into one that is full', anew, {
    given: { earlier: Array.from({ length: 50 }, kept) },
    write: { earlier: Array.from({ length: 51 }, kept) },
  });
  permitted('as the fiftieth', anew, {
    given: { earlier: Array.from({ length: 49 }, kept) },
    write: { earlier: Array.from({ length: 50 }, kept) },
  });
  refusals(
    anew,
    [...notTexts, '', ' \n', 'a\u001fb', filled(501)].map((text) => ({
      what: `text ${JSON.stringify(text).slice(0, 20)}`,
      but: { write: { text } },
    })),
  );
});
