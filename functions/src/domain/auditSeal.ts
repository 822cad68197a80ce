// The nightly seal over all logs of an organisation: which are read, and the text whose hash is the root (docs/audit.md).
import { firstDay, monthOf } from './civilDate.ts';
import type { CivilDate, Month } from './words.ts';

/** Where the log of one document stands: its last entry, which follows from all before it. */
export interface Head {
  path: string;
  count: number;
  hash: string;
}

/** Rights, seats and what is scored by: they may change on any day. */
const standing = ['units', 'people', 'members', 'delegations', 'templates'] as const;
/** Facts outlive the month that they were recorded in, and may be answered in any later one; a unit's plan of the year changes on any day. */
const facts = [
  'limitations',
  'coordinations',
  'backlogs',
  'unitFindings',
  'replacements',
  'unitPlans',
] as const;
/** Of a month, named in the field `month`. */
const ofMonths = [
  'sheets',
  'assessments',
  'results',
  'findings',
  'unitSheets',
  'unitRatings',
  'appeals',
  'files',
  'outsideResults',
] as const;
/** Of a year, named in the field `year`. */
const ofYears = ['yearAssessments'] as const;

/** Every collection whose documents carry a log. */
export const loggedCollections = [...standing, ...facts, ...ofMonths, ...ofYears] as const;
export type LoggedCollection = (typeof loggedCollections)[number];

export interface Reading {
  collection: LoggedCollection;
  filter: readonly [field: 'month' | 'year', value: string] | null;
}

export interface KnownMonth {
  month: Month;
  isLocked: boolean;
}

/** True iff this month has had no seal over everything: months that are over are sealed again once a month. */
export const isWholeDue = (date: CivilDate, lastWhole: CivilDate | null): boolean =>
  lastWhole === null || lastWhole < firstDay(monthOf(date));

/** What a night reads: everything, or what may still change — a night costs by open months and not by years kept. */
export function readingsOf(isWhole: boolean, months: readonly KnownMonth[]): Reading[] {
  if (isWhole) return loggedCollections.map((collection) => ({ collection, filter: null }));
  const open = months.flatMap(({ month, isLocked }) => (isLocked ? [] : [month])).sort();
  const years = open.flatMap((month) => (month.endsWith('-12') ? [month.slice(0, 4)] : []));
  return [
    ...[...standing, ...facts].map((collection) => ({ collection, filter: null })),
    ...open.flatMap((month) =>
      ofMonths.map((collection) => ({ collection, filter: ['month', month] as const })),
    ),
    ...years.flatMap((year) =>
      ofYears.map((collection) => ({ collection, filter: ['year', year] as const })),
    ),
  ];
}

export interface SealHeader {
  org: string;
  date: CivilDate;
  /** Root of the seal before; empty in the first. */
  previous: string;
}

/** One line of JSON for the seal and one for each head, in the order of paths: the root is the hash of exactly these bytes. */
export function sealText({ org, date, previous }: SealHeader, heads: readonly Head[]): string {
  const header = { seal: 1, org, date, documents: heads.length, previous };
  const lines = heads
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, count, hash }) => [path, count, hash]);
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The last line of the file, behind what the root is the hash of. */
export const signatureLine = (signed: { root: string; key: string; signature: string }): string =>
  `${JSON.stringify(signed)}\n`;
