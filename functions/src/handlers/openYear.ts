// Lays a person's year before who decided their December, follows what it is made from, and publishes it with December (domain.md section 8).
import { isDeepStrictEqual } from 'node:util';
import type { YearSettings } from '../domain/settings.ts';
import { totalScore } from '../domain/rating.ts';
import { yearBasisText } from '../domain/yearBasis.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Assessment } from '../schema/assessment.ts';
import { assessmentRef, refOf, yearAssessmentRef } from '../schema/refs.ts';
import type { YearAssessment } from '../schema/year.ts';
import { logged } from './audit.ts';
import { convergeOrCreate } from './converge.ts';
import { system } from './opening.ts';
import type { Documents, Ports } from './ports.ts';
import { isStanding, publicationOf, publicationsOf } from './yearPublications.ts';
import {
  factsOf,
  outcomeOf,
  versionsOf,
  yearSettings,
  yearSources,
  type PersonOfYear,
  type YearSources,
} from './yearSources.ts';

/** Somebody acted on an assessment; only December's is about the year, and no other month costs a read. */
export async function decemberWritten(ports: Ports, org: string, id: string): Promise<void> {
  if (!id.endsWith('-12')) return;
  const stored = await ports.documents.get(refOf(org, 'assessments', id));
  if (!stored) return;
  const { person, month } = stored.data;
  const settings = await yearSettings(ports.documents, org);
  await followDecember(ports, org, { person, year: month.slice(0, 4), known: month }, settings);
}

/**
 * Opened as soon as December is decided, because the report of the year is due before December is published everywhere;
 * held again where that decision is taken back. What is proposed follows the months until the year is published, and
 * from its reopening on.
 */
export async function followDecember(
  { documents, clock }: Ports,
  org: string,
  whose: PersonOfYear,
  settings: YearSettings,
): Promise<void> {
  const { person, year } = whose;
  const ref = yearAssessmentRef(org, person, year);
  await convergeOrCreate(documents, ref, async (current) => {
    const made = await madeOf(documents, org, whose, settings);
    if (!made) return { patch: null };
    const { december, sources, proposed } = made;
    if (!current) return proposed.held ? { patch: null } : { create: opened(december, year, proposed) };
    // What is published stays as it was decided; that a month is another one now is said beside it.
    if (current.data.state === 'published')
      return { patch: { outdated: !isDeepStrictEqual(current.data.versions, proposed.versions) } };
    const { actedAt, decidedAt } = current.data;
    // Taken up again a moment ago: whoever follows that act keeps what stood first, and brings this up to date.
    if (decidedAt !== null && isStanding(current.data)) return { patch: null };
    const acted = actedAt && (await clock.momentOf(actedAt.toMillis() as ServerTime));
    const wanted = { ...current.data, ...proposed };
    // An act that isn't followed yet is published by who follows it, so that its log comes first.
    const isFollowed = wanted.decidedAt !== null && wanted.decidedAt === acted;
    // Corrected before December is decided; afterwards whoever decided it decides the year, or who follows them.
    const judged = proposed.held ? authorityOf(december) : {};
    return {
      patch: isFollowed
        ? { ...proposed, ...published(ref.path, wanted, sources) }
        : { ...proposed, ...judged },
    };
  });
}

/** What is proposed now, and from what; null where December was never laid before anybody. */
export async function madeOf(
  documents: Documents,
  org: string,
  whose: PersonOfYear,
  settings: YearSettings,
): Promise<{ december: Assessment; sources: YearSources; proposed: Proposed } | null> {
  const december = await documents.get(assessmentRef(org, whose.person, `${whose.year}-12`));
  const sources = december && (await yearSources(documents, org, whose, settings));
  return sources && { december: december.data, sources, proposed: proposedFrom(sources, december.data) };
}

type Proposed = Pick<YearAssessment, 'held' | 'proposal' | 'counts' | 'trace' | 'versions' | 'basis'>;

/** December counts as provisional from its decision on: the decider of the year is the one who decided it. */
function proposedFrom(sources: YearSources, december: Assessment): Proposed {
  const key = december.month;
  const settled = december.state === 'decided' || december.state === 'unrated';
  const isPublished = sources.results.has(key);
  const cells = isPublished || !settled ? sources.cells : { ...sources.cells, [key]: provisional(december) };
  const { proposal, counts, trace } = outcomeOf(sources, cells);
  const basis = yearBasisText(factsOf(sources, cells), null);
  return { held: !isPublished && !settled, proposal, counts, trace, versions: versionsOf(cells), basis };
}

function provisional(december: Assessment): YearSources['cells'][string] {
  const { state, dRating, dLevel, dScore1, dScore21, dScore22, version, unit, unitName } = december;
  const unrated = state === 'unrated';
  return {
    state: 'provisional',
    rating: unrated ? null : dRating,
    level: unrated ? null : dLevel,
    score: unrated ? null : totalScore(dScore1, dScore21, dScore22),
    unrated,
    // As the result will be numbered.
    version: Math.max(1, version),
    ...{ unit, unitName },
  };
}

function opened(december: Assessment, year: string, proposed: Proposed): YearAssessment {
  const { person, personName, category } = december;
  return {
    ...{ person, personName, category, year },
    ...authorityOf(december),
    ...proposed,
    ...{ decidedBy: null, decidedAt: null, publishedAt: null, version: 0, log: [] },
    ...{ publications: [], outdated: false },
    ...{ dRating: null, dReason: '', participants: '' },
    ...{ state: 'waiting', rev: 0, actor: null, actedFor: null, actedAt: null },
  };
}

function authorityOf({ post, unit, unitName, block, tier, row, clause, ...december }: Assessment) {
  const { evaluator, evaluatorName, decider, deciderName, head } = december;
  return {
    ...{ post, unit, unitName, block, tier, row, clause },
    ...{ evaluator, evaluatorName, decider, deciderName, head },
  };
}

/** A decided year is published with December, or when it is decided where December is published already. */
export function published(
  path: string,
  year: YearAssessment,
  { results, year: key }: YearSources,
): Partial<YearAssessment> {
  const december = results.get(`${key}-12`);
  if (!december || year.state !== 'decided' || year.decidedAt === null) return {};
  const at = later(year.decidedAt, december.publishedAt);
  const act = {
    at,
    who: system,
    forWhom: null,
    what: 'publish',
    before: year.state,
    after: `v${year.version}`,
  };
  return {
    ...{ state: 'published', publishedAt: at, log: logged(path, year.log, act) },
    publications: [...publicationsOf(year), publicationOf(year, at)],
  };
}

const later = (a: Moment, b: Moment): Moment => (a > b ? a : b);
