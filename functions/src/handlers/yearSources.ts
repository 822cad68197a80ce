// Gathers what a person's year is made from: results, the sheets of gaps, the newest sheet, the organisation's settings.
import { monthOf } from '../domain/civilDate.ts';
import type { YearSettings } from '../domain/settings.ts';
import type { Bands } from '../domain/templates.ts';
import type { Month } from '../domain/words.ts';
import { proposeYear, type YearFacts, type YearOutcome } from '../domain/year.ts';
import { monthsOfYear } from '../domain/yearCounts.ts';
import { organisationYearRef, refOf, resultRef, sheetRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { YearCellFields } from '../schema/year.ts';
import type { Documents } from './ports.ts';
import { pinnedTemplate } from './templateOfMonth.ts';

export type YearCells = Record<Month, YearCellFields>;

/** Whose year, and a month that the caller knows them to have. */
export interface PersonOfYear {
  person: string;
  year: string;
  known: Month;
}

export interface YearSources {
  person: string;
  year: string;
  settings: YearSettings;
  /** Published only: what is decided and not published must not reach a document that the person reads. */
  cells: YearCells;
  results: Map<Month, Result>;
  /** Of the newest month of the year: where the person is now, and who judges them. */
  newest: Sheet;
  /** Of the template of that month. */
  bands: Bands;
}

export async function yearSettings(documents: Documents, org: string): Promise<YearSettings> {
  const organisation = await documents.get(organisationYearRef(org));
  if (!organisation) throw new Error(`no organisation ${org}`);
  return organisation.data.settings;
}

/** Months that may be open beside the one published last: decided and not yet published, and the one running. */
const openBeside = 2;

/**
 * Null where the person has no month of the year after all. Reads the 12 results by their ids, sheets of earlier months
 * without one, and of the newest months; nothing of anybody else.
 */
export async function yearSources(
  documents: Documents,
  org: string,
  { person, year, known }: PersonOfYear,
  settings: YearSettings,
): Promise<YearSources | null> {
  const months = monthsOfYear(year);
  const found = await documents.getAll(months.map((month) => resultRef(org, person, month)));
  const results = new Map(
    found.flatMap((stored) => (stored ? [[stored.data.month, stored.data] as const] : [])),
  );
  const last = [...results.keys(), known].sort().at(-1) ?? known;
  const at = months.indexOf(last);
  const asked = months.filter((month, i) => (i >= at ? i <= at + openBeside : !results.has(month)));
  const [sheets, whose] = await Promise.all([
    documents.getAll(asked.map((month) => sheetRef(org, person, month))),
    documents.get(refOf(org, 'people', person)),
  ]);
  const left = whose?.data.left ?? null;
  const opened = sheets.flatMap((stored) => (stored ? [stored.data] : []));
  const newest = opened.at(-1);
  if (!newest) return null;
  const sheetsOf = new Set(opened.map(({ month }) => month));
  const cells = Object.fromEntries(
    months.map((month) => {
      const result = results.get(month);
      // Before the newest month, or after they left, one that was never opened is owed by nobody.
      const isOver = month < last || (left !== null && month > monthOf(left));
      const state = isOver && !sheetsOf.has(month) ? ('none' as const) : ('missing' as const);
      return [month, result ? cellOf(result) : { ...nothing, state }];
    }),
  );
  const { bands } = await pinnedTemplate(documents, org, newest);
  return { person, year, settings, cells, results, newest, bands };
}

const nothing = {
  ...{ rating: null, level: null, score: null, unrated: false },
  ...{ version: 0, unit: '', unitName: '' },
} satisfies Omit<YearCellFields, 'state'>;

function cellOf({ rating, level, score, unrated, version, unit, unitName }: Result): YearCellFields {
  return { state: 'published', rating, level, score, unrated, version, unit, unitName };
}

/** Sorted, because Firestore gives the months of a stored year back in its own order. */
export function factsOf({ settings, newest, bands }: YearSources, cells: YearCells): YearFacts {
  const { category } = newest;
  const months = Object.keys(cells).sort();
  return {
    cells: months.map((month) => ({ month, ...(cells[month] ?? { ...nothing, state: 'none' as const }) })),
    ...{ settings, category, bands },
  };
}

export const outcomeOf = (sources: YearSources, cells: YearCells): YearOutcome =>
  proposeYear(factsOf(sources, cells));

export const versionsOf = (cells: YearCells): Record<Month, number> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([month, { version }]) => (version > 0 ? [[month, version]] : [])),
  );
