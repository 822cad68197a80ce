// Holds a run against the quiet one, to the byte, and every run against what must be true of any: whole logs, each act once, nothing of a client's lost.
import { isDeepStrictEqual } from 'node:util';
import { isIntact } from '../../functions/src/handlers/audit.ts';
import type { LogEntry } from '../../functions/src/schema/fields.ts';
import type { Fields } from './acts.ts';
import type { Outcome } from './play.ts';

/** Paths of documents and reports that are not the same bytes, with the first line in which they part. */
export function differences(quiet: Outcome, run: Outcome): string[] {
  const paths = [...new Set([...quiet.documents.keys(), ...run.documents.keys()])].sort();
  return paths.flatMap((path) => {
    const [is, was] = [run.documents.get(path), quiet.documents.get(path)];
    if (is === was) return [];
    if (was === undefined) return [`${path} is there, and was not`];
    if (is === undefined) return [`${path} is missing`];
    const [now, then] = [is.split('\n'), was.split('\n')];
    const at = now.findIndex((line, i) => line !== then[i]);
    return [`${path}: ${now[at]?.trim() ?? 'ends'} instead of ${then[at]?.trim() ?? 'the end'}`];
  });
}

const logsOf = ({ platform }: Outcome): [string, LogEntry[]][] =>
  [...platform.memory.kept].flatMap(([path, { data }]) => {
    const log = (data as { log?: LogEntry[] }).log;
    return log ? [[path, log] as [string, LogEntry[]]] : [];
  });

/** What is wrong with a run by itself. */
export function faultsOf(run: Outcome): string[] {
  return [...run.platform.wrong, ...brokenLogs(run), ...doubled(run), ...lostWrites(run)];
}

const brokenLogs = (run: Outcome) =>
  logsOf(run).flatMap(([path, log]) =>
    isIntact(path.replace(/\/versions\/\d+$/, ''), log) ? [] : [`the log of ${path} is no chain`],
  );

/** One entry per act: by whom, when and what. */
const doubled = (run: Outcome) =>
  logsOf(run).flatMap(([path, log]) => {
    const names = log.map(({ at, who, what }) => `${at} ${who} ${what}`);
    return names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${path}: twice ${name}`);
  });

/** Where functions go on from what a client wrote; everything else is the last client's for ever. */
const goneOn: Readonly<Record<string, RegExp>> = {
  // A return opens the sheet again, and a filing lays the assessment before the evaluator again.
  sheets: /^state$/,
  // An appeal that is upheld becomes the decision.
  assessments: /^(state|dRating|dLevel|dReason|dScore(1|21|22))$/,
  // Verdicts settle, and what is confirmed is told.
  findings: /^(state|notified)$/,
  unitRatings: /^followed$/,
};

function lostWrites({ platform }: Outcome): string[] {
  const last = new Map<string, unknown>();
  for (const { path, fields } of platform.written)
    for (const [field, value] of Object.entries(fields)) last.set(`${path} ${field}`, value);
  return [...last].flatMap(([key, value]) => {
    const [path = '', field = ''] = key.split(' ');
    if (goneOn[path.split('/')[2] ?? '']?.test(field)) return [];
    const is = (platform.memory.kept.get(path)?.data as Fields | undefined)?.[field];
    return isDeepStrictEqual(is, value) ? [] : [`${key}: what a client wrote is lost`];
  });
}

/** Of the acts that functions follow, those without an entry of their own. */
export const unlogged = (run: Outcome): string[] =>
  run.platform.written.flatMap(({ path, after, before, fields }) => {
    const at = momentsOf(after).at(-1);
    const log = (run.platform.memory.kept.get(path)?.data as { log?: LogEntry[] }).log;
    const isDraft = before !== null && (fields['state'] ?? before['state']) === before['state'];
    const isAct = !isDraft || 'remedyState' in fields || 'deciderNote' in fields;
    if (!log || !isAct || log.some((entry) => entry.at === at)) return [];
    return [`${path}: nothing of ${at ?? 'an act'}`];
  });

const momentsOf = (after: Fields): string[] =>
  ['savedAt', 'notedAt', 'actedAt']
    .flatMap((stamp) => (after[stamp] as { toMillis(): number } | null | undefined)?.toMillis() ?? [])
    .sort((a, b) => a - b)
    .map((ms) => new Date(ms).toISOString());
