// Parallel maps by id.
import { expect, it } from 'vitest';
import { idsOf, nextId, removeEntry, withOptional } from './entries.ts';

it('orders ids by number and gives out the next one', () => {
  expect(idsOf({ t10: '', t2: '', t1: '' })).toEqual(['t1', 't2', 't10']);
  expect(nextId('t', ['t1', 't10'])).toBe('t11');
  expect(nextId('a', ['r4', 'a1'])).toBe('a2');
  expect(nextId('r', [])).toBe('r1');
});

it('removes an entry from every map of the list', () => {
  const draft = { tasks: { t1: 'a', t2: 'b' }, taskDue: { t2: '2026-04-01' }, conduct: 'x' };
  expect(removeEntry(draft, ['tasks', 'taskDue'], 't2')).toEqual({ tasks: { t1: 'a' }, taskDue: {} });
});

it('a cleared date leaves the map', () => {
  expect(withOptional({ t1: '2026-04-01' }, 't1', null)).toEqual({});
});
