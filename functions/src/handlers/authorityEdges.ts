// Shows who evaluates whom, unit by unit, to those who may not read sheets: as frozen at the opening and corrected since.
import { nameIn } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import type { AuthorityEdge, UnitAuthorities } from '../schema/authorities.ts';
import { authoritiesRef, collectionOf, type Ref } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { converge, convergeOrCreate } from './converge.ts';
import { known, type Opening } from './opening.ts';
import type { Documents } from './ports.ts';

type Places = Pick<Opening, 'people' | 'units'>;
type FrozenOnSheet = Pick<
  Sheet,
  | ('person' | 'personName' | 'post' | 'tier' | 'row' | 'clause' | 'headcount' | 'evaluator' | 'decider')
  | ('head' | 'consulted' | 'onRequest' | 'proposers' | 'unit' | 'month')
>;

function edgeOf(sheet: FrozenOnSheet, corrected: string | null): AuthorityEdge {
  const { personName, post, tier, row, clause, headcount } = sheet;
  const { evaluator, decider, head, consulted, onRequest, proposers } = sheet;
  return {
    ...{ name: personName, post, tier, row, clause, headcount },
    ...{ evaluator, decider, head, consulted, onRequest, proposers, corrected },
  };
}

const namedBy = ({ evaluator, decider, head, consulted, onRequest, proposers }: AuthorityEdge): string[] =>
  [evaluator, decider, head, ...consulted, ...onRequest, ...proposers].filter((id) => id !== null);

/** Names of everyone whom a row names; somebody who is no longer among the people keeps the name known before. */
function namesOf(rows: readonly AuthorityEdge[], { people }: Places, before: Record<string, string> = {}) {
  const ids = [...new Set(rows.flatMap(namedBy))].sort();
  return Object.fromEntries(ids.map((id) => [id, nameIn(people, id) ?? before[id] ?? id]));
}

function unitEdges(
  unit: string,
  month: Month,
  rows: Record<string, AuthorityEdge>,
  places: Places,
): UnitAuthorities {
  const { name, parent, block } = known(places.units, unit);
  return { unit, unitName: name, parent, block, month, rows, names: namesOf(Object.values(rows), places) };
}

/** One document per unit, as the month opens. */
export function authoritiesOf(
  org: string,
  month: Month,
  sheets: readonly FrozenOnSheet[],
  places: Places,
): { ref: Ref<UnitAuthorities>; data: UnitAuthorities }[] {
  const units = [...new Set(sheets.map(({ unit }) => unit))].sort();
  return units.map((unit) => {
    const inUnit = sheets.filter((sheet) => sheet.unit === unit);
    const rows = Object.fromEntries(inUnit.map((sheet) => [sheet.person, edgeOf(sheet, null)]));
    return { ref: authoritiesRef(org, unit, month), data: unitEdges(unit, month, rows, places) };
  });
}

/** The person's row follows the sheet; `corrected` is the reason of the act that changed it, null for a sheet opened late. */
export async function writeEdge(
  documents: Documents,
  org: string,
  sheet: FrozenOnSheet,
  corrected: string | null,
  places: Places,
): Promise<void> {
  const { unit, month, person } = sheet;
  const edge = edgeOf(sheet, corrected);
  await convergeOrCreate(documents, authoritiesRef(org, unit, month), async (current) => {
    if (!current) return { create: unitEdges(unit, month, { [person]: edge }, places) };
    const rows = { ...current.data.rows, [person]: edge };
    return { patch: { rows, names: namesOf(Object.values(rows), places, current.data.names) } };
  });
}

/** Who was moved to another unit has no row in the old one. */
export async function removeEdge(
  documents: Documents,
  org: string,
  { unit, month, person }: Pick<FrozenOnSheet, 'unit' | 'month' | 'person'>,
  places: Places,
): Promise<void> {
  await converge(documents, authoritiesRef(org, unit, month), ({ data }) => {
    if (!(person in data.rows)) return null;
    const { [person]: _, ...rows } = data.rows;
    return { rows, names: namesOf(Object.values(rows), places, data.names) };
  });
}

/** People and units of a month, counted anew from its edges. */
export async function countedInMonth(documents: Documents, org: string, month: Month) {
  const all = await documents.find(collectionOf(org, 'authorities'), [['month', month]]);
  const filled = all.filter(({ data }) => Object.keys(data.rows).length > 0);
  return {
    units: filled.map(({ data }) => data.unit).sort(),
    people: filled.reduce((sum, { data }) => sum + Object.keys(data.rows).length, 0),
  };
}
