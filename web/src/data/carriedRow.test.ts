// Rows of section III before and after the first word.
import { expect, it } from 'vitest';
import { carriedRow } from './carriedRow.ts';

const carried = { a: 'một', b: 'hai' };

it('gives each unanswered finding a row of its own, after those in use', () => {
  const draft = { rowSection: { r1: 'I' as const }, rowFinding: {} };
  expect(carriedRow(draft, carried, 'a')).toBe('r2');
  expect(carriedRow(draft, carried, 'b')).toBe('r3');
});

it('keeps the row of one that is answered, and its neighbour does not take it', () => {
  const draft = { rowSection: { r1: 'I' as const, r3: 'III' as const }, rowFinding: { r3: 'b' } };
  expect(carriedRow(draft, carried, 'b')).toBe('r3');
  expect(carriedRow(draft, carried, 'a')).toBe('r4');
});

it('refuses what is not carried', () => {
  expect(() => carriedRow({ rowSection: {}, rowFinding: {} }, carried, 'c')).toThrow(RangeError);
});
