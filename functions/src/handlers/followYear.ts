// A year follows who judges the person, and whether they are still there, at once and not with the next publication.
import type { Month } from '../domain/words.ts';
import { personYearRef } from '../schema/refs.ts';
import { rebuildPersonYear } from './personYear.ts';
import type { Documents } from './ports.ts';
import { rebuildUnitYear } from './unitYear.ts';
import { yearSettings } from './yearSources.ts';

/** Nothing where no month of the year was published yet: nobody reads anything then. About 20 reads, and the unit's years. */
export async function followYear(
  documents: Documents,
  org: string,
  { person, month }: { person: string; month: Month },
): Promise<void> {
  const year = month.slice(0, 4);
  const known = await documents.get(personYearRef(org, person, year));
  if (!known) return;
  const settings = await yearSettings(documents, org);
  const units = await rebuildPersonYear(documents, org, { person, year, known: month }, settings);
  for (const unit of new Set([...known.data.units, ...units]))
    await rebuildUnitYear(documents, org, unit, year);
}
