// Days, months and their bounds in Asia/Ho_Chi_Minh, against a table and against the zone data of the platform.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  atTime,
  civilDateOf,
  dayNumber,
  dayOfMonth,
  endOfDay,
  firstDay,
  formatDate,
  formatFormDate,
  formatFormMonth,
  formatMoment,
  formatMonth,
  formatWeekday,
  lastDay,
  lastDayBefore,
  monthOf,
  monthOfMoment,
  nextMonth,
  previousMonth,
  startOfDay,
  weekday,
} from './civilDate.ts';
import { momentOf } from './moment.ts';

const anyMillis = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
const anyDay = anyMillis.map((ms) => civilDateOf(momentOf(ms)));
const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

describe('civil day of a moment', () => {
  it.each([
    ['2026-04-24T16:59:59.999Z', '2026-04-24'],
    ['2026-04-24T17:00:00.000Z', '2026-04-25'],
    ['2026-12-31T16:59:59.999Z', '2026-12-31'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2028-02-28T17:00:00.000Z', '2028-02-29'],
  ])('%s is %s', (at, day) => {
    expect(civilDateOf(momentOf(Date.parse(at)))).toBe(day);
    expect(monthOfMoment(momentOf(Date.parse(at)))).toBe(day.slice(0, 7));
  });

  it('agrees with the zone table of the platform', () => {
    fc.assert(
      fc.property(anyMillis, (ms) => {
        expect(civilDateOf(momentOf(ms))).toBe(zone.format(new Date(ms)));
      }),
    );
  });
});

describe('bounds of a day', () => {
  it('begins at 17:00 UTC of the day before and ends, exclusively, 24 hours later', () => {
    expect(startOfDay('2026-04-24')).toBe('2026-04-23T17:00:00.000Z');
    expect(endOfDay('2026-04-24')).toBe('2026-04-24T17:00:00.000Z');
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
  });

  it.each([
    ['00:00', '2026-04-23T17:00:00.000Z'],
    ['06:00', '2026-04-23T23:00:00.000Z'],
    ['08:00', '2026-04-24T01:00:00.000Z'],
    ['23:59', '2026-04-24T16:59:00.000Z'],
  ])('shows %s at %s', (clock, at) => {
    expect(atTime('2026-04-24', clock)).toBe(at);
    expect(civilDateOf(atTime('2026-04-24', clock))).toBe('2026-04-24');
  });

  it.each(['24:00', '6:00', '06:60', '', '06:00:00'])('refuses the clock %j', (clock) => {
    expect(() => atTime('2026-04-24', clock)).toThrow(RangeError);
  });

  it('shows an exclusive end as its last day', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(lastDayBefore(endOfDay(d))).toBe(d);
        expect(civilDateOf(endOfDay(d))).toBe(addDays(d, 1));
      }),
    );
  });
});

describe('days and months', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-4-24', '24/04/2026', '', '2026-04-24T00:00'])(
    'refuses %j as a day',
    (d) => {
      expect(() => dayNumber(d)).toThrow(RangeError);
      expect(() => formatDate(d)).toThrow(RangeError);
      expect(() => formatFormDate(d)).toThrow(RangeError);
    },
  );

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-31', 31, '2026-05-01'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i days is %s', (d, n, expected) => {
    expect(addDays(d, n)).toBe(expected);
  });

  it('adds days back to where it came from', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        expect(addDays(addDays(d, n), -n)).toBe(d);
        expect(dayNumber(addDays(d, n)) - dayNumber(d)).toBe(n);
      }),
    );
  });

  it.each([
    ['2025-12', '2026-01', '2025-11', '2025-12-31'],
    ['2026-01', '2026-02', '2025-12', '2026-01-31'],
    ['2026-02', '2026-03', '2026-01', '2026-02-28'],
    ['2028-02', '2028-03', '2028-01', '2028-02-29'],
    ['2026-04', '2026-05', '2026-03', '2026-04-30'],
  ])('%s and its neighbours', (month, next, previous, last) => {
    expect(nextMonth(month)).toBe(next);
    expect(previousMonth(month)).toBe(previous);
    expect(lastDay(month)).toBe(last);
    expect(monthOf(firstDay(month))).toBe(month);
  });

  it('takes the last day where a month is shorter', () => {
    expect(dayOfMonth('2026-02', 31)).toBe('2026-02-28');
    expect(dayOfMonth('2026-02', 28)).toBe('2026-02-28');
    expect(dayOfMonth('2026-04', 5)).toBe('2026-04-05');
  });

  it('knows the weekday, before 1970 too', () => {
    expect(weekday('2026-04-24')).toBe(5);
    expect(weekday('2026-04-26')).toBe(0);
    expect(weekday('1969-12-31')).toBe(3);
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(weekday(addDays(d, 1))).toBe((weekday(d) + 1) % 7);
      }),
    );
  });
});

describe('dates as people read them', () => {
  it.each([
    ['2026-04-24', '24/04/2026', 'Thứ Sáu 24/04/2026', 'ngày 24 tháng 4 năm 2026'],
    ['2026-04-05', '05/04/2026', 'Chủ Nhật 05/04/2026', 'ngày 05 tháng 4 năm 2026'],
    ['2026-01-12', '12/01/2026', 'Thứ Hai 12/01/2026', 'ngày 12 tháng 01 năm 2026'],
    ['2026-02-03', '03/02/2026', 'Thứ Ba 03/02/2026', 'ngày 03 tháng 02 năm 2026'],
    ['2026-03-11', '11/03/2026', 'Thứ Tư 11/03/2026', 'ngày 11 tháng 3 năm 2026'],
    ['2026-11-19', '19/11/2026', 'Thứ Năm 19/11/2026', 'ngày 19 tháng 11 năm 2026'],
    ['2026-10-10', '10/10/2026', 'Thứ Bảy 10/10/2026', 'ngày 10 tháng 10 năm 2026'],
  ])('%s', (d, short, long, form) => {
    expect(formatDate(d)).toBe(short);
    expect(formatWeekday(d)).toBe(long);
    expect(formatFormDate(d)).toBe(form);
  });

  it.each([
    ['2026-01', '1/2026', '01/2026'],
    ['2026-02', '2/2026', '02/2026'],
    ['2026-04', '4/2026', '4/2026'],
    ['2026-12', '12/2026', '12/2026'],
  ])('month %s', (month, screen, form) => {
    expect(formatMonth(month)).toBe(screen);
    expect(formatFormMonth(month)).toBe(form);
  });

  it('shows a moment by the clock of Việt Nam', () => {
    expect(formatMoment(momentOf(Date.parse('2026-04-24T17:05:59.000Z')))).toBe('25/04/2026 00:05');
    expect(formatMoment(atTime('2026-04-24', '23:59'))).toBe('24/04/2026 23:59');
  });
});
