// Windows and deadlines of appeals to the minute, with the clause each comes from, and what holds in every year.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDue, appealRefusal, appealWindow, checkAnswer, type AnswerDraft } from './appeal.ts';
import { vietnamCalendar as c, workingDaysBetween } from './calendar.ts';
import { addDays, atTime, civilDateOf, endOfDay, lastDayBefore } from './civilDate.ts';
import { deadlinesOf } from './deadlines.ts';
import { momentOf, type Moment } from './moment.ts';
import { defaultSettings } from './settings.ts';

const { appealDays, answerDays } = defaultSettings;
const local = (text: string): Moment => momentOf(Date.parse(`${text}:00+07:00`));
const table = readFileSync(join(import.meta.dirname, 'appeal.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const days = fc.integer({ min: 0, max: 365 * 11 }).map((n) => addDays('2025-01-01', n));
const clocks = fc.constantFrom('00:00', '08:00', '12:30', '23:59');

describe('the window', () => {
  it.each(table.map((line) => line.split(',')))(
    '%s',
    (_, publishedAt = '', filed = '', outcome, answerBy) => {
      const appealUntil = appealWindow(local(publishedAt), appealDays, c);
      const refusal = appealRefusal(1, local(filed), { version: 1, appealUntil });
      expect(refusal === null ? 'taken' : 'late').toBe(outcome);
      if (outcome === 'late') expect(refusal).toMatch(/^Quá hạn/);
      else expect(answerDue(local(filed), answerDays, c).dueDay).toBe(answerBy);
    },
  );

  it('of April 2026 ends as its cycle says, and its last appeal is answered by the day the cycle names', () => {
    const { moments, days: named } = deadlinesOf('2026-04', c, defaultSettings);
    expect(appealWindow(moments.publish, appealDays, c)).toBe(moments.appeal);
    expect(answerDue(atTime('2026-05-12', '23:59'), answerDays, c)).toEqual({
      dueDay: named.answer,
      due: moments.answer,
    });
  });

  it('says which version stands where another one is appealed, and that nothing is published', () => {
    const at = local('2026-05-06T09:00');
    const result = { version: 2, appealUntil: local('2026-05-20T00:00') };
    expect(appealRefusal(1, at, result)).toContain('lần 2');
    expect(appealRefusal(2, at, result)).toBeNull();
    expect(appealRefusal(1, at, null)).toContain('chưa có kết quả');
  });

  it('has so many whole working days after the day of publication, and the last is worked', () => {
    fc.assert(
      fc.property(days, clocks, fc.integer({ min: 1, max: 15 }), (day, clock, n) => {
        const last = lastDayBefore(appealWindow(atTime(day, clock), n, c));
        expect(c.isWorkingDay(last)).toBe(true);
        expect(workingDaysBetween(day, last, c)).toBe(n);
      }),
    );
  });
});

describe('the answer', () => {
  it('is never due on a day off, nor later for one filed earlier', () => {
    fc.assert(
      fc.property(days, clocks, fc.nat(20), fc.integer({ min: 1, max: 20 }), (day, clock, ahead, n) => {
        const early = answerDue(atTime(day, clock), n, c);
        expect(c.isWorkingDay(early.dueDay)).toBe(true);
        expect(early.due).toBe(endOfDay(early.dueDay));
        expect(civilDateOf(early.due) > day).toBe(true);
        expect(answerDue(atTime(addDays(day, ahead), clock), n, c).due >= early.due).toBe(true);
      }),
    );
  });

  type Of = Parameters<typeof checkAnswer>[2];
  const before = { dRating: 'B', dLevel: 'fair', score: 84 } as const;
  const draft: AnswerDraft = {
    ...{ answer: 'Sổ theo dõi xác nhận.', outcome: 'upheld', participants: '' },
    ...{ ...before, dRating: 'A', score: 92 },
  };
  const faults = (change: Partial<AnswerDraft>, of: Of = { asks: 'rating', body: null }) =>
    [...checkAnswer({ ...draft, ...change }, before, of).keys()].sort();

  it.each<[string, Partial<AnswerDraft>, string[]]>([
    ['a correction with a reason', {}, []],
    ['a refusal with a reason, whatever stands in the result', { outcome: 'refused', dRating: null }, []],
    ['no outcome', { outcome: null }, ['outcome']],
    ['a refusal without a reason', { outcome: 'refused', answer: 'Không   ' }, ['answer']],
    ['a correction without a reason', { answer: '123456789' }, ['answer']],
    ['a reason of ten characters', { answer: '1234567890' }, []],
    ['a correction that corrects nothing', { ...before }, ['dRating']],
    ['a correction without rating and level', { dRating: null, dLevel: null }, ['dLevel', 'dRating']],
  ])('is checked: %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('may leave the result as it is where something else was asked', () => {
    expect(faults({ ...before }, { asks: 'finding', body: null })).toEqual([]);
  });

  it('of a body names who took part', () => {
    const body = 'Ban Thường vụ Quận ủy';
    expect(faults({}, { asks: 'rating', body })).toEqual(['participants']);
    expect(faults({ participants: 'Nguyễn Văn A, Trần Thị B' }, { asks: 'rating', body })).toEqual([]);
  });
});
