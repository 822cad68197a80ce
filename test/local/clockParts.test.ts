// The parts of the clock that need no emulator: reading times, offsets, back-off, timetables.
import { describe, expect, test } from 'vitest';
import { timetable } from '../../local/clock/cron.ts';
import { inVietnam, parseDuration, parseMoment } from '../../local/clock/localTime.ts';
import { OffsetHistory } from '../../local/clock/offsetHistory.ts';
import { backoffMs, givesUp } from '../../local/clock/retry.ts';

const utc = (text: string) => Date.parse(text);
const hour = 3_600_000;

describe('moments and durations', () => {
  test.each([
    ['2026-04-24T23:50', '2026-04-24T16:50:00Z'],
    ['2026-04-24 23:50:05', '2026-04-24T16:50:05Z'],
    ['2026-04-24', '2026-04-23T17:00:00Z'],
    ['2026-04-24T23:50Z', '2026-04-24T23:50:00Z'],
    ['2026-04-24T23:50:00.5+02:00', '2026-04-24T21:50:00.500Z'],
  ])('%s is %s', (text, expected) => expect(parseMoment(text)).toBe(utc(expected)));

  test.each([
    ['PT2H', 2 * hour],
    ['P1DT12H', 36 * hour],
    ['1d12h', 36 * hour],
    ['30m', hour / 2],
    ['2w', 14 * 24 * hour],
    [1500, 1500],
  ])('%s lasts %i ms', (text, expected) => expect(parseDuration(text)).toBe(expected));

  test.each(['tomorrow', '24/04/2026', '2026-13-01', '', null])('%s is no moment', (text) =>
    expect(() => parseMoment(text)).toThrow(/Not a moment/),
  );
  test.each(['soon', 'P', '', '5', '1y'])('%s is no duration', (text) =>
    expect(() => parseDuration(text)).toThrow(/Not a duration/),
  );

  test('Vietnam reads its own time', () =>
    expect(inVietnam(utc('2026-04-24T16:50:00Z'))).toBe('24/04/2026 23:50:00'));
});

describe('offset history', () => {
  test('what the clock showed at any real moment can be told again', () => {
    const history = new OffsetHistory([
      { from: 0, offset: -100 },
      { from: 1000, offset: 50 },
      { from: 2000, offset: 700 },
    ]);
    expect([999, 1000, 1999, 2000, 9999].map((real) => history.moment(real))).toEqual([
      899, 1050, 2049, 2700, 10699,
    ]);
  });

  test('moves forward only, and each entry begins later than the one before', () => {
    const history = new OffsetHistory();
    const begin = Date.now();
    for (let step = 1; step <= 50; step++) history.advanceTo(begin + step * hour);
    history.advanceTo(begin + hour);
    expect(history.entries).toHaveLength(51);
    expect(
      history.entries.every(
        (entry, index) => index === 0 || entry.from > (history.entries[index - 1]?.from ?? 0),
      ),
    ).toBe(true);
    expect(history.now()).toBeGreaterThanOrEqual(begin + 50 * hour);
  });
});

describe('retries', () => {
  const retry = { maxAttempts: 5, maxRetryMs: 0, minBackoffMs: 10, maxBackoffMs: 300, maxDoublings: 3 };

  test('the wait doubles, then grows evenly up to its limit', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(retry, attempt))).toEqual([
      10, 20, 40, 80, 160, 240, 300,
    ]);
  });

  test('both limits must be used up', () => {
    expect([4, 5].map((attempts) => givesUp(retry, attempts, 0))).toEqual([false, true]);
    const timed = { ...retry, maxRetryMs: 1000 };
    expect([givesUp(timed, 5, 999), givesUp(timed, 5, 1000), givesUp(timed, 4, 5000)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(givesUp({ ...retry, maxAttempts: -1 }, 99, 0)).toBe(false);
  });
});

describe('timetables', () => {
  const next = (schedule: string, zone: string, after: string) => {
    const at = timetable('f', schedule, zone).next(utc(after));
    return at === null ? null : new Date(at).toISOString();
  };

  test.each([
    ['0 6 * * *', 'Asia/Ho_Chi_Minh', '2026-04-24T23:00:00Z', '2026-04-25T23:00:00.000Z'],
    ['0 6 * * *', 'Asia/Ho_Chi_Minh', '2026-04-24T22:59:59Z', '2026-04-24T23:00:00.000Z'],
    ['0 0 28 * *', 'Asia/Ho_Chi_Minh', '2026-04-28T00:00:00Z', '2026-05-27T17:00:00.000Z'],
    ['every 5 minutes', 'UTC', '2026-04-24T10:02:00Z', '2026-04-24T10:05:00.000Z'],
    ['every 2 hours', 'UTC', '2026-04-24T10:02:00Z', '2026-04-24T12:00:00.000Z'],
    // Berlin goes to summer time on 29 March 2026: noon is 11:00 UTC before and 10:00 UTC after.
    ['every day 12:00', 'Europe/Berlin', '2026-03-28T00:00:00Z', '2026-03-28T11:00:00.000Z'],
    ['every day 12:00', 'Europe/Berlin', '2026-03-29T00:00:00Z', '2026-03-29T10:00:00.000Z'],
  ])('%s in %s after %s is %s', (schedule, zone, after, expected) =>
    expect(next(schedule, zone, after)).toBe(expected),
  );

  test('what is not understood is named', () => {
    expect(() => timetable('everyDay', 'at noon', 'UTC')).toThrow(/schedule of everyDay \(`at noon`/);
  });
});
