// The months of domain.md section 7 to the minute, a table of 36 months, and what holds in every month of 2025–2035.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarOf,
  nextWorkingDay,
  vietnamCalendar,
  workingDaysOfMonth,
} from './calendar.ts';
import { addDays, atTime, civilDateOf, endOfDay, firstDay, lastDayBefore, nextMonth } from './civilDate.ts';
import { deadlineNames, deadlinesOf, reminders, returnedDue, type DeadlineName } from './deadlines.ts';
import { vietnamHolidays } from './holidays.ts';
import { momentOf, type Moment } from './moment.ts';
import { profileOf } from './profiles/profile.ts';
import { reportsOf } from './reportDue.ts';
import { defaultSettings } from './settings.ts';
import type { Month } from './words.ts';

const c = vietnamCalendar;
const district = profileOf('district@S3-2024');
const of = (month: Month) => deadlinesOf(month, c, defaultSettings);
/** The moment at which clocks in Việt Nam show this. */
const at = (local: string): Moment => momentOf(Date.parse(`${local}:00+07:00`));

const months: Month[] = Array.from({ length: 11 * 12 }, (_, n) => {
  const month = (n % 12) + 1;
  return `${2025 + Math.floor(n / 12)}-${month < 10 ? '0' : ''}${month}`;
});

/** As the clauses are worked out in domain.md section 7; ends are exclusive. */
const worked: Record<Month, Partial<Record<DeadlineName, string>>> = {
  '2026-04': {
    staff: '2026-04-25T00:00',
    heads: '2026-04-29T00:00',
    consult: '2026-04-30T00:00',
    propose: '2026-04-30T00:00',
    evaluate: '2026-04-30T00:00',
    offices: '2026-04-29T00:00',
    interimRun: '2026-04-28T06:00',
    finalRun: '2026-04-30T06:00',
    decide: '2026-05-05T00:00',
    publish: '2026-05-05T08:00',
    appeal: '2026-05-13T00:00',
    answer: '2026-05-22T00:00',
  },
  '2026-02': {
    staff: '2026-02-25T00:00',
    heads: '2026-02-26T00:00',
    consult: '2026-02-27T00:00',
    propose: '2026-02-27T00:00',
    evaluate: '2026-02-27T00:00',
    offices: '2026-02-28T00:00',
    interimRun: '2026-02-28T06:00',
    finalRun: '2026-02-28T06:00',
    decide: '2026-03-03T00:00',
    publish: '2026-03-05T08:00',
  },
  '2027-01': {
    staff: '2027-01-26T00:00',
    heads: '2027-01-26T00:00',
    consult: '2027-01-27T00:00',
    propose: '2027-01-27T00:00',
    evaluate: '2027-01-27T00:00',
    offices: '2027-01-28T00:00',
    interimRun: '2027-01-28T06:00',
    finalRun: '2027-01-28T06:00',
    decide: '2027-02-02T00:00',
    publish: '2027-02-12T08:00',
  },
  '2027-02': {
    staff: '2027-02-25T00:00',
    heads: '2027-02-26T00:00',
    consult: '2027-02-27T00:00',
    propose: '2027-02-27T00:00',
    evaluate: '2027-02-27T00:00',
    offices: '2027-03-02T00:00',
    interimRun: '2027-02-28T06:00',
    finalRun: '2027-03-02T06:00',
    decide: '2027-03-03T00:00',
    publish: '2027-03-05T08:00',
  },
  // December 2026 opens on a Tuesday: its 2nd to 6th and 8th working days are the 2nd to 4th, 7th, 8th and 10th.
  '2026-12': {
    plan: '2026-12-03T00:00',
    staff: '2026-12-03T00:00',
    heads: '2026-12-04T00:00',
    consult: '2026-12-05T00:00',
    propose: '2026-12-05T00:00',
    offices: '2026-12-05T00:00',
    evaluate: '2026-12-08T00:00',
    interimRun: '2026-12-08T06:00',
    finalRun: '2026-12-08T06:00',
    decide: '2026-12-09T00:00',
    publish: '2026-12-10T08:00',
  },
};

