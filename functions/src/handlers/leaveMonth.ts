// Takes somebody who has left out of one open month: whoever follows judges and files, or the month names the gap.
import { aggregators } from '../domain/authority.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { vacant, vacantName } from '../domain/vacant.ts';
import { blocks, type Block, type Month } from '../domain/words.ts';
import type { AuthorityEdge } from '../schema/authorities.ts';
import {
  assessmentRef,
  collectionOf,
  cycleRef,
  refOf,
  runRef,
  sheetRef,
  unitSheetRef,
} from '../schema/refs.ts';
import { converge } from './converge.ts';
import { onFigures } from './copyAuthority.ts';
import { headedBy, headOn } from './headedUnits.ts';
import { forgetJudge } from './judgedBy.ts';
import type { Leaver } from './leaving.ts';
import { markUnit } from './markUnit.ts';
import { system } from './opening.ts';
import type { LoadedOrganisation, Loading } from './organisationAt.ts';
import type { Documents, Ports } from './ports.ts';
import { resolveAgain, type Resolving } from './resolveAgain.ts';
import { refreshUnitRating } from './unitRating.ts';

export async function leaveMonth(
  ports: Ports,
  org: string,
  month: Month,
  leaver: Leaver,
  loaded: Loading,
): Promise<void> {
  // Readers of the month's figures first: what is resolved again copies them.
  await leaveAggregation(ports.documents, org, month, leaver, loaded);
  for (const person of await judgedIn(ports.documents, org, month, leaver))
    await judgedAgain(ports, org, month, person, leaver, await loaded());
  await leaveUnits(ports, org, month, leaver, loaded);
}

/** Whom the month's edges name them for; and whom this leaving changed already, so that a replay completes them. */
async function judgedIn(documents: Documents, org: string, month: Month, { id, reason }: Leaver) {
  const units = await documents.find(collectionOf(org, 'authorities'), [['month', month]]);
  const names = ({ evaluator, decider, head, consulted, onRequest, proposers, corrected }: AuthorityEdge) =>
    [evaluator, decider, head, ...consulted, ...onRequest, ...proposers].includes(id) || corrected === reason;
  return units
    .flatMap(({ data }) => Object.entries(data.rows))
    .filter(([person, edge]) => person !== id && names(edge))
    .map(([person]) => person)
    .sort();
}

async function judgedAgain(
  ports: Ports,
  org: string,
  month: Month,
  person: string,
  { id, at, reason }: Leaver,
  loaded: LoadedOrganisation,
): Promise<void> {
  const resolving = { loaded, at, day: civilDateOf(at), by: system, reason };
  const again = (wanted: Resolving['wanted']) =>
    resolveAgain(ports, org, person, month, { ...resolving, wanted });
  const followed = await again({ how: 'instead', of: id });
  if (followed.outcome === 'gap') {
    await again({ how: 'vacated', of: id });
    await nameGap(ports.documents, org, month, person, followed.reason);
  }
  // Decided or published: it stands, and who left reads it no more.
  if (followed.outcome === 'refused') await forgetJudge(ports.documents, org, person, id);
}

/** The month names whose seat is vacant until the clerk corrects it; `reason` says why nobody follows, null what was said before. */
export async function nameGap(
  documents: Documents,
  org: string,
  month: Month,
  person: string,
  reason: string | null,
): Promise<void> {
  await converge(documents, cycleRef(org, month), async ({ data }) => {
    const sheet = await documents.get(sheetRef(org, person, month));
    const isVacant = sheet !== null && [sheet.data.evaluator, sheet.data.decider].includes(vacant);
    const settled = isVacant && (await isDecided(documents, org, person, month));
    const own = `${person}: `;
    const others = data.gaps.filter((gap) => !gap.startsWith(own));
    if (!isVacant || settled) return { gaps: others };
    const said = data.gaps.find((gap) => gap.startsWith(own)) ?? `${own}${vacantName}`;
    return { gaps: [...others, reason === null ? said : `${own}${reason}`].sort() };
  });
}

async function isDecided(documents: Documents, org: string, person: string, month: Month): Promise<boolean> {
  const assessment = await documents.get(assessmentRef(org, person, month));
  return assessment !== null && (assessment.data.frozen || assessment.data.state === 'decided');
}

/** Heads of the aggregating units read the run of the 28th and the figures of their block. */
async function leaveAggregation(
  documents: Documents,
  org: string,
  month: Month,
  { id, at }: Leaver,
  loaded: Loading,
): Promise<void> {
  const cycle = await documents.get(cycleRef(org, month));
  const figures = await documents.find(collectionOf(org, 'figures'), [['month', month]]);
  const reads = figures.filter(({ data }) => data.readers.includes(id));
  if (!cycle?.data.aggregators.includes(id) && reads.length === 0) return;
  const { document, organisation } = await loaded();
  const next = (block: Block) =>
    aggregators(profileOf(document.profile), organisation, block, civilDateOf(at));
  const instead = (readers: readonly string[], of: readonly Block[]) =>
    [...new Set([...readers.filter((one) => one !== id), ...of.flatMap(next)])].sort();
  for (const one of reads)
    await converge(documents, refOf(org, 'figures', one.id), ({ data }) => ({
      readers: instead(data.readers, [data.block]),
    }));
  await converge(documents, runRef(org, month), ({ data }) =>
    data.readers.includes(id) ? { readers: instead(data.readers, blocks) } : null,
  );
  await converge(documents, cycleRef(org, month), ({ data }) =>
    data.aggregators.includes(id) ? { aggregators: instead(data.aggregators, blocks) } : null,
  );
}

/** Whoever heads a unit of theirs now files for it; where nobody does, nobody files until the clerk has seen to it. */
async function leaveUnits(
  ports: Ports,
  org: string,
  month: Month,
  { id, at }: Leaver,
  loaded: Loading,
): Promise<void> {
  const { documents } = ports;
  for (const { data } of await headedBy(documents, org, id, month)) {
    const { head, above } = headOn(await loaded(), data.unit, civilDateOf(at));
    const cycle = await documents.get(cycleRef(org, month));
    // First: once the unit's sheet names another, a replay doesn't come here.
    if (above !== null && cycle)
      await onFigures(documents, org, data, cycle.data, {
        ...{ headEvaluator: above.evaluator, headDecider: above.decider },
      });
    await converge(documents, unitSheetRef(org, data.unit, month), (now) => {
      if (now.data.head !== id) return null;
      if (above === null) return { head: head ?? vacant };
      return { head: above.person, headEvaluator: above.evaluator, headDecider: above.decider };
    });
    // Whoever left rates it no more, though their token lives a while.
    await refreshUnitRating(documents, org, data.unit, month);
    await markUnit(ports, org, data.unit, month);
  }
}
