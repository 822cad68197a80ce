// Deletes what is made from other documents alone and makes it again: the operator's remedy where a derived document is in doubt (architecture.md, data flow).
import { yearOf } from '../domain/civilDate.ts';
import type { Month } from '../domain/words.ts';
import { collectionOf, personYearRef, unitMonthRef, unitYearRef, type Ref } from '../schema/refs.ts';
import { rebuildPersonYear } from './personYear.ts';
import type { Documents } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { rebuildUnitYear } from './unitYear.ts';
import { yearSettings } from './yearSources.ts';

/** Derived documents, each made again by a function of its own. Boards, results and reports are none: they say what was published. */
export const derivedCollections = ['unitMonths', 'personYears', 'unitYears'] as const;

export interface RebuildPorts {
  documents: Documents;
  /** Deletes a document, or does nothing where there is none. */
  forget: (path: string) => Promise<void>;
}

export interface Rebuilt {
  unitMonths: number;
  personYears: number;
  unitYears: number;
}

/**
 * One document after the other, so that a page finds no more than one of them missing; a run that was cut off is made
 * again from the start. Years follow what stands now: a person who was moved since their last publication is shown where
 * they are. A unit that everybody has left keeps its emptied document. Reads every cycle, sheet and result of the
 * organisation once, and for each document what its own function reads.
 */
export async function rebuildOrganisation(
  { documents, forget }: RebuildPorts,
  org: string,
): Promise<Rebuilt> {
  const settings = await yearSettings(documents, org);
  const again = async (ref: Ref<unknown>, make: () => Promise<unknown>) => {
    await forget(ref.path);
    await make();
  };
  const cycles = await documents.find(collectionOf(org, 'cycles'), []);
  const opened = cycles.map(({ id }) => id);
  const months = await unitMonthsIn(documents, org, opened);
  for (const { unit, month } of months)
    await again(unitMonthRef(org, unit, month), () => rebuildUnit({ documents }, org, unit, month));
  const people = await yearsIn(documents, org, opened);
  const units = new Set<string>();
  for (const { person, known } of people) {
    const year = yearOf(known);
    await again(personYearRef(org, person, year), async () => {
      for (const unit of await rebuildPersonYear(documents, org, { person, year, known }, settings))
        units.add(`${year} ${unit}`);
    });
  }
  const years = [...units].sort().map((both) => both.split(' ') as [string, string]);
  for (const [year, unit] of years)
    await again(unitYearRef(org, unit, year), () => rebuildUnitYear(documents, org, unit, year));
  return { unitMonths: months.length, personYears: people.length, unitYears: years.length };
}

async function unitMonthsIn(
  documents: Documents,
  org: string,
  months: readonly Month[],
): Promise<{ unit: string; month: Month }[]> {
  const found: { unit: string; month: Month }[] = [];
  for (const month of months) {
    const sheets = await documents.find(collectionOf(org, 'sheets'), [['month', month]]);
    const units = new Set(sheets.map(({ data }) => data.unit));
    found.push(...[...units].sort().map((unit) => ({ unit, month })));
  }
  return found;
}

/** Whose year holds a published month, with the last such month. */
async function yearsIn(
  documents: Documents,
  org: string,
  months: readonly Month[],
): Promise<{ person: string; known: Month }[]> {
  const last = new Map<string, { person: string; known: Month }>();
  for (const month of months)
    for (const { data } of await documents.find(collectionOf(org, 'results'), [['month', month]]))
      last.set(`${data.person} ${yearOf(month)}`, { person: data.person, known: month });
  return [...last.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
}