describe.each(Object.entries(worked))('%s to the minute', (month, expected) => {
  it.each(Object.entries(expected))('%s %s', (name, local) => {
    expect(of(month).moments[name as DeadlineName]).toBe(at(local));
  });
});

describe('the table of 2025–2027, reckoned apart from the code', () => {
  const [header, ...lines] = readFileSync(new URL('deadlines.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  it('names every deadline', () => {
    expect(header).toBe(`month,${deadlineNames.join(',')}`);
    expect(lines).toHaveLength(36);
  });
  it.each(lines)('%s', (line) => {
    const month = line.slice(0, 7);
    const { days } = of(month);
    expect([month, ...deadlineNames.map((name) => days[name])].join(',')).toBe(line);
  });
});

describe.each(months)('%s', (month) => {
  const { moments, days } = of(month);

  it('asks people for nothing on a day off', () => {
    for (const name of deadlineNames) {
      const bySystem = name === 'interimRun' || name === 'finalRun';
      expect(`${name} ${bySystem || c.isWorkingDay(days[name])}`).toBe(`${name} true`);
    }
  });

  it('evaluates after filing, runs after evaluating, decides after the run, publishes after the decision', () => {
    const order: [DeadlineName, DeadlineName][] = [
      ['staff', 'evaluate'],
      ['heads', 'evaluate'],
      ['heads', 'consult'],
      ['heads', 'propose'],
      ['consult', 'decide'],
      ['propose', 'decide'],
      ['evaluate', 'finalRun'],
      ['offices', 'finalRun'],
      ['finalRun', 'decide'],
      ['decide', 'publish'],
      ['publish', 'appeal'],
      ['appeal', 'answer'],
    ];
    for (const [before, after] of order) {
      expect(`${before} ${moments[before] < moments[after]} ${after}`).toBe(`${before} true ${after}`);
    }
    expect(moments.staff <= moments.heads && moments.plan <= moments.staff).toBe(true);
    expect(moments.interimRun <= moments.finalRun).toBe(true);
  });

  it('leaves the evaluator a working day and the decider until the end of one', () => {
    expect(days.evaluate >= addWorkingDays(days.heads, 1, c)).toBe(true);
    expect(days.decide >= nextWorkingDay(days.finalRun, c)).toBe(true);
    expect(days.publish >= addWorkingDays(days.decide, 1, c)).toBe(true);
  });

  it('shows the last day that is still in time', () => {
    for (const name of [
      'plan',
      'staff',
      'heads',
      'consult',
      'propose',
      'evaluate',
      'offices',
      'decide',
      'appeal',
      'answer',
    ] as const) {
      expect(lastDayBefore(moments[name])).toBe(days[name]);
      expect(moments[name]).toBe(endOfDay(days[name]));
    }
    for (const name of ['interimRun', 'finalRun', 'publish'] as const) {
      expect(civilDateOf(moments[name])).toBe(days[name]);
    }
  });

  it('gives 5 working days to appeal and 7 more to answer', () => {
    expect(days.appeal).toBe(addWorkingDays(days.publish, 5, c));
    expect(days.answer).toBe(addWorkingDays(days.publish, 12, c));
  });

  it('reminds on two working days before and on the morning', () => {
    const days3 = reminders(days.staff, c).map(civilDateOf);
    expect(days3).toEqual([addWorkingDays(days.staff, -2, c), addWorkingDays(days.staff, -1, c), days.staff]);
    expect(days3.every((d) => c.isWorkingDay(d))).toBe(true);
  });
});

const isDecember = (month: Month) => month.endsWith('-12');

describe.each(months.filter((m) => !isDecember(m)))('%s, an ordinary month', (month) => {
  it('never moves a date of S3 forward further than the next working day', () => {
    const { moments, days } = of(month);
    expect(days.staff).toBe(nextWorkingDay(`${month}-24`, c));
    expect(days.heads).toBe(nextWorkingDay(`${month}-25`, c));
    expect(days.offices).toBe(nextWorkingDay(`${month}-27`, c));
    expect(moments.interimRun).toBe(atTime(`${month}-28`, '06:00'));
  });
});

