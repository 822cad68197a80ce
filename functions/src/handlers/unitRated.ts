// A decider rated a unit or took that back: numbered, signed and entered in its log; published with the month, or after it where it came late.
import { onBehalf } from '../domain/delegation.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import { unitTrace } from '../domain/unitDecision.ts';
import type { UnitMonthFacts } from '../domain/unitMonth.ts';
import type { Month } from '../domain/words.ts';
import { collectionOf, unitRatingRef } from '../schema/refs.ts';
import type { OwnResult } from '../schema/unit.ts';
import type { PublishedUnit, UnitRating } from '../schema/unitRating.ts';
import { logged, outcomeText } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Documents, Ports } from './ports.ts';
import { publishAgain } from './publishLate.ts';
import { nameOf } from './standingOf.ts';
import { refreshUnitRating } from './unitRating.ts';

/** Every unit that the person heads in the month: the act on them came in one commit with the act on their head. */
export async function unitsOfHeadRated(ports: Ports, org: string, head: string, month: Month): Promise<void> {
  const headed = await ports.documents.find(collectionOf(org, 'unitRatings'), [
    ['head', head],
    ['month', month],
  ]);
  for (const { data } of headed) await unitRated(ports, org, data.unit, month);
}

/** Every night: an act that came without one on the head has no trigger of its own. */
export async function unitsRatedAlone(ports: Ports, org: string): Promise<void> {
  const acts = await ports.documents.find(collectionOf(org, 'unitRatings'), [['followed', false]]);
  for (const { data } of acts) await unitRated(ports, org, data.unit, data.month);
}

export async function unitRated(ports: Ports, org: string, unit: string, month: Month): Promise<void> {
  const ref = unitRatingRef(org, unit, month);
  const followed = await converge(ports.documents, ref, async ({ data }) => {
    if (data.followed || !data.actedAt) return null;
    const at = await ports.clock.momentOf(data.actedAt.toMillis() as ServerTime);
    return {
      ...(await outcomeOf(ports.documents, org, data, at)),
      followed: true,
      log: entered(ref.path, data, at),
    };
  });
  // Afterwards: what was published follows nothing until it is taken up again.
  await refreshUnitRating(ports.documents, org, unit, month);
  if (!followed || followed.data.state !== 'decided' || followed.data.frozen) return;
  await publishAgain(ports, org, { unit, month }, `unit/${followed.data.rev}`);
}

async function outcomeOf(
  documents: Documents,
  org: string,
  data: UnitRating,
  at: Moment,
): Promise<Partial<UnitRating>> {
  if (data.state === 'decided')
    return { version: data.version + 1, decidedAt: at, decidedBy: await signature(documents, org, data) };
  const reopened = data.frozen ? { at, by: data.deciderName, reason: data.dReason } : data.reopened;
  return { decidedAt: null, decidedBy: null, frozen: false, reopened };
}

/** Whoever decides may be somebody else since. */
async function signature(
  documents: Documents,
  org: string,
  { actor, actedFor }: UnitRating,
): Promise<string> {
  const giver = actedFor === null ? null : await nameOf(documents, org, actedFor);
  return onBehalf(await nameOf(documents, org, actor ?? ''), giver);
}

function entered(path: string, data: UnitRating, at: Moment) {
  const { state, dRating, dLevel, dReason: reason, actor, actedFor, rev, frozen, log } = data;
  const isDecided = state === 'decided';
  return logged(path, log, {
    ...{
      at,
      who: actor ?? '',
      forWhom: actedFor,
      what: isDecided ? 'decided' : frozen ? 'reopen' : 'waiting',
    },
    before: isDecided ? 'waiting' : frozen ? 'published' : 'decided',
    after: isDecided ? `${state} rev ${rev}: ${outcomeText(dRating, dLevel, null)}` : `${state} rev ${rev}`,
    reason,
  });
}

/** One write: the version, and that it stands. Nothing where the unit isn't decided, which publication passes over. */
export async function publishUnitRating(
  ports: Ports,
  org: string,
  unit: string,
  month: Month,
  at: Moment,
): Promise<void> {
  await unitRated(ports, org, unit, month);
  const ref = unitRatingRef(org, unit, month);
  await converge(ports.documents, ref, ({ data }) => {
    const version = data.frozen ? null : publishedOf(data, at);
    if (!version) return null;
    const { rating, level, publishedAt } = version;
    return {
      frozen: true,
      reopened: null,
      published: [...data.published, version],
      log: logged(ref.path, data.log, {
        ...{ at: publishedAt, who: system, forWhom: null, what: 'publish', before: data.state },
        after: `v${version.version}: ${outcomeText(rating, level, null)}`,
      }),
    };
  });
}

function publishedOf(data: UnitRating, at: Moment): PublishedUnit | null {
  const { state, followed, version, dRating: rating, dLevel: level, decidedAt, decidedBy } = data;
  if (state !== 'decided' || !followed || !rating || !level || decidedAt === null || decidedBy === null)
    return null;
  const { dReason: reason, aboveReason, headName, headRating, proposal } = data;
  const decision = { decidedBy, rating, level, reason, headName, headRating, aboveReason };
  const basis = { month: JSON.parse(proposal.facts) as UnitMonthFacts, decision };
  return {
    ...{ version, rating, level, reason, aboveReason, decidedBy, decidedAt },
    publishedAt: decidedAt > at ? decidedAt : at,
    trace: unitTrace(basis),
    basis: JSON.stringify(basis),
  };
}

/** What everybody in the unit reads of it: no reason and no findings (domain.md section 11). */
export function ownResultOf(rating: UnitRating | null): OwnResult {
  const last = rating?.published.at(-1);
  if (!last) return null;
  const { rating: given, level, decidedBy: decider, publishedAt, version } = last;
  return { rating: given, level, decider, publishedAt, version };
}
