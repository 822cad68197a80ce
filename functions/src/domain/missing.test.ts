import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnamCalendar, workingDaysOfMonth, type Calendar } from './calendar.ts';
import { atTime, endOfDay } from './civilDate.ts';
import { absenceOf, extendedDue, hindrance, stoppedClock } from './missing.ts';
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

describe('the clock of a finding over an absence (domain 3: it stands still, and counts neither way)', () => {
  // April 2026 closes on Monday 4/5; 25–27/4 and 30/4–3/5 are days off.
  const close = endOfDay('2026-05-04');
  const clockOf = (absences: readonly Absence[]) => ({
    ...{ absences, calendar: vietnamCalendar, settings: defaultSettings, month: '2026-04', close },
  });
  it.each<[string, string, string | null, Absence[], string | null]>([
    ['without an absence', '2026-04-02', '2026-04-10', [], null],
    [
      'ill over its date, and back three weeks before the close',
      '2026-04-02',
      '2026-04-10',
      [away('2026-04-03', '2026-04-10')],
      null,
    ],
    [
      'a day of leave on the day of the close, its date long past',
      '2026-04-02',
      '2026-04-10',
      [away('2026-05-04', '2026-05-04', 'leave')],
      null,
    ],
    [
      'a day of leave on its date, which is the day of the close',
      '2026-04-02',
      '2026-05-04',
      [away('2026-05-04', '2026-05-04', 'leave')],
      'leave',
    ],
    [
      'ill so long that its date moves past the close',
      '2026-04-20',
      '2026-04-29',
      [away('2026-04-22', '2026-04-29')],
      'illness',
    ],
    [
      'maternity all the while',
      '2026-04-02',
      '2026-04-10',
      [away('2026-04-03', '2026-10-03', 'maternity')],
      'maternity',
    ],
    ['most of the time away, no date yet', '2026-04-02', null, [away('2026-04-06', '2026-04-29')], 'illness'],
    ['a few days away, no date yet', '2026-04-02', null, [away('2026-04-06', '2026-04-10')], null],
    [
      'its date after the close, a day away',
      '2026-04-02',
      '2026-05-20',
      [away('2026-05-04', '2026-05-04')],
      null,
    ],
    ['told after the close', '2026-05-06', '2026-05-20', [away('2026-05-06', '2026-05-30')], null],
  ])('%s', (_, told, due, absences, excuse) => {
    expect(stoppedClock({ notifiedAt: atTime(told, '09:00'), due }, clockOf(absences))).toBe(excuse);
  });

  it('counts what was told before the month from its first day', () => {
    const old = { notifiedAt: atTime('2026-03-02', '09:00'), due: '2026-03-10' };
    expect(stoppedClock(old, clockOf([away('2026-03-01', '2026-03-31')]))).toBeNull();
    expect(stoppedClock(old, clockOf([away('2026-04-01', '2026-05-31')]))).toBe('illness');
  });

  it('gives the working days back that were taken, and never on a day of absence', () => {
    const told = '2026-04-02';
    expect(
      extendedDue([away('2026-04-03', '2026-04-10')], { told, due: '2026-04-10' }, vietnamCalendar),
    ).toBe('2026-04-20');
    const both = [away('2026-04-03', '2026-04-10'), away('2026-04-13', '2026-04-17', 'leave')];
    expect(extendedDue(both, { told, due: '2026-04-10' }, vietnamCalendar)).toBe('2026-04-28');
    expect(extendedDue([], { told, due: '2026-04-11' }, vietnamCalendar)).toBe('2026-04-11');
  });
});