describe.each(months.filter(isDecember))('%s', (month) => {
  it('publishes by its 8th working day, before the report of the year', () => {
    const { days } = of(month);
    const nth = workingDaysOfMonth(month, c);
    expect(days).toMatchObject({ staff: nth[1], heads: nth[2], offices: nth[3], evaluate: nth[4] });
    expect(days).toMatchObject({ interimRun: nth[5], finalRun: nth[5], decide: nth[5], publish: nth[7] });
    const year = reportsOf(district, defaultSettings, Number(month.slice(0, 4)), c).find(
      ({ kind }) => kind === 'year',
    );
    expect(year && days.publish <= year.day).toBe(true);
  });
});

it('reminds of 24/2/2026 on Friday 13/2 and Monday 23/2, around Tết', () => {
  expect(reminders('2026-02-24', c)).toEqual([
    at('2026-02-13T08:00'),
    at('2026-02-23T08:00'),
    at('2026-02-24T08:00'),
  ]);
});

describe('settings and the table of days off move what depends on them', () => {
  it('evaluates on another day, but never before filing has ended', () => {
    const later = deadlinesOf('2026-03', c, { ...defaultSettings, evaluateDay: 27 });
    expect(later.days).toMatchObject({ evaluate: '2026-03-27', finalRun: '2026-03-28' });
    const earlier = deadlinesOf('2026-03', c, { ...defaultSettings, evaluateDay: 1 });
    expect(earlier.days).toMatchObject({ heads: '2026-03-25', evaluate: '2026-03-26' });
  });

  it('publishes on another day, but never before the decision', () => {
    expect(deadlinesOf('2026-03', c, { ...defaultSettings, publishDay: 8 }).days.publish).toBe('2026-04-08');
    const { days } = deadlinesOf('2026-04', c, { ...defaultSettings, publishDay: 1 });
    expect(days).toMatchObject({ decide: '2026-05-04', publish: '2026-05-05' });
  });

  it('asks for answers on another day, but never later than a working day before the decision ends', () => {
    const { days } = deadlinesOf('2026-03', c, { ...defaultSettings, consultDays: 2, proposeDays: 0 });
    expect(days).toMatchObject({ heads: '2026-03-25', consult: '2026-03-27', propose: '2026-03-25' });
    const late = deadlinesOf('2026-04', c, { ...defaultSettings, consultDays: 20, proposeDays: 2 });
    expect(late.days).toMatchObject({ decide: '2026-05-04', consult: '2026-04-29', propose: '2026-04-29' });
  });

  it('takes the last day of a month that is too short', () => {
    const { days } = deadlinesOf('2026-02', c, { ...defaultSettings, evaluateDay: 31 });
    expect(days).toMatchObject({ evaluate: '2026-03-02', finalRun: '2026-03-03', decide: '2026-03-03' });
  });

  it('follows an edit of the table', () => {
    const edited = calendarOf([
      ...vietnamHolidays,
      { day: '2026-11-24', works: true, name: 'Ngày làm việc', official: true },
    ]);
    expect(of('2026-11').days.staff).toBe('2026-11-25');
    expect(deadlinesOf('2026-11', edited, defaultSettings).days.staff).toBe('2026-11-24');
  });

  it('keeps its order under any settings and any extra days off', () => {
    const anyMonth = fc.constantFrom(...months.filter((m) => !isDecember(m)));
    const extra = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 15 });
    const day = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(
        anyMonth,
        extra,
        day,
        day,
        fc.nat(20),
        fc.nat(20),
        (month, offs, evaluateDay, publishDay, a, b) => {
          const rest = offs.map((n) => ({
            day: addDays(firstDay(month), n),
            works: false,
            name: '',
            official: true,
          }));
          const calendar = calendarOf([...vietnamHolidays, ...rest]);
          const settings = { ...defaultSettings, evaluateDay, publishDay, appealDays: a, answerDays: b };
          const { days, moments } = deadlinesOf(month, calendar, settings);
          expect(days.evaluate > days.heads && days.evaluate > days.staff).toBe(true);
          expect(moments.finalRun >= moments.evaluate && moments.finalRun >= moments.offices).toBe(true);
          expect(days.decide >= days.finalRun && days.publish > days.decide).toBe(true);
          expect(days.decide < addDays(firstDay(nextMonth(month)), 90)).toBe(true);
          for (const name of [
            'plan',
            'staff',
            'heads',
            'evaluate',
            'offices',
            'decide',
            'publish',
          ] as const) {
            expect(calendar.isWorkingDay(days[name])).toBe(true);
          }
        },
      ),
    );
  });
});

