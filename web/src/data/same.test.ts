// Equality and difference of form contents.
import { describe, expect, it } from 'vitest';
import { changesOf, differencesOf, isSame } from './same.ts';

describe('isSame', () => {
  it('ignores the order of keys and nothing else', () => {
    expect(isSame({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSame({ a: null }, { a: {} })).toBe(false);
    expect(isSame([1, 2], [2, 1])).toBe(false);
  });
});

describe('changesOf', () => {
  it('names whole top-level fields, because a map is written whole', () => {
    const base = { tasks: { t1: 'a' } as Record<string, string>, conduct: '', undone: 0 };
    expect(changesOf(base, { ...base, tasks: { t1: 'a', t2: 'b' } })).toEqual({
      tasks: { t1: 'a', t2: 'b' },
    });
  });
});

describe('differencesOf', () => {
  it('lists a map by its keys and a field by itself', () => {
    const mine = { tasks: { t1: 'a', t2: 'b' }, conduct: 'x', undone: 1 };
    const theirs = { tasks: { t1: 'a', t3: 'c' }, conduct: 'x', undone: 2 };
    expect(differencesOf(mine, theirs)).toEqual([
      { field: 'tasks', key: 't2', mine: 'b', theirs: '' },
      { field: 'tasks', key: 't3', mine: '', theirs: 'c' },
      { field: 'undone', key: null, mine: '1', theirs: '2' },
    ]);
  });
});
