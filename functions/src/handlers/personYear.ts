// Rebuilds one person's year from its results and the year's decision: derived, so it can be deleted and built again to the same bytes.
import { isDeepStrictEqual } from 'node:util';
import type { Moment } from '../domain/moment.ts';
import type { YearSettings } from '../domain/settings.ts';
import { isNobody } from '../domain/vacant.ts';
import { yearBasisText } from '../domain/yearBasis.ts';
import { yearDecisionStep, type YearDecision } from '../domain/yearDecision.ts';
import { personYearRef, yearAssessmentRef } from '../schema/refs.ts';
import type { EarlierYear, PersonYear, YearAssessment, YearPublication } from '../schema/year.ts';
import { convergeOrCreate } from './converge.ts';
import type { Documents } from './ports.ts';
import { followYearCases } from './replacementCases.ts';
import { publicationsOf } from './yearPublications.ts';
import {
  factsOf,
  outcomeOf,
  versionsOf,
  yearSources,
  type PersonOfYear,
  type YearSources,
} from './yearSources.ts';

/**
 * Months that are decided and not published are left out, running month included: the person reads this document, and
 * nobody is told a decision before its day (S3 II.6.5). Whoever judges sees such months in the unit's month, and the
 * decider in `yearAssessments`. Returns the units of the year.
 */
export async function rebuildPersonYear(
  documents: Documents,
  org: string,
  whose: PersonOfYear,
  settings: YearSettings,
): Promise<string[]> {
  const { person, year } = whose;
  let units: string[] = [];
  await convergeOrCreate(documents, personYearRef(org, person, year), async (current) => {
    const sources = await yearSources(documents, org, whose, settings);
    if (!sources) return { patch: null };
    const decision = sources.results.has(`${year}-12`)
      ? await documents.get(yearAssessmentRef(org, person, year))
      : null;
    const built = personYearOf(sources, decision?.data ?? null);
    ({ units } = built);
    // The cases first: a kill before the year is written repeats both.
    const at = lastPublished(sources);
    if (at !== null)
      await followYearCases(documents, org, {
        ...{ before: current?.data ?? null, built, sheet: sources.newest, at },
      });
    return current ? { patch: built } : { create: built };
  });
  return units;
}

const lastPublished = ({ results }: YearSources): Moment | null =>
  [...results.values()]
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1) ?? null;

function personYearOf(sources: YearSources, decision: YearAssessment | null): PersonYear {
  const { person, year, cells, newest, results } = sources;
  const { personName, post, category, unit, unitName, block, evaluator, decider, head, isHead } = newest;
  const { counts, proposal, trace } = outcomeOf(sources, cells);
  const decided = decidedOf(decision, sources);
  const standing = decision && publicationsOf(decision).at(-1);
  const published = standing ? decisionOf(standing) : null;
  const units = [...results.values()].map((result) => result.unit);
  return {
    ...{ person, personName, post, category, unit, unitName, block, year },
    units: [...new Set([...units, unit])].sort(),
    readers: [...new Set([person, evaluator, decider])].filter((id) => !isNobody(id)).sort(),
    ...{ evaluator, decider, head, isHead },
    ...{ cells, counts, proposal },
    trace: published ? [...trace, yearDecisionStep(published, proposal.rating)] : trace,
    versions: versionsOf(cells),
    decided,
    earlier: decision ? publicationsOf(decision).slice(0, -1).map(toldOf) : [],
    basis: yearBasisText(factsOf(sources, cells), published),
  };
}

/** The version that stands: also while it is taken up again, until the next one takes its place. */
function decidedOf(decision: YearAssessment | null, { cells }: YearSources): PersonYear['decided'] {
  const standing = decision && publicationsOf(decision).at(-1);
  if (!standing) return null;
  return { ...toldOf(standing), outdated: !isDeepStrictEqual(standing.versions, versionsOf(cells)) };
}

function toldOf(one: YearPublication): EarlierYear {
  const { rating, reason, decidedBy, participants, decidedAt, publishedAt, version, reopened } = one;
  return { rating, reason, decidedBy, participants, decidedAt, publishedAt, version, reopened };
}

const decisionOf = ({ clause, rating, reason, decidedBy, participants }: YearPublication): YearDecision => ({
  ...{ clause, rating, reason, decidedBy, participants },
});
