// Where the edges of the page come from: the resolver over people and units, or the documents frozen at the opening.
import type { CivilDate, Month } from '../../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import { frozenEdges, liveEdges, type UnitEdges } from '../../data/edges.ts';
import { listDocuments, readOrganisation } from '../../data/firestore.ts';
import { profileOf, type Profile } from '../../data/profiles.ts';
import { readOrganisationNow } from '../../data/organisation.ts';
import type { Me } from '../../session.ts';

export interface Shown {
  units: UnitEdges[];
  /** The words of a row of the table. */
  wordsOf: (row: number) => string;
}

const wordsIn = (profile: Profile) => (row: number) =>
  [...profile.rows, profile.fallback].find((r) => r.row === row)?.text ?? '';

export async function readLive(me: Me, day: CivilDate): Promise<Shown> {
  const { profile, organisation, document } = await readOrganisationNow(me.org);
  return { units: liveEdges(profile, organisation, document.settings, day), wordsOf: wordsIn(profile) };
}

/** `blocks`: those that an aggregator reads; null for who reads them all. */
export async function readFrozen(me: Me, month: Month, blocks: readonly string[] | null): Promise<Shown> {
  const [organisation, ...found] = await Promise.all([
    readOrganisation(me.org),
    ...(blocks === null
      ? [listDocuments<UnitAuthorities>(me.org, 'authorities', { month })]
      : blocks.map((block) => listDocuments<UnitAuthorities>(me.org, 'authorities', { month, block }))),
  ]);
  if (!organisation) throw new Error(`no organisation ${me.org}`);
  return {
    units: frozenEdges(found.flat().map(({ data }) => data)),
    wordsOf: wordsIn(profileOf(organisation.profile)),
  };
}