describe('a returned sheet', () => {
  const due = of('2026-04').moments.staff;
  it.each([
    ['in good time keeps the old due date', '2026-04-22T09:00', '2026-04-25T00:00'],
    ['on the day before keeps it too', '2026-04-23T09:00', '2026-04-25T00:00'],
    ['on the last day gets the next working day', '2026-04-24T23:59', '2026-04-29T00:00'],
    ['after it, the working day after the return', '2026-04-28T10:00', '2026-04-30T00:00'],
    ['on a day off, the first working day after it', '2026-04-26T10:00', '2026-04-29T00:00'],
    ['at midnight, by the day that begins', '2026-04-29T00:00', '2026-05-05T00:00'],
  ])('%s', (_, returned, expected) => {
    expect(returnedDue(due, at(returned), c)).toBe(at(expected));
  });

  it('is never due earlier, and never on a day off of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 * 24 * 60 }), (minutes) => {
        const returned = momentOf(Date.parse(due) + (minutes - 30 * 24 * 60) * 60_000);
        const granted = returnedDue(due, returned, c);
        expect(granted >= due && granted > returned).toBe(true);
        expect(c.isWorkingDay(lastDayBefore(granted))).toBe(true);
      }),
    );
  });
});

describe('reports to a superior shift back', () => {
  it.each([
    [2025, ['2025-Q1 2025-04-09', '2025-H1 2025-07-09', '2025-Q3 2025-10-09', '2025 2025-12-12']],
    [2026, ['2026-Q1 2026-04-09', '2026-H1 2026-07-09', '2026-Q3 2026-10-09', '2026 2026-12-14']],
    [2027, ['2027-Q1 2027-04-09', '2027-H1 2027-07-09', '2027-Q3 2027-10-08', '2027 2027-12-14']],
    [2028, ['2028-Q1 2028-04-07', '2028-H1 2028-07-07', '2028-Q3 2028-10-09', '2028 2028-12-14']],
  ])('%i', (year, expected) => {
    expect(
      reportsOf(district, defaultSettings, year, c).map(({ period, day }) => `${period} ${day}`),
    ).toEqual(expected);
  });

  it.each([
    ['none', ['2026 2026-12-14']],
    [
      'quarter',
      [
        '2026-Q1 2026-04-09',
        '2026-Q2 2026-07-09',
        '2026-Q3 2026-10-09',
        '2026 2026-12-14',
        '2026-Q4 2027-01-08',
      ],
    ],
  ] as const)(
    'of a commune: once a year, and to the Thường trực by the setting (S0 II.5.1): %s',
    (standingReport, expected) => {
      const due = reportsOf(profileOf('commune@S0-2025'), { standingReport }, 2026, c);
      expect(due.map(({ period, day }) => `${period} ${day}`)).toEqual(expected);
      expect(
        due.filter(({ kind }) => kind === 'standing').every(({ to }) => to.startsWith('Thường trực')),
      ).toBe(true);
    },
  );

  it('of a commune every month, where the setting says so', () => {
    const due = reportsOf(profileOf('commune@S0-2025'), { standingReport: 'month' }, 2026, c);
    expect(due).toHaveLength(13);
    expect(due[0]).toMatchObject({ kind: 'standing', period: '2026-01', day: '2026-02-09' });
  });

  it('never asks for quarters 2 and 4, and takes what comes on the last day', () => {
    for (let year = 2025; year <= 2035; year += 1) {
      const due = reportsOf(district, defaultSettings, year, c);
      expect(due.filter(({ kind }) => kind === 'quarter').map(({ period }) => period.slice(5))).toEqual([
        'Q1',
        'Q3',
      ]);
      for (const { day, due: end } of due) {
        expect(c.isWorkingDay(day)).toBe(true);
        expect(end).toBe(endOfDay(day));
      }
    }
  });
});
