// An administrator or the personnel office changes settings of the organisation, each judged by its limits.
import type { Moment } from '../domain/moment.ts';
import {
  settingEntries,
  settingFault,
  settingsFault,
  settingText,
  type AllSettings,
} from '../domain/settingsTable.ts';
import { settingsRow, type ChangeProblem } from '../schema/change.ts';
import { changeOrganisation } from './changeOrganisation.ts';
import type { ChangeOutcome, SentChange } from './changeOutcome.ts';
import type { Ports } from './ports.ts';

/** What opened months froze stays as it is: deadlines, headcount, templates. The rest holds from the next proposal on. */
export const changeSettings = (
  ports: Pick<Ports, 'documents'>,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> =>
  changeOrganisation(ports, org, change, {
    ...{ rows: rows.length, at },
    judge: ({ settings: kept, template: standard }) => {
      const before: AllSettings = { ...kept, template: standard };
      const { after, problems } = laidOver(before, rows);
      const changed = settingEntries.filter(
        ({ name }) => settingText(before[name]) !== settingText(after[name]),
      );
      const entries = changed.map(({ name }) => ({
        what: `setting ${name}`,
        before: settingText(before[name]),
        after: settingText(after[name]),
      }));
      const { template, ...settings } = after;
      return { patch: { settings, template }, problems, entries };
    },
  });

function laidOver(
  before: AllSettings,
  rows: readonly unknown[],
): { after: AllSettings; problems: ChangeProblem[] } {
  const problems: ChangeProblem[] = [];
  const named = new Map<string, number>();
  let after = before;
  for (const [row, value] of rows.entries()) {
    const asked = settingsRow.safeParse(value);
    const entry = asked.success ? settingEntries.find(({ name }) => name === asked.data.name) : undefined;
    if (!asked.success || !entry) {
      problems.push({ row, field: null, reason: 'Không có cài đặt này.' });
      continue;
    }
    named.set(entry.name, row);
    const reason = settingFault(entry, asked.data.value);
    if (reason === null) after = { ...after, [entry.name]: asked.data.value };
    else problems.push({ row, field: entry.name, reason });
  }
  const together = settingsFault(after);
  if (together)
    problems.push({ row: named.get(together.name) ?? 0, field: together.name, reason: together.text });
  return { after, problems };
}
