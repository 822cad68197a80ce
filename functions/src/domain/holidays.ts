// Days off and made-up Saturdays of 2025–2027 for people in the service of Party and state, and which are official.
import type { SpecialDay } from './calendar.ts';
import type { CivilDate } from './words.ts';

const off = (name: string, ...days: CivilDate[]): SpecialDay[] =>
  days.map((day) => ({ day, works: false, name, official: true }));
const work = (name: string, ...days: CivilDate[]): SpecialDay[] =>
  days.map((day) => ({ day, works: true, name, official: true }));
/** Not announced by an authority: stands in the table so that deadlines can be seen ahead, until somebody confirms it. */
const unofficial = (days: SpecialDay[]): SpecialDay[] => days.map((d) => ({ ...d, official: false }));

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const kings = 'Giỗ Tổ Hùng Vương';
const victory = 'Ngày Chiến thắng 30/4';
const labour = 'Ngày Quốc tế lao động 1/5';
const national = 'Quốc khánh';
const culture = 'Ngày Văn hóa Việt Nam';
const swapped = (name: string) => `Nghỉ hoán đổi, ${name}`;
const madeUp = (day: string) => `Làm bù cho ngày ${day}`;
const instead = (name: string) => `Nghỉ bù, ${name}`;

/** Weekends inside a holiday are off by themselves and are not listed. */
export const vietnamHolidays: readonly SpecialDay[] = [
  ...off(newYear, '2025-01-01'),
  ...off(tet, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...off(kings, '2025-04-07'),
  ...work(madeUp('02/05/2025'), '2025-04-26'),
  ...off(victory, '2025-04-30'),
  ...off(labour, '2025-05-01'),
  ...off(swapped(labour), '2025-05-02'),
  ...off(national, '2025-09-01', '2025-09-02'),

  ...off(newYear, '2026-01-01'),
  ...off(swapped(newYear), '2026-01-02'),
  ...work(madeUp('02/01/2026'), '2026-01-10'),
  ...off(tet, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  // Mùng 10 tháng 3 falls on Sunday 26/4.
  ...off(instead(kings), '2026-04-27'),
  ...off(victory, '2026-04-30'),
  ...off(labour, '2026-05-01'),
  ...work(madeUp('31/08/2026'), '2026-08-22'),
  ...off(swapped(national), '2026-08-31'),
  ...off(national, '2026-09-01', '2026-09-02'),
  ...unofficial(off(culture, '2026-11-24')),

  ...off(newYear, '2027-01-01'),
  ...unofficial(off(tet, '2027-02-05', '2027-02-08', '2027-02-09')),
  // Mùng 1 and mùng 2 fall on Saturday 6/2 and Sunday 7/2.
  ...unofficial(off(instead(tet), '2027-02-10', '2027-02-11')),
  ...off(kings, '2027-04-16'),
  ...off(victory, '2027-04-30'),
  // 1/5 falls on a Saturday; the day in its place follows from Bộ luật Lao động Điều 111.
  ...off(instead(labour), '2027-05-03'),
  ...off(national, '2027-09-02'),
  // The second day of Quốc khánh is the one before or the one after 2/9, chosen each year.
  ...unofficial(off(national, '2027-09-03')),
  ...unofficial(off(culture, '2027-11-24')),
];
