import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, vietnamCalendar } from './calendar.ts';
import { manifestations } from './catalogue.ts';
import { civilDateOf, lastDayBefore, nextMonth } from './civilDate.ts';
import { deadlinesOf } from './deadlines.ts';
import {
  carriedText,
  countsIn,
  formatCodes,
  isOpenAtClose,
  parseCodes,
  remedyMoment,
  type RemedyFacts,
} from './finding.ts';
import { millisOf, momentOf, type Moment } from './moment.ts';
import { defaultSettings } from './settings.ts';

/** A moment as clocks in Việt Nam show it. */
const at = (local: string): Moment => momentOf(Date.parse(`${local}.000+07:00`));

describe('codes of a row', () => {
  it.each([
    ['', []],
    ['1.07 2.03', ['1.07', '2.03']],
    ['2.03, 1.07;1.07', ['1.07', '2.03']],
    ['69 3.04  1.12', ['1.12', '3.04', '69']],
    ['1.13 9.99 abc 2.01', ['2.01']],
  ])('%j reads as %j', (text, codes) => {
    expect(parseCodes(text)).toEqual(codes);
  });

  it('survive writing and reading in any order', () => {
    const codes = manifestations.map(({ code }) => code);
    fc.assert(
      fc.property(fc.shuffledSubarray(codes), (some) => {
        const text = formatCodes(some);
        expect(parseCodes(text)).toEqual(codes.filter((code) => some.includes(code)));
        expect(formatCodes(parseCodes(text))).toBe(text);
      }),
    );
  });
});

describe('the month a finding counts in (domain 2: notified in time, else the next month)', () => {
  const rows = readFileSync(new URL('./countsIn.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',') as [string, string, string, string]);
  const counted = (month: string, notifiedAt: Moment) => {
    const { evaluate, decide } = deadlinesOf(month, vietnamCalendar, defaultSettings).moments;
    const { noticeDays } = defaultSettings;
    return countsIn({
      notifiedAt,
      month,
      evaluateDeadline: evaluate,
      close: decide,
      calendar: vietnamCalendar,
      noticeDays,
    });
  };

  it.each(rows)('recorded in %s, notified %s → %s (%s)', (month, notified, expected) => {
    expect(counted(month, at(notified))).toBe(expected);
  });

  const months = fc
    .tuple(fc.integer({ min: 2025, max: 2035 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

  it('is its own or the next, and a later notice never counts earlier', () => {
    fc.assert(
      fc.property(
        months,
        fc.integer({ min: 0, max: 45 * 24 }),
        fc.integer({ min: 0, max: 240 }),
        (month, hours, more) => {
          const first = millisOf(at(`${month}-01T00:00:00`));
          const notified = momentOf(first + hours * 3_600_000);
          const later = momentOf(first + (hours + more) * 3_600_000);
          expect([month, nextMonth(month)]).toContain(counted(month, notified));
          expect(counted(month, notified) <= counted(month, later)).toBe(true);
        },
      ),
    );
  });

  it('leaves the person the working days of notice whenever it counts in its month', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 45 * 24 }), (month, hours) => {
        const notified = momentOf(millisOf(at(`${month}-01T00:00:00`)) + hours * 3_600_000);
        const { decide, evaluate } = deadlinesOf(month, vietnamCalendar, defaultSettings).moments;
        if (counted(month, notified) !== month) return;
        expect(notified < evaluate).toBe(true);
        const ready = addWorkingDays(civilDateOf(notified), defaultSettings.noticeDays, vietnamCalendar);
        expect(ready <= lastDayBefore(decide)).toBe(true);
      }),
    );
  });
});

describe('a remedy', () => {
  const close = at('2026-05-05T00:00:00');
  const finding = (
    state: RemedyFacts['state'],
    remedyState: RemedyFacts['remedyState'],
    reported: string | null,
  ): RemedyFacts => ({ state, remedyState, remedyReportedAt: reported === null ? null : at(reported) });

  it.each([
    ['suspected', 'none', null, false, 'a suspicion is not open'],
    ['suspected', 'reported', '2026-04-20T08:00:00', false, 'a suspicion is not open'],
    ['dismissed', 'none', null, false, 'nor is what was dismissed'],
    ['confirmed', 'none', null, true, 'not begun'],
    ['confirmed', 'underway', null, true, 'begun'],
    ['confirmed', 'reported', '2026-05-04T08:00:00', true, 'reported and not accepted'],
    ['confirmed', 'returned', null, true, 'returned'],
    ['remedied', 'accepted', '2026-05-04T23:59:59', false, 'reported on the last day of the close'],
    ['remedied', 'accepted', '2026-05-05T00:00:00', true, 'reported a moment after the close'],
    ['remedied', 'accepted', '2026-04-10T08:00:00', false, 'counts from the day it was reported'],
  ] as const)(
    '%s, %s, reported %s: open at the close %s (%s)',
    (state, remedyState, reported, open, _why) => {
      expect(isOpenAtClose(finding(state, remedyState, reported), close)).toBe(open);
    },
  );

  it('counts from the report once accepted, and not before', () => {
    expect(remedyMoment(finding('remedied', 'accepted', '2026-04-10T08:00:00'))).toBe(
      at('2026-04-10T08:00:00'),
    );
    expect(remedyMoment(finding('confirmed', 'reported', '2026-04-10T08:00:00'))).toBeNull();
  });
});

describe('carry-over (S3 II.6.5: section III of the next months)', () => {
  const finding = { codes: '2.03 1.07', fact: 'Chậm trả lời 3 văn bản', remedyReportedAt: null };
  it.each([
    [
      'confirmed',
      'none',
      '2026-05-15',
      '1.07, 2.03: Chậm trả lời 3 văn bản (chưa khắc phục, hạn khắc phục 15/05/2026)',
    ],
    ['confirmed', 'underway', null, '1.07, 2.03: Chậm trả lời 3 văn bản (đang khắc phục)'],
    ['suspected', 'none', null, '1.07, 2.03: Chậm trả lời 3 văn bản (có dấu hiệu, chờ kết luận)'],
    ['remedied', 'accepted', null, '1.07, 2.03: Chậm trả lời 3 văn bản (đã khắc phục)'],
  ] as const)('%s, %s, due %s', (state, remedyState, due, text) => {
    expect(carriedText({ ...finding, state, remedyState, due })).toBe(text);
  });
});
