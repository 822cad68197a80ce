// An administrator or the personnel office changes settings of the organisation: each judged, all of them or none, each entered in the organisation's own log.
import type { Moment } from '../domain/moment.ts';
import {
  settingEntries,
  settingFault,
  settingsFault,
  settingText,
  type AllSettings,
} from '../domain/settingsTable.ts';
import { settingsRow, type ChangeProblem } from '../schema/change.ts';
import { organisationRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { nothingDone, wholeChange, type ChangeOutcome, type SentChange } from './changeOutcome.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

/** What opened months froze stays as it is: deadlines, headcount, templates. The rest holds from the next proposal on. */
export async function changeSettings(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> {
  const ref = organisationRef(org);
  let outcome: ChangeOutcome = { problems: [wholeChange('Không có tổ chức này.')], counts: nothingDone };
  await converge(documents, ref, ({ data }) => {
    const before: AllSettings = data.settings;
    const { after, problems } = laidOver(before, rows);
    const changed = settingEntries.filter(
      ({ name }) => settingText(before[name]) !== settingText(after[name]),
    );
    // A call that was cut off is made again, and finds its own entries.
    const done = data.log.filter((entry) => entry.at === at && entry.who === change.author).length;
    const count = Math.max(changed.length, done);
    const counts = { added: 0, changed: count, unchanged: rows.length - count };
    outcome = { problems, counts: problems.length > 0 ? nothingDone : counts };
    if (problems.length > 0) return null;
    const log = changed.reduce(
      (entries, { name }) =>
        logged(ref.path, entries, {
          ...{ at, who: change.author, forWhom: null, what: `setting ${name}`, reason: change.reason },
          ...{ before: settingText(before[name]), after: settingText(after[name]) },
        }),
      data.log,
    );
    return { settings: after, log };
  });
  return outcome;
}

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
