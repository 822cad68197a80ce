// What a text that can't be read leaves behind, keystroke by keystroke, and that a form asks before it files.
import { afterEach, describe, expect, it } from 'vitest';
import { parseDate, parseScore, showDate, showScore } from './parse.ts';
import { given, isUnread, noteUnread, withUnread, type Reading } from './unread.ts';

const inYear: Reading<string | null> = {
  read: (text) => {
    if (text.trim() === '') return null;
    const day = parseDate(text, '2026-11');
    return day?.startsWith('2026-') ? day : undefined;
  },
  show: showDate,
};
const points: Reading<number | null> = {
  read: (text) => parseScore(text, 30) ?? undefined,
  show: (value) => (value === null ? '' : showScore(value)),
};

/** What the draft holds after `typed`, one key after the other, where `before` stood. */
function pressed<V>(typed: string, before: V, otherwise: V, reading: Reading<V>): V {
  return [...typed].reduce<V>((_, __, i) => given(typed.slice(0, i + 1), before, otherwise, reading), before);
}

describe('a refused text leaves nothing in the draft that nobody meant', () => {
  it.each([
    ['15/3/2027', null],
    ['31/4', null],
    ['31/4/2026', null],
    ['15/3/2026', '2026-03-15'],
    ['15/3', '2026-03-15'],
  ])('a day typed as %s gives %s', (typed, expected) => {
    expect(pressed(typed, null, null, inYear)).toBe(expected);
    expect(pressed(typed, '2026-05-04', null, inYear)).toBe(expected);
  });

  it.each([
    ['90', 12.5],
    ['29,7', 12.5],
    ['29,5', 29.5],
  ])('points typed as %s of 30 give %s', (typed, expected) => {
    expect(pressed(typed, 12.5, 12.5, points)).toBe(expected);
  });
});

it('a field that shows what stands there, given or not, is no fault of its text', () => {
  expect(isUnread('', null, points)).toBe(false);
  expect(isUnread('', 5, points)).toBe(true);
  // A day of another year that came with the document: the form's own check names it.
  expect(isUnread('15/03/2027', '2027-03-15', inYear)).toBe(false);
  expect(given('15/03/2027', '2027-03-15', null, inYear)).toBe('2027-03-15');
});

describe('a form that asks before it files', () => {
  afterEach(() => ['taskDue.t1', 'score1'].forEach((id) => noteUnread(id, null)));
  const tooFar = { id: 'taskDue.t1', text: 'Chọn hạn trong năm' };

  it('is told of each field that can’t be read, once, until it can be', () => {
    noteUnread('taskDue.t1', 'Hạn: nhập ngày');
    expect(withUnread([tooFar, { id: 'goals', text: 'Nhập' }])).toEqual([
      { id: 'goals', text: 'Nhập' },
      { id: 'taskDue.t1', text: 'Hạn: nhập ngày' },
    ]);
    noteUnread('taskDue.t1', null);
    expect(withUnread([tooFar])).toEqual([tooFar]);
  });

  it('isn’t kept by a field that is none of its own', () => {
    noteUnread('score1', 'Nhóm I: nhập điểm');
    expect(withUnread([], (id) => id !== 'score1')).toEqual([]);
    expect(withUnread([])).toHaveLength(1);
  });
});
