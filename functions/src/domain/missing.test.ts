import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnamCalendar, workingDaysOfMonth, type Calendar } from './calendar.ts';
import { absenceOf, hindrance } from './missing.ts';
import type { Absence } from './organisation.ts';
import { defaultSettings } from './settings.ts';
import { excuses } from './words.ts';

/** A month of exactly 15 working days: the first fifteen weekdays of June 2026 are worked and nothing else. */
const fifteen: Calendar = { isWorkingDay: (d) => d <= '2026-06-19' && vietnamCalendar.isWorkingDay(d) };
const away = (from: string, to: string, excuse: Absence['excuse'] = 'illness'): Absence => ({
  excuse,
  from,
  to,
});

describe('không xếp loại below half of the working days (domain 5, after Thanh Hóa’s regulation)', () => {
  it.each([
    ['7 of 15 worked → unrated (domain 12)', [away('2026-06-10', '2026-06-30')], 7, true],
    ['8 of 15 worked → rated (domain 12)', [away('2026-06-11', '2026-06-30')], 8, false],
    ['15 of 15: absent on days off only', [away('2026-06-06', '2026-06-07')], null, null],
    ['none of 15', [away('2026-05-01', '2026-07-31')], 0, true],
    [
      'two absences add up',
      [away('2026-06-01', '2026-06-05'), away('2026-06-15', '2026-06-17', 'leave')],
      7,
      true,
    ],
    [
      'a day counted twice is lost once',
      [away('2026-06-01', '2026-06-05'), away('2026-06-03', '2026-06-09', 'leave')],
      8,
      false,
    ],
    ['one day', [away('2026-06-10', '2026-06-10', 'leave')], 14, false],
    ['outside the month', [away('2026-07-01', '2026-07-10')], null, null],
  ] as const)('%s', (_, absences, worked, unrated) => {
    const found = absenceOf(absences, '2026-06', fifteen, defaultSettings);
    if (worked === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ worked, workingDays: 15, unrated });
  });

  it('is the cause of most of the days lost, the first entered among equals', () => {
    const mixed = [away('2026-06-01', '2026-06-02', 'leave'), away('2026-06-08', '2026-06-10', 'maternity')];
    expect(absenceOf(mixed, '2026-06', fifteen, defaultSettings)?.excuse).toBe('maternity');
    const equal = [away('2026-06-01', '2026-06-02', 'leave'), away('2026-06-08', '2026-06-09', 'illness')];
    expect(absenceOf(equal, '2026-06', fifteen, defaultSettings)?.excuse).toBe('leave');
    const apart = [
      away('2026-06-01', '2026-06-03', 'illness'),
      away('2026-06-04', '2026-06-05', 'leave'),
      away('2026-06-08', '2026-06-09', 'leave'),
    ];
    expect(absenceOf(apart, '2026-06', fifteen, defaultSettings)?.excuse).toBe('leave');
  });

  it('counts holidays as no working days: April 2026 has 20', () => {
    expect(
      absenceOf([away('2026-04-01', '2026-04-16')], '2026-04', vietnamCalendar, defaultSettings),
    ).toEqual({ excuse: 'illness', worked: 8, workingDays: 20, unrated: true });
  });

  it('is unrated exactly below the set share', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`);
    const absence = fc.record({ excuse: fc.constantFrom(...excuses), from: day, to: day });
    fc.assert(
      fc.property(fc.array(absence), fc.constantFrom(0.25, 0.5, 0.75), (absences, unratedBelow) => {
        const found = absenceOf(absences, '2026-06', vietnamCalendar, { unratedBelow });
        const days = workingDaysOfMonth('2026-06', vietnamCalendar);
        const free = days.filter((d) => !absences.some(({ from, to }) => from <= d && d <= to));
        expect(found?.worked ?? days.length).toBe(free.length);
        expect(found?.unrated ?? false).toBe(free.length / days.length < unratedBelow);
      }),
    );
  });
});

describe('what kept a person from doing something by a day (S3 II.3.1)', () => {
  const period = { from: '2026-06-01', to: '2026-06-24' };
  it.each([
    ['a day’s leave early in the month excuses nothing', [away('2026-06-03', '2026-06-03', 'leave')], null],
    ['absent on the last day', [away('2026-06-24', '2026-06-24', 'leave')], 'leave'],
    ['maternity that began before', [away('2026-04-01', '2026-09-30', 'maternity')], 'maternity'],
    ['back the day before, after most of the days', [away('2026-06-01', '2026-06-22')], 'illness'],
    ['back the day before, after half of the days', [away('2026-06-01', '2026-06-11')], null],
    ['nothing', [], null],
  ] as const)('%s', (_, absences, excuse) => {
    expect(hindrance(absences, period, vietnamCalendar, defaultSettings)).toBe(excuse);
  });
});
