// What people type as dates and points.
import { expect, it } from 'vitest';
import { parseCount, parseDate, parsePercent, parseScore, showDate, showScore } from './parse.ts';

it.each([
  ['24', '2026-04-24'],
  ['5/5', '2026-05-05'],
  ['24/04/2026', '2026-04-24'],
  ['24.4.26', '2026-04-24'],
  ['24-04-2026', '2026-04-24'],
  ['240426', '2026-04-24'],
  ['24042026', '2026-04-24'],
  ['31/4', null],
  ['29/2/2027', null],
  ['1/2/3/4', null],
  ['mai', null],
  ['', null],
])('parseDate %s → %s', (typed, expected) => {
  expect(parseDate(typed, '2026-04')).toBe(expected);
});

it.each([
  ['27,5', 30, 27.5],
  ['27.5', 30, 27.5],
  ['30', 30, 30],
  ['30,5', 30, null],
  ['27,3', 30, null],
  ['-1', 30, null],
  ['', 30, null],
])('parseScore %s of %i → %s', (typed, max, expected) => {
  expect(parseScore(typed, max)).toBe(expected);
});

it('writes dates, points and counts as the forms do', () => {
  expect(showDate('2026-04-05')).toBe('05/04/2026');
  expect(showDate(null)).toBe('');
  expect(showScore(88.5)).toBe('88,5');
  expect(showScore(null)).toBe('–');
  expect(parseCount('12')).toBe(12);
  expect(parseCount('1e3')).toBeNull();
});

it.each([
  ['95,2', 95.2],
  ['100', 100],
  ['100,1', null],
  ['88.83', null],
  ['', null],
])('parsePercent %s → %s', (typed, expected) => {
  expect(parsePercent(typed)).toBe(expected);
});
