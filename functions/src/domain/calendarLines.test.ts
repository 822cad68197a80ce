// Lines of an organisation's own calendar: what may be written of which day, and what a month must keep.
import { describe, expect, it } from 'vitest';
import { calendarWith, type SpecialDayEdit } from './calendar.ts';
import { lineFault, linesFault, lineText, type CalendarLine } from './calendarLines.ts';

const today = '2026-04-10';
const off: CalendarLine = { works: false, name: 'Nghỉ bão', official: true };
const lineOf = (day: string, works = false): SpecialDayEdit => ({
  ...{ day, works, name: 'x', official: true, reason: 'r', author: 'a' },
});

describe('a line', () => {
  it.each<[string, string, CalendarLine, string | null]>([
    ['of today', '2026-04-10', off, null],
    ['of a day to come', '2026-11-24', off, null],
    ['taken back', '2026-11-24', null, null],
    ['of yesterday', '2026-04-09', off, 'day'],
    ['of a day taken back that is over', '2026-04-09', null, 'day'],
    ['beyond what ships', '2061-01-01', off, 'day'],
    ['without a name', '2026-11-24', { ...off, name: '  ' }, 'name'],
    ['with an endless name', '2026-11-24', { ...off, name: 'x'.repeat(101) }, 'name'],
  ])('%s', (_, day, line, field) => {
    expect(lineFault(day, line, today)?.field ?? null).toBe(field);
  });

  it.each<[string, CalendarLine, string]>([
    ['2026-04-15', off, 'nghỉ: Nghỉ bão'],
    ['2026-04-15', null, 'ngày làm việc'],
    ['2026-04-18', null, 'ngày nghỉ hằng tuần'],
    ['2026-04-30', null, 'nghỉ: Ngày Chiến thắng 30/4'],
    ['2026-11-24', null, 'nghỉ: Ngày Văn hóa Việt Nam (chưa chính thức)'],
    ['2026-04-18', { works: true, name: 'Làm bù', official: false }, 'làm việc: Làm bù (chưa chính thức)'],
  ])('of %s is told as what then holds', (day, line, text) => {
    expect(lineText(day, line)).toBe(text);
  });

  it('outweighs what ships', () => {
    const calendar = calendarWith([lineOf('2026-04-15'), lineOf('2026-11-24', true)]);
    expect([calendar.isWorkingDay('2026-04-15'), calendar.isWorkingDay('2026-11-24')]).toEqual([false, true]);
  });
});

describe('a month', () => {
  const december = Array.from({ length: 14 }, (_, n) => lineOf(`2026-12-${String(n + 1).padStart(2, '0')}`));
  it('keeps ten working days, which its deadlines need', () => {
    expect(linesFault(december.slice(0, 7), ['2026-12-07'])).toBeNull();
    const rest = [...december, ...Array.from({ length: 10 }, (_, n) => lineOf(`2026-12-${n + 15}`))];
    expect(linesFault(rest, ['2026-12-24'])).toMatchObject({ day: '2026-12-24' });
    expect(linesFault(rest, ['2026-11-24'])).toBeNull();
  });
});
