// Moving a deadline of an open month: every deadline that ships keeps the order, and each way to break it is told at its row.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, vietnamCalendar as calendar } from './calendar.ts';
import { addDays, atTime, endOfDay } from './civilDate.ts';
import { deadlinesOf } from './deadlines.ts';
import {
  deadlineLabels,
  movableDeadlines,
  movedDeadlines,
  moveFaults,
  type MovableDeadline,
  type Move,
} from './deadlineMoves.ts';
import { defaultSettings } from './settings.ts';

const april = deadlinesOf('2026-04', calendar, defaultSettings);
const moving = { days: april.days, kept: {}, today: '2026-04-10', calendar };
const faultsOf = (moves: Move[], of: Partial<typeof moving> = {}) => moveFaults(moves, { ...moving, ...of });

describe('what may move', () => {
  const months = Array.from({ length: 12 * 30 }, (_, n) => {
    const month = `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    return [month, deadlinesOf(month, calendar, defaultSettings).days] as const;
  });

  it('every month of 30 years is in order as it opens: moved onto its own day nothing complains', () => {
    for (const [month, days] of months)
      for (const name of movableDeadlines) {
        const found = faultsOf([{ name, day: days[name] }], { days, today: `${month}-01` });
        expect([month, name, found]).toEqual([month, name, []]);
      }
  });

  it('moves the filing of staff by a day where evaluation still comes after it', () => {
    expect(faultsOf([{ name: 'staff', day: '2026-04-28' }])).toEqual([]);
  });

  it.each<[string, Move[], string]>([
    ['onto a day off', [{ name: 'staff', day: '2026-04-27' }], 'ngày nghỉ'],
    ['into the past', [{ name: 'staff', day: '2026-04-09' }], 'từ hôm nay'],
    ['to today, earlier than told', [{ name: 'staff', day: '2026-04-10' }], 'ít nhất một ngày làm việc'],
    ['past the evaluation', [{ name: 'staff', day: '2026-05-04' }], 'không được trước'],
    ['the evaluation onto the final run', [{ name: 'evaluate', day: '2026-05-04' }], 'phải sau'],
    ['the decision onto publication', [{ name: 'decide', day: '2026-05-05' }], 'phải sau'],
    ['the run before the figures', [{ name: 'finalRun', day: '2026-04-28' }], 'phải sau'],
  ])('is refused %s', (_, moves, text) => {
    const [first] = faultsOf(moves);
    expect(first?.text).toContain(text);
  });

  it('lets the run be on a day off', () => {
    expect(faultsOf([{ name: 'finalRun', day: '2026-05-01' }])).toEqual([]);
  });

  it('lets what depends on each other move together', () => {
    const moves: Move[] = [
      { name: 'evaluate', day: '2026-05-04' },
      { name: 'finalRun', day: '2026-05-05' },
      { name: 'decide', day: '2026-05-06' },
      { name: 'publish', day: '2026-05-08' },
    ];
    expect(faultsOf(moves)).toEqual([]);
    expect(faultsOf(moves.slice(0, 2)).map(({ row }) => row)).toEqual([1]);
  });

  it('takes back nothing that was kept or is over', () => {
    const move: Move = { name: 'staff', day: '2026-05-08' };
    const over = 'Hạn này đã qua (24/04/2026), không dời được.';
    expect(faultsOf([move], { kept: { staff: april.moments.staff } })).toEqual([{ row: 0, text: over }]);
    expect(faultsOf([move], { today: '2026-04-25' })).toEqual([{ row: 0, text: over }]);
    expect(faultsOf([{ name: 'staff', day: '2026-04-28' }], { today: '2026-04-24' })).toEqual([]);
  });
});

describe('what moves with it', () => {
  it('leaves every other deadline alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...movableDeadlines), fc.integer({ min: 1, max: 40 }), (name, n) => {
        const day = addDays('2026-04-10', n);
        const { days, moments } = movedDeadlines(april, [{ name, day }], defaultSettings, calendar);
        const others = (Object.keys(deadlineLabels) as MovableDeadline[]).filter(
          (one) => one !== name && !(name === 'publish' && ['appeal', 'answer'].includes(one)),
        );
        for (const other of others)
          expect([days[other], moments[other]]).toEqual([april.days[other], april.moments[other]]);
        expect(days[name]).toBe(day);
      }),
    );
  });

  it('counts the window to appeal, and to answer, from the new day of publication', () => {
    const { days, moments } = movedDeadlines(
      april,
      [{ name: 'publish', day: '2026-05-08' }],
      defaultSettings,
      calendar,
    );
    expect(days.appeal).toBe(addWorkingDays('2026-05-08', 5, calendar));
    expect([days.appeal, days.answer]).toEqual(['2026-05-15', '2026-05-26']);
    expect(moments.publish).toBe(atTime('2026-05-08', '08:00'));
    expect(moments.appeal > moments.publish && moments.answer > moments.appeal).toBe(true);
  });

  it('ends filing with the day, and runs at six', () => {
    const { moments } = movedDeadlines(
      april,
      [
        { name: 'staff', day: '2026-04-28' },
        { name: 'finalRun', day: '2026-05-01' },
      ],
      defaultSettings,
      calendar,
    );
    expect([moments.staff, moments.finalRun]).toEqual([
      endOfDay('2026-04-28'),
      atTime('2026-05-01', '06:00'),
    ]);
  });
});
