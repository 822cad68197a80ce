// Working days: the holiday table against the days people had off, and counting as one algebra.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarWith,
  nextWorkingDay,
  previousWorkingDay,
  shippedDays,
  vietnamCalendar,
  workingDaysBetween,
  workingDaysIn,
  workingDaysOfMonth,
} from './calendar.ts';
import { addDays, dayNumber, weekday } from './civilDate.ts';
import { vietnamHolidays } from './holidays.ts';
import { legalHolidays } from './legalHolidays.ts';
import { lunarDays } from './lunarDays.ts';
import type { CivilDate } from './words.ts';
import { lunarDaysOf } from '../../../scripts/lunarDays.mjs';

const c = vietnamCalendar;
const anyDay = fc.integer({ min: 0, max: 4017 }).map((n) => addDays('2025-01-01', n));

/** Every run of days off that reaches into a working week, 2025–2027: from, to. */
const rests: [string, CivilDate, CivilDate][] = [
  ['Tết Dương lịch 2025', '2025-01-01', '2025-01-01'],
  ['Tết Ất Tỵ', '2025-01-25', '2025-02-02'],
  ['Giỗ Tổ 2025', '2025-04-05', '2025-04-07'],
  ['30/4 and 1/5 2025, 2/5 swapped', '2025-04-30', '2025-05-04'],
  ['Quốc khánh 2025', '2025-08-30', '2025-09-02'],
  ['Tết Dương lịch 2026, 2/1 swapped', '2026-01-01', '2026-01-04'],
  ['Tết Bính Ngọ', '2026-02-14', '2026-02-22'],
  ['Giỗ Tổ 2026', '2026-04-25', '2026-04-27'],
  ['30/4 and 1/5 2026', '2026-04-30', '2026-05-03'],
  ['Quốc khánh 2026, 31/8 swapped', '2026-08-29', '2026-09-02'],
  ['24/11/2026', '2026-11-24', '2026-11-24'],
  ['Tết Dương lịch 2027', '2027-01-01', '2027-01-03'],
  ['Tết Đinh Mùi', '2027-02-05', '2027-02-11'],
  ['Giỗ Tổ 2027', '2027-04-16', '2027-04-18'],
  ['30/4 and 1/5 2027', '2027-04-30', '2027-05-03'],
  ['Quốc khánh 2027', '2027-09-02', '2027-09-05'],
  ['24/11/2027', '2027-11-24', '2027-11-24'],
];
const madeUpSaturdays: CivilDate[] = ['2025-04-26', '2026-01-10', '2026-08-22'];

describe('the table of 2025–2027', () => {
  it.each(rests)('%s is off from %s to %s and worked around it', (_, from, to) => {
    expect(workingDaysIn(from, to, c)).toEqual([]);
    expect(c.isWorkingDay(addDays(from, -1))).toBe(true);
    expect(c.isWorkingDay(addDays(to, 1))).toBe(true);
  });

  it.each(madeUpSaturdays)('Saturday %s is worked', (d) => {
    expect(weekday(d)).toBe(6);
    expect(c.isWorkingDay(d)).toBe(true);
  });

  it('has no other departure from Monday to Friday', () => {
    const inRest = (d: CivilDate) => rests.some(([, from, to]) => from <= d && d <= to);
    for (let d = '2025-01-01'; d <= '2027-12-31'; d = addDays(d, 1)) {
      const weekend = weekday(d) === 0 || weekday(d) === 6;
      expect(`${d} ${c.isWorkingDay(d)}`).toBe(
        `${d} ${madeUpSaturdays.includes(d) || (!weekend && !inRest(d))}`,
      );
    }
  });

  it('lists each day once, in order, and only departures', () => {
    const days = vietnamHolidays.map(({ day }) => day);
    expect([...new Set(days)]).toHaveLength(days.length);
    for (const { day, works } of vietnamHolidays) {
      expect(dayNumber(day)).toBeGreaterThan(0);
      expect(works).toBe(weekday(day) === 6);
    }
  });

  it('balances every swapped weekday with a Saturday made up', () => {
    const swapped = vietnamHolidays.filter(({ name }) => name.startsWith('Nghỉ hoán đổi'));
    expect(swapped.map(({ day }) => day)).toEqual(['2025-05-02', '2026-01-02', '2026-08-31']);
    expect(vietnamHolidays.filter(({ works }) => works)).toHaveLength(swapped.length);
  });

  it('marks what no authority has announced', () => {
    expect(vietnamHolidays.filter(({ official }) => !official).map(({ day }) => day)).toEqual([
      '2026-11-24',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
      '2027-09-03',
      '2027-11-24',
    ]);
  });
});

