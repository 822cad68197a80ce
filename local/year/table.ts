// The table of expected and got, for the console and as year.md.
import type { Line } from './lines.ts';
import type { MonthCost } from './play.ts';
import type { Month } from '../../functions/src/domain/words.ts';

export const holds = ({ expected, got }: Line): boolean => expected === got;

const cell = (text: string, width: number) => text.slice(0, width).padEnd(width);

/** Whoever reads the console has a minute: the clause, who, expected and got; what doesn't hold is said in full. */
export function consoleTable(lines: readonly Line[]): string {
  const rows = lines.flatMap((line) => [
    `${holds(line) ? '✓' : '✗'} ${cell(line.who, 16)} ${cell(line.clause, 24)} ${line.what}`,
    ...(holds(line)
      ? [`      ${line.got}`]
      : [`      mong đợi: ${line.expected}`, `      thực tế:  ${line.got}`]),
  ]);
  const wrong = lines.filter((line) => !holds(line)).length;
  return [
    ...rows,
    '',
    wrong === 0 ? `✓ ${lines.length} dòng đều đúng` : `✗ ${wrong}/${lines.length} dòng sai khác`,
  ].join('\n');
}

const rounded = (n: number) => Math.round(n * 10) / 10;

export function costTable(costs: ReadonlyMap<Month, MonthCost>): string {
  const rows = [...costs].map(
    ([month, { acts, seconds, clients, functions }]) =>
      `  ${month}  ${String(acts).padStart(4)} việc  ${String(rounded(seconds)).padStart(6)} s | người dùng: ${clients.reads} đọc, ${clients.writes} ghi, ` +
      `${clients.lookups} tra | hàm: ${functions.calls} lượt, ${functions.reads} đọc, ${functions.writes} ghi`,
  );
  return ['Thời gian và số thao tác tính tiền, từng tháng', ...rows].join('\n');
}

const escaped = (text: string) => text.replaceAll('|', '\\|');

export function markdownOf(lines: readonly Line[], costs: ReadonlyMap<Month, MonthCost>): string {
  const rows = lines.map(
    (line) =>
      `| ${holds(line) ? '✓' : '✗'} | ${line.who} | ${escaped(line.what)} | ${line.clause} | ${escaped(line.expected)} | ${escaped(line.got)} |`,
  );
  return [
    '# Năm mẫu 2026: mong đợi và thực tế',
    '',
    'Chữ của 12 tháng: T Tốt, B Trung bình, K Kém, - không xếp loại; A đến D là xếp loại.',
    '',
    '| | Ai | Nội dung | Điều khoản | Mong đợi | Thực tế |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '```',
    costTable(costs),
    '```',
    '',
  ].join('\n');
}
