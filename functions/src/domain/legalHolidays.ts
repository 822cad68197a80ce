// Days off as Bộ luật Lao động Điều 111 và 112 give them, for years of which nobody has announced anything yet: choices the authority makes each year are assumed, and none is official.
import type { SpecialDay } from './calendar.ts';
import { addDays, weekday } from './civilDate.ts';
import { lunarDays } from './lunarDays.ts';
import type { CivilDate } from './words.ts';

const isWeekend = (d: CivilDate) => weekday(d) === 0 || weekday(d) === 6;
const weekendDays = (days: readonly CivilDate[]) => days.filter(isWeekend).length;
const run = (from: CivilDate, length: number) => Array.from({ length }, (_, n) => addDays(from, n));

/** Năm ngày: one before mùng 1 and four from it, or two and three where less of it falls on a weekend (khoản 1 điểm b, khoản 3). */
function tetDays(newYear: CivilDate): CivilDate[] {
  const [short, long] = [run(addDays(newYear, -1), 5), run(addDays(newYear, -2), 5)];
  return weekendDays(long) < weekendDays(short) ? long : short;
}

/** 2/9 and the day before it where that makes a longer rest, otherwise the day after (khoản 1 điểm đ, khoản 3). */
function nationalDays(year: string): CivilDate[] {
  const day = `${year}-09-02`;
  return run(addDays(day, [2, 3, 5].includes(weekday(day)) ? -1 : 0), 2);
}

/** Ngày Văn hóa Việt Nam, from 2026. */
const cultureDay = (year: string): CivilDate[] => (year < '2026' ? [] : [`${year}-11-24`]);

interface Holiday {
  name: string;
  days: readonly CivilDate[];
}

/** In the order of the year, each with the weekdays that fall to it. Throws RangeError for a year that lunarDays.ts hasn't. */
export function legalHolidays(year: string): SpecialDay[] {
  const lunar = lunarDays.find(({ newYear }) => newYear.startsWith(year));
  if (!lunar) throw new RangeError(`no lunar days of ${year}`);
  const holidays: Holiday[] = [
    { name: 'Tết Dương lịch', days: [`${year}-01-01`] },
    { name: 'Tết Nguyên đán', days: tetDays(lunar.newYear) },
    { name: 'Giỗ Tổ Hùng Vương', days: [lunar.kings] },
    { name: 'Ngày Chiến thắng 30/4', days: [`${year}-04-30`] },
    { name: 'Ngày Quốc tế lao động 1/5', days: [`${year}-05-01`] },
    { name: 'Quốc khánh', days: nationalDays(year) },
    { name: 'Ngày Văn hóa Việt Nam', days: cultureDay(year) },
  ];
  const off = new Map<CivilDate, string>(
    holidays.flatMap(({ name, days }) => days.map((day) => [day, name])),
  );
  // One that falls on a weekend is taken on the next day worked (Điều 111 khoản 3).
  for (const { name, days } of holidays)
    for (const day of days.filter(isWeekend)) {
      let instead = addDays(day, 1);
      while (isWeekend(instead) || off.has(instead)) instead = addDays(instead, 1);
      off.set(instead, `Nghỉ bù, ${name}`);
    }
  return [...off]
    .filter(([day]) => !isWeekend(day))
    .map(([day, name]) => ({ day, works: false, name, official: false }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