describe('beyond the table', () => {
  it.each(['2028-05-01', '2029-01-01', '2030-04-30', '2031-09-02', '2028-01-01', '2029-05-05'])(
    '%s is off',
    (d) => {
      expect(c.isWorkingDay(d)).toBe(false);
    },
  );
  it.each(['2028-01-21', '2028-05-03', '2030-11-26', '2035-12-31'])('%s is worked', (d) => {
    expect(c.isWorkingDay(d)).toBe(true);
  });
  // Mùng 1 tháng Giêng of 2030 is 2/2 in Việt Nam and 3/2 in China.
  it.each(['2028-01-25', '2028-01-26', '2030-02-01', '2030-02-04', '2031-04-01', '2033-05-03'])(
    '%s is off by the lunar calendar, or instead of a Sunday',
    (d) => {
      expect(c.isWorkingDay(d)).toBe(false);
    },
  );

  it('is unofficial, and ends nowhere in 30 years', () => {
    const after = shippedDays.filter(({ day }) => day > '2028');
    expect(after.every(({ official, works }) => !official && !works)).toBe(true);
    const years = new Set(after.map(({ day }) => day.slice(0, 4)));
    for (let year = 2028; year <= 2057; year += 1) expect(years).toContain(String(year));
  });
});

describe('what the law gives', () => {
  const swaps = ['2025-05-02', '2026-01-02', '2026-08-31'];
  it.each(['2025', '2026', '2027'])('is the table of %s but for what was swapped', (year) => {
    const table = vietnamHolidays
      .filter(({ day, works }) => day.startsWith(year) && !works && !swaps.includes(day))
      .map(({ day }) => day);
    expect(legalHolidays(year).map(({ day }) => day)).toEqual(table);
  });

  it('wants the lunar calendar of the year', () => {
    expect(() => legalHolidays('2099')).toThrow(RangeError);
  });

  it.each(lunarDays.map(({ newYear, kings }) => [newYear, kings]))(
    'has Tết on %s and Giỗ Tổ on %s by the library too',
    (newYear, kings) => {
      expect(lunarDaysOf(Number(newYear.slice(0, 4)))).toEqual([newYear, kings]);
    },
  );
});

describe('an organisation’s own line', () => {
  const edited = calendarWith([
    { day: '2026-11-24', works: true, name: 'Ngày làm việc', official: true },
    { day: '2026-11-28', works: true, name: 'Làm bù', official: true },
    { day: '2026-05-01', works: true, name: 'Trực', official: false },
  ]);
  it('outweighs the table, the weekend and a fixed holiday', () => {
    for (const d of ['2026-11-24', '2026-11-28', '2026-05-01']) {
      expect(c.isWorkingDay(d)).toBe(false);
      expect(edited.isWorkingDay(d)).toBe(true);
    }
  });
});

describe('counting in working days', () => {
  it.each([
    ['2026-04-24', 1, '2026-04-28'],
    ['2026-04-24', 2, '2026-04-29'],
    ['2026-04-29', 1, '2026-05-04'],
    ['2026-04-25', 1, '2026-04-28'],
    ['2026-02-24', -1, '2026-02-23'],
    ['2026-02-24', -2, '2026-02-13'],
    ['2026-01-09', 1, '2026-01-10'],
    ['2026-05-05', 5, '2026-05-12'],
    ['2026-05-12', 7, '2026-05-21'],
    ['2026-05-03', 0, '2026-05-03'],
  ])('%s and %i is %s', (d, n, expected) => {
    expect(addWorkingDays(d, n, c)).toBe(expected);
  });

  it.each([
    ['2026-04-24', '2026-04-24', 0],
    ['2026-04-24', '2026-04-27', 0],
    ['2026-04-24', '2026-04-28', 1],
    ['2026-04-28', '2026-04-24', -1],
    ['2026-02-13', '2026-02-24', 2],
  ])('from %s to %s it is %i', (from, to, n) => {
    expect(workingDaysBetween(from, to, c)).toBe(n);
  });

  it.each([
    ['2025-01', 17],
    ['2026-01', 21],
    ['2026-02', 15],
    ['2026-04', 20],
    ['2026-08', 21],
    ['2027-02', 15],
    ['2028-02', 21],
  ])('%s has %i', (month, n) => {
    const days = workingDaysOfMonth(month, c);
    expect(days).toHaveLength(n);
    expect(days).toEqual([...days].sort());
    expect(days.every((d) => d.startsWith(month))).toBe(true);
  });

  it('undoes what it adds, and shifts to a worked day without passing one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (d, n) => {
        expect(workingDaysBetween(d, addWorkingDays(d, n, c), c)).toBe(n);
        const next = nextWorkingDay(d, c);
        const previous = previousWorkingDay(d, c);
        expect(c.isWorkingDay(next) && c.isWorkingDay(previous)).toBe(true);
        expect(previous <= d && d <= next).toBe(true);
        expect(previous === d).toBe(next === d);
        expect(workingDaysIn(previous, next, c)).toHaveLength(next === d ? 1 : 2);
        expect(addWorkingDays(addWorkingDays(next, n, c), -n, c)).toBe(next);
      }),
    );
  });

  it('gives up in a calendar in which nobody works', () => {
    const never = { isWorkingDay: () => false };
    expect(() => nextWorkingDay('2026-04-24', never)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-04-24', -1, never)).toThrow(RangeError);
  });
});
