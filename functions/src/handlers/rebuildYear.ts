// Follows a published month of a unit into the years of its people, and into the years of every unit that shows them.
import type { YearSettings } from '../domain/settings.ts';
import { collectionOf, personYearRef, yearAssessmentRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import type { PersonYear } from '../schema/year.ts';
import { followDecember } from './openYear.ts';
import { rebuildPersonYear } from './personYear.ts';
import type { Ports, Stored, TaskPayloads } from './ports.ts';
import { rebuildUnitYear } from './unitYear.ts';
import { yearSettings } from './yearSources.ts';

/** So many years are rebuilt side by side. */
const atOnce = 20;

/**
 * Reads, for a unit of n people of whom c have a result that their year doesn't know: n results, n years, about 18 for
 * each of the c (their twelve results, newest sheets, their record, the year's act), and n years once more for the unit. Nothing of other units,
 * but those that somebody was moved from or to.
 */
export async function rebuildYear(ports: Ports, payload: TaskPayloads['rebuildYear']): Promise<void> {
  const { org, unit, month } = payload;
  const { documents } = ports;
  const year = month.slice(0, 4);
  const results = await documents.find(collectionOf(org, 'results'), [
    ['unit', unit],
    ['month', month],
  ]);
  const years = await documents.getAll(results.map(({ data }) => personYearRef(org, data.person, year)));
  const known = new Map(years.flatMap((stored) => (stored ? [[stored.data.person, stored] as const] : [])));
  // Where they were shown before, where they were, and where they are now: each drops or gains the row.
  const units = new Set([unit, ...years.flatMap((stored) => stored?.data.units ?? [])]);
  const stale = results.filter(({ data }) => !knows(known.get(data.person), data));
  const settings = stale.length > 0 ? await yearSettings(documents, org) : null;
  for (let i = 0; settings && i < stale.length; i += atOnce) {
    const shown = stale.slice(i, i + atOnce).map(({ data }) => followOne(ports, org, data, settings));
    for (const one of (await Promise.all(shown)).flat()) units.add(one);
  }
  for (const one of [...units].sort()) await rebuildUnitYear(documents, org, one, year);
}

const knows = (stored: Stored<PersonYear> | undefined, { month, version }: Result) =>
  stored?.data.versions[month] === version;

/** The year's act first: what it publishes now is shown by the year that is built after it, and a kill between repeats both. */
async function followOne(
  ports: Ports,
  org: string,
  { person, month }: Result,
  settings: YearSettings,
): Promise<string[]> {
  const year = month.slice(0, 4);
  const whose = { person, year, known: month };
  const isOpened = month.endsWith('-12') || (await ports.documents.get(yearAssessmentRef(org, person, year)));
  if (isOpened) await followDecember(ports, org, whose, settings);
  return await rebuildPersonYear(ports.documents, org, whose, settings);
}
