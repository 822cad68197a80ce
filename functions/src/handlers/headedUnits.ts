// Who files the plan and report of which unit: how unit sheets follow when somebody heads one more, one less, or is judged by others.
import { isDeepStrictEqual } from 'node:util';
import { headOf, resolveAuthorities } from '../domain/authority.ts';
import type { Authority } from '../domain/authorityTypes.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import { collectionOf, unitSheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitSheet } from '../schema/unit.ts';
import { converge } from './converge.ts';
import { onFigures } from './copyAuthority.ts';
import { markUnit } from './markUnit.ts';
import { movePlans } from './openedUnitPlans.ts';
import { unitSheetsOf } from './openedUnits.ts';
import type { Opening } from './opening.ts';
import type { LoadedOrganisation } from './organisationAt.ts';
import type { Documents, Ports, Stored } from './ports.ts';

/** The sheets of all units that the person files for in the month: a post beside the one of their own sheet may head one, too. */
export async function headedBy(
  documents: Documents,
  org: string,
  person: string,
  month: Month,
): Promise<Stored<UnitSheet>[]> {
  return await documents.find(collectionOf(org, 'unitSheets'), [
    ['head', person],
    ['month', month],
  ]);
}

/** Whoever heads the unit on the day, with who judges them; `above` is null where no authority over them is known. */
export function headOn(
  { document, organisation }: LoadedOrganisation,
  unit: string,
  day: CivilDate,
): { head: string | null; above: Authority | null } {
  const profile = profileOf(document.profile);
  const head = headOf(profile, organisation, unit, day);
  if (head === null) return { head, above: null };
  const { authorities } = resolveAuthorities(profile, organisation, document.settings, day, head);
  return { head, above: authorities.get(head) ?? null };
}

/** What a correction says of the units that somebody heads from now on, as of the day. */
export interface Heading {
  headsUnits: readonly string[];
  day: CivilDate;
}

type Named = Pick<UnitSheet, 'head' | 'headEvaluator' | 'headDecider'>;
export interface HeadMove {
  unit: string;
  named: Named;
}

/**
 * What isn't so yet: the person files for all of `headsUnits`, and a unit that they head no more goes to whoever heads it now;
 * where nobody does, it stays with who headed it when the month opened.
 */
export async function headMoves(
  documents: Documents,
  opening: Opening,
  sheet: Sheet,
  { headsUnits, day }: Heading,
): Promise<HeadMove[]> {
  const { org, month } = opening;
  const { person: head, evaluator: headEvaluator, decider: headDecider } = sheet;
  const taken = headsUnits.map((unit) => ({ unit, named: { head, headEvaluator, headDecider } }));
  const found = await documents.getAll(taken.map(({ unit }) => unitSheetRef(org, unit, month)));
  const headed = await headedBy(documents, org, head, month);
  const left = headed.map(({ data }) => data.unit).filter((unit) => !headsUnits.includes(unit));
  return [
    ...taken.filter(({ named }, i) => !isDeepStrictEqual(namedOn(found[i]?.data), named)),
    ...left.flatMap((unit) => {
      const { above } = headOn(opening, unit, day);
      if (above === null || above.person === head) return [];
      return [{ unit, named: namedBy(above) }];
    }),
  ];
}

/** The moves made; a unit that nobody headed when the month opened gets its sheet now. */
export async function moveHeads(
  ports: Ports,
  opening: Opening,
  sheet: Sheet,
  cycle: Cycle,
  heading: Heading,
): Promise<void> {
  const { documents } = ports;
  const { org, month } = opening;
  const moves = await headMoves(documents, opening, sheet, heading);
  if (moves.length === 0) return;
  const mark = async () => {
    for (const { unit } of moves) await markUnit(ports, org, unit, month);
  };
  // Before and after: a replay finds the moves made, and knows them no more.
  await mark();
  await documents.createMissing(await unitSheetsOf(documents, opening));
  await movePlans(documents, opening, moves);
  for (const { unit, named } of moves) {
    await onFigures(documents, org, { unit, month }, cycle, named);
    await converge(documents, unitSheetRef(org, unit, month), () => named);
  }
  await mark();
}

const namedBy = ({ person, evaluator, decider }: Authority): Named => ({
  ...{ head: person, headEvaluator: evaluator, headDecider: decider },
});

function namedOn(sheet: UnitSheet | undefined): Named | null {
  if (sheet === undefined) return null;
  const { head, headEvaluator, headDecider } = sheet;
  return { head, headEvaluator, headDecider };
}
