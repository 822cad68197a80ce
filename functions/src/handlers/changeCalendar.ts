// An administrator or the personnel office writes days of the organisation's own calendar, or takes them back (domain.md section 7).
import type { SpecialDayEdit } from '../domain/calendar.ts';
import { lineFault, linesFault, lineText } from '../domain/calendarLines.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { calendarRow, type ChangeProblem } from '../schema/change.ts';
import { changeOrganisation } from './changeOrganisation.ts';
import type { ChangeOutcome, SentChange } from './changeOutcome.ts';
import type { Ports } from './ports.ts';

/** Deadlines of months that are open stay where they were told; everything reckoned from now on goes by the new days. */
export const changeCalendar = (
  ports: Pick<Ports, 'documents'>,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> =>
  changeOrganisation(ports, org, change, {
    ...{ rows: rows.length, at },
    judge: ({ calendar: before }) => {
      const { after, problems } = laidOver(before, rows, change, at);
      const lineOf = (lines: readonly SpecialDayEdit[], day: string) =>
        lines.find((line) => line.day === day) ?? null;
      const days = [...new Set([...before, ...after].map(({ day }) => day))].sort();
      const entries = days
        .map((day) => ({
          what: `calendar ${day}`,
          before: lineText(day, lineOf(before, day)),
          after: lineText(day, lineOf(after, day)),
        }))
        .filter((entry) => entry.before !== entry.after);
      return { patch: { calendar: after }, problems, entries };
    },
  });

function laidOver(
  before: readonly SpecialDayEdit[],
  rows: readonly unknown[],
  { author, reason }: SentChange,
  at: Moment,
): { after: SpecialDayEdit[]; problems: ChangeProblem[] } {
  const problems: ChangeProblem[] = [];
  const named = new Map<string, number>();
  const lines = new Map(before.map((line) => [line.day, line]));
  for (const [row, value] of rows.entries()) {
    const asked = calendarRow.safeParse(value);
    if (!asked.success) {
      problems.push({ row, field: null, reason: 'Dòng lịch không đúng.' });
      continue;
    }
    const { day, line } = asked.data;
    named.set(day, row);
    const fault = lineFault(day, line, civilDateOf(at));
    if (fault) problems.push({ row, field: fault.field, reason: fault.text });
    else if (line === null) lines.delete(day);
    // Said again as it stands: whoever wrote it first is still its author.
    else if (lineText(day, lines.get(day) ?? null) !== lineText(day, line) || !lines.has(day))
      lines.set(day, { day, ...line, reason, author });
  }
  const after = [...lines.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const together = linesFault(after, [...named.keys()]);
  if (together) problems.push({ row: named.get(together.day) ?? 0, field: 'day', reason: together.text });
  return { after, problems };
}
