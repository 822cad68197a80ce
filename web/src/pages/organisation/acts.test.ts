// A transfer and a leaving as changes of the record, each judged by the code that the function applies.
import { describe, expect, it } from 'vitest';
import { judgePeople } from '../../../../functions/src/domain/changes.ts';
import type { Post } from '../../../../functions/src/domain/organisation.ts';
import { profileOf } from '../../../../functions/src/domain/profiles/profile.ts';
import { districtUnits, person } from '../../../../test/fixtures/organisationTable.ts';
import { leftOn, postOn, stays, transferred, type PersonValue } from './acts.ts';
import { filterPeople, listPeople, withUnitsBelow } from './peopleFilter.ts';

const units = districtUnits.map((unit) => ({ ...unit, excludedFromSystem: [], rev: 1 }));
const an = { ...person('an', 'tnmt:staff + tckh:staff'), rev: 1 };
const { id: _, rev: __, ...value } = an;
const problemsOf = (next: PersonValue) =>
  judgePeople(
    { units, people: [an] },
    [{ row: 0, id: 'an', base: 1, value: next }],
    profileOf('district@S3-2024'),
  ).problems;
const spans = (posts: readonly Post[]) =>
  posts.map(({ unit, primary, from, to }) => [unit, primary, from, to]);
const toNv = { unit: 'nv', kind: 'staff', title: 'Chuyên viên', from: '2026-05-04', endOthers: false };

describe('a transfer', () => {
  it('ends the main post the day before and leaves further ones', () => {
    const next = transferred(value, toNv);
    expect(spans(next.posts)).toEqual([
      ['tnmt', true, null, '2026-05-03'],
      ['tckh', false, null, null],
      ['nv', true, '2026-05-04', null],
    ]);
    expect(problemsOf(next)).toEqual([]);
    expect(postOn(next, '2026-05-03')?.unit).toBe('tnmt');
    expect(postOn(next, '2026-05-04')?.unit).toBe('nv');
  });
  it('ends all posts where that is said', () => {
    const next = transferred(value, { ...toNv, endOthers: true });
    expect(spans(next.posts).slice(0, 2)).toEqual([
      ['tnmt', true, null, '2026-05-03'],
      ['tckh', false, null, '2026-05-03'],
    ]);
    expect(problemsOf(next)).toEqual([]);
  });
  it('takes the place of one that had not begun', () => {
    const next = transferred(transferred(value, toNv), { ...toNv, unit: 'gd', from: '2026-05-01' });
    expect(spans(next.posts).filter(([, primary]) => primary)).toEqual([
      ['tnmt', true, null, '2026-04-30'],
      ['gd', true, '2026-05-01', null],
    ]);
    expect(problemsOf(next)).toEqual([]);
  });
});

describe('leaving', () => {
  it('ends every post on the last day, and can be taken back', () => {
    const next = leftOn(value, '2026-04-30');
    expect(next.left).toBe('2026-04-30');
    expect(next.posts.map(({ to }) => to)).toEqual(['2026-04-30', '2026-04-30']);
    expect(problemsOf(next)).toEqual([]);
    expect(stays(next)).toEqual(value);
  });
});

describe('the list of people', () => {
  const day = '2026-04-22';
  const people = [
    person('a', 'mn1:staff', { name: 'Đỗ Thị Ánh', category: 'public-employee' }),
    person('b', 'gd:staff', { name: 'Nguyễn Văn Bình' }),
    person('c', 'nv:staff', { name: 'Lê Cường', left: '2026-03-31' }),
  ];
  const list = listPeople(people, (unit) => `Đơn vị ${unit}`, day);
  const found = (change: Partial<Parameters<typeof filterPeople>[1]>) =>
    filterPeople(list, { words: '', unit: null, category: '', standing: '', ...change }, units, day).map(
      (one) => one.person.id,
    );
  it('is searched without diacritics, in names, posts and units', () => {
    expect(found({ words: 'anh do' })).toEqual(['a']);
    expect(found({ words: 'don vi gd' })).toEqual(['b']);
    expect(found({ words: 'khong ai' })).toEqual([]);
  });
  it('is narrowed to a unit with those below it, a category, a standing', () => {
    expect(found({ unit: 'gd' })).toEqual(['a', 'b']);
    expect(found({ unit: 'mn1' })).toEqual(['a']);
    expect(found({ category: 'public-employee' })).toEqual(['a']);
    expect(found({ standing: 'left' })).toEqual(['c']);
    expect(found({})).toEqual(['a', 'b', 'c']);
  });
  it('knows all units below one, whatever their order', () => {
    const tree = [...units].reverse();
    expect([...withUnitsBelow(tree, 'gd')].sort()).toEqual(['gd', 'mn1']);
  });
});
