// Những lần đổi cài đặt: which, from what to what in the words of the page, why, by whom and when.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { settingEntries, settingWords } from '../../../../functions/src/domain/settingsTable.ts';
import type { LogEntry } from '../../../../functions/src/schema/fields.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Me } from '../../session.ts';

async function readNames(me: Me, authors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await Promise.all(
    authors.map((who) => readDocument<PersonDocument>(me.org, 'people', who).catch(() => null)),
  );
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
}

/** A setting that there is no longer is told as the log keeps it. */
function changeText({ what, before, after }: LogEntry): string {
  const entry = settingEntries.find(({ name }) => what === `setting ${name}`);
  const told = (text: string | null) => (text === null ? '' : entry ? settingWords(entry, text) : text);
  return `${entry?.label ?? what}: ${told(before)} → ${told(after)}`;
}

/** What else the organisation's log tells, of its calendar and of deadlines, stands on their page. */
export function SettingsHistory({ me, log: all }: { me: Me; log: readonly LogEntry[] }) {
  const log = all.filter(({ what }) => what.startsWith('setting '));
  const authors = [...new Set(log.map(({ who }) => who))].sort();
  const [loaded] = useLoaded(() => readNames(me, authors), `${me.org} ${authors.join()}`);
  if (log.length === 0) return null;
  const nameOf = (who: string) => (loaded.at === 'there' ? loaded.value.get(who) : undefined) ?? who;
  return (
    <section class="stack" aria-labelledby="settings-history">
      <h2 id="settings-history">Những lần đổi cài đặt</h2>
      <ul class="plain">
        {log.toReversed().map((entry) => (
          <li key={entry.n}>
            {changeText(entry)}. {entry.reason}{' '}
            <span class="soft small">
              ({nameOf(entry.who)}, {formatMoment(entry.at)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
