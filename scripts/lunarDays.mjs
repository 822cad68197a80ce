// Writes functions/src/domain/lunarDays.ts: Tết and Giỗ Tổ of the years that no table lists, as the lunar calendar of Việt Nam has them.
// `node scripts/lunarDays.mjs`; lunarDays.test.ts asks the library again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarVietnamese } from 'date-chinese';
import { root } from './lib/root.mjs';

const [from, to] = [2025, 2060];
const two = (n) => String(n).padStart(2, '0');
const dateOf = ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`;

/** Mùng 1 tháng Giêng and mùng 10 tháng Ba of the lunar year that begins in `year`. */
export function lunarDaysOf(year) {
  const first = new CalendarVietnamese();
  first.fromJDE(first.newYear(year));
  const [cycle, ofCycle] = first.get();
  const kings = new CalendarVietnamese(cycle, ofCycle, 3, false, 10);
  return [dateOf(first.toGregorian()), dateOf(kings.toGregorian())];
}

if (process.argv[1] === import.meta.filename) {
  const lines = Array.from({ length: to - from + 1 }, (_, n) => lunarDaysOf(from + n)).map(
    ([newYear, kings]) => `  { newYear: '${newYear}', kings: '${kings}' },`,
  );
  writeFileSync(
    join(root, 'functions', 'src', 'domain', 'lunarDays.ts'),
    `// Mùng 1 tháng Giêng (Tết) and mùng 10 tháng Ba (Giỗ Tổ) by year; written by scripts/lunarDays.mjs from a library of the lunar calendar.
import type { CivilDate } from './words.ts';

export const lunarDays: readonly { newYear: CivilDate; kings: CivilDate }[] = [
${lines.join('\n')}
];
`,
  );
}
