// Rebuilds the year of a unit from the years of the people who are in it now: derived, like the unit's month.
import { whatOneMoreWouldDo } from '../domain/yearAhead.ts';
import { settingsIn } from '../domain/yearBasis.ts';
import { isNobody } from '../domain/vacant.ts';
import { ratings } from '../domain/words.ts';
import { collectionOf, unitYearRef } from '../schema/refs.ts';
import { maxYearRows, type PersonYear, type UnitYear, type UnitYearRow } from '../schema/year.ts';
import { convergeOrCreate } from './converge.ts';
import type { Documents } from './ports.ts';

export async function rebuildUnitYear(
  documents: Documents,
  org: string,
  unit: string,
  year: string,
): Promise<void> {
  await convergeOrCreate(documents, unitYearRef(org, unit, year), async (current) => {
    const found = await documents.find(collectionOf(org, 'personYears'), [
      ['unit', unit],
      ['year', year],
    ]);
    const people = found.map(({ data }) => data);
    if (people.length > maxYearRows)
      throw new Error(`${people.length} people of ${unit} in ${year}; its year holds ${maxYearRows}`);
    const [first] = people;
    // Everybody went to other units: nobody of it may go on reading the rows of before.
    if (!first) return { patch: { rows: {}, readers: [], totals: totalsOf([]) } };
    const built = unitYearOf(first, people);
    return current ? { patch: built } : { create: built };
  });
}

function unitYearOf({ unit, unitName, block, year }: PersonYear, people: readonly PersonYear[]): UnitYear {
  const rows = Object.fromEntries(people.map((one) => [one.person, rowOf(one)]));
  return {
    ...{ unit, unitName, block, year },
    readers: readersOf(people),
    rows,
    totals: totalsOf(Object.values(rows)),
  };
}

/** As of the unit's month: head, who decides in the unit, and who evaluates and decides its head. */
function readersOf(people: readonly PersonYear[]): string[] {
  const all = people.flatMap(({ person, head, evaluator, decider, isHead }) => [
    decider,
    ...(head === null ? [] : [head]),
    ...(isHead ? [person, evaluator] : []),
  ]);
  return [...new Set(all)].filter((id) => !isNobody(id)).sort();
}

function rowOf(year: PersonYear): UnitYearRow {
  const { personName, post, unit, cells, counts, proposal, decided } = year;
  const shown = Object.entries(cells).filter(([, { state }]) => state === 'published');
  return {
    name: personName,
    post,
    cells: Object.fromEntries(
      shown.map(([month, { rating, level, score, unrated, unit: then, unitName }]) => [
        month,
        { rating, level, score, unrated, elsewhere: then === unit ? null : unitName },
      ]),
    ),
    owed: Object.keys(cells)
      .filter((month) => cells[month]?.state === 'missing')
      .sort(),
    counts,
    ahead: aheadOf(year),
    ...{ rating: proposal.rating, mean: proposal.mean, cap: proposal.cap },
    fails: proposal.failures.map(({ rule }) => rule),
    replacement: proposal.replacement,
    openReading: proposal.openReading !== null,
    provisional: proposal.provisional,
    isDecided: decided !== null,
    decided: decided?.rating ?? null,
  };
}

/** By the settings that the year itself was proposed with. */
function aheadOf({ counts, decided, basis }: PersonYear): UnitYearRow['ahead'] {
  const settings = decided === null ? settingsIn(basis) : null;
  return settings === null
    ? []
    : whatOneMoreWouldDo(counts, settings).map(({ level, becomes }) => ({ level, becomes }));
}

function totalsOf(rows: readonly UnitYearRow[]): UnitYear['totals'] {
  const count = (test: (row: UnitYearRow) => boolean) => rows.filter(test).length;
  const byRating = { A: 0, B: 0, C: 0, D: 0 };
  for (const rating of ratings) byRating[rating] = count((row) => row.rating === rating);
  return {
    people: rows.length,
    ratings: byRating,
    decided: count((row) => row.isDecided),
    provisional: count((row) => row.provisional),
    capped: count((row) => row.cap !== null),
    failing: count((row) => row.fails.length > 0),
    replacements: count((row) => row.replacement),
    openReadings: count((row) => row.openReading),
  };
}
