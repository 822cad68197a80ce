// On any day: a month that is over says in which one what is recorded now will count.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countsLater, takesFacts } from './recordingMonth.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const on = (day: string) => vi.setSystemTime(new Date(`${day}T09:00:00+07:00`));

const december = { month: '2026-12', state: 'locked', newest: true } as const;

describe('what is recorded while no month is open', () => {
  it('goes into the newest one and counts in the next', () => {
    on('2026-12-20');
    expect([takesFacts(december), countsLater(december)]).toEqual([true, '2027-01']);
  });

  it('counts in no month that is over by then, while the next one is blocked', () => {
    on('2027-02-03');
    expect(countsLater(december)).toBe('2027-02');
  });

  it('goes into none that is over, blocked, or not there', () => {
    on('2026-12-20');
    expect(takesFacts({ ...december, newest: false })).toBe(false);
    expect(takesFacts({ month: '2026-12', state: 'published' })).toBe(false);
    expect(takesFacts({ month: '2027-01', state: 'blocked', newest: false })).toBe(false);
    expect([takesFacts(null), countsLater(null)]).toEqual([false, null]);
  });
});

it('an open month counts what is recorded by its own deadlines, and the page says nothing', () => {
  const april = { month: '2026-04', state: 'open' } as const;
  expect([takesFacts(april), countsLater({ ...april, newest: true })]).toEqual([true, null]);
});
