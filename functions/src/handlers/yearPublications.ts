// The published versions of a year's decision: kept one by one, so that a year is reopened and decided anew and never edited (domain.md section 8).
import type { YearAssessment, YearPublication } from '../schema/year.ts';

/** Oldest first; the last one stands. */
export function publicationsOf(year: YearAssessment): YearPublication[] {
  const { publications, publishedAt, log } = year;
  if (publications.length > 0 || publishedAt === null) return publications;
  // Published before versions were kept: nothing but the reason of a reopening can have changed since.
  const reason = log.findLast(({ what }) => what === 'decided')?.reason ?? '';
  return [publicationOf({ ...year, dReason: reason }, publishedAt)];
}

export function publicationOf(
  year: YearAssessment,
  publishedAt: YearPublication['publishedAt'],
): YearPublication {
  const { dRating, dReason, decidedBy, deciderName, participants, decidedAt, version, clause } = year;
  const { counts, proposal, trace, versions, basis } = year;
  return {
    ...{ rating: dRating, reason: dReason, decidedBy: decidedBy ?? deciderName, participants },
    ...{ decidedAt, publishedAt, version, clause, reopened: null },
    ...{ counts, proposal, trace, versions, basis },
  };
}

/** True iff the decision that stands published is the one made last: taking it back is reopening it. */
export const isStanding = (year: YearAssessment): boolean =>
  publicationsOf(year).at(-1)?.version === year.version;

/** The standing version says who took it up again, and why; it stays what it is otherwise. */
export function reopened(
  year: YearAssessment,
  by: NonNullable<YearPublication['reopened']>,
): YearPublication[] {
  return publicationsOf(year).map((one, i, all) => (i === all.length - 1 ? { ...one, reopened: by } : one));
}
