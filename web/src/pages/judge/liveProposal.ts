// The system's proposal as the evaluator's points and verdicts stand now, before any function has seen them.
import { levelOf, type FindingFacts } from '../../../../functions/src/domain/level.ts';
import type { Moment } from '../../../../functions/src/domain/moment.ts';
import { bandOf, totalScore } from '../../../../functions/src/domain/rating.ts';
import type { Settings } from '../../../../functions/src/domain/settings.ts';
import { applyVerdict } from '../../../../functions/src/domain/settling.ts';
import type { Scores } from '../../../../functions/src/domain/scoringPoints.ts';
import type { Bands } from '../../../../functions/src/domain/templates.ts';
import type { Level, Month, Rating, Verdict } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Finding, TraceStep } from './types.ts';

export interface Live {
  score: number;
  rating: Rating | null;
  level: Level | null;
  steps: TraceStep[];
}

const severity: Record<Level, number> = { good: 0, fair: 1, poor: 2 };
const worse = (a: Level, b: Level): Level => (severity[a] >= severity[b] ? a : b);

interface Given {
  assessment: Pick<Assessment, 'proposal'>;
  /** Of the template that the sheet was opened with. */
  bands: Bands;
  findings: readonly { id: string; data: Finding }[];
  verdicts: Readonly<Record<string, Verdict>>;
  scores: Scores;
  month: Month;
  at: Moment;
  close: Moment;
  settings: Pick<Settings, 'selfRemedyIsGood' | 'onScheduleIsFair'>;
}

function factsOf(
  { findings, month }: Given,
  verdictOf: (id: string) => Verdict | undefined,
  at: Moment,
): FindingFacts[] {
  return findings.flatMap(({ id, data }) => {
    const counts = data.countsIn ?? data.month;
    const carried = counts < month && (data.state === 'confirmed' || data.carriedTo === month);
    if (counts !== month && !carried) return [];
    const verdict = data.state === 'suspected' ? verdictOf(id) : undefined;
    const settled = verdict ? applyVerdict(data, verdict, { at, due: data.due }) : data;
    const { state, remedyState, remedyReportedAt, due, notifiedAt } = settled;
    return [
      {
        id,
        codes: data.codes,
        source: data.source,
        state,
        remedyState,
        remedyReportedAt,
        due,
        notifiedAt,
        carried,
        excuse: null,
        harm: '',
        // Absent in findings from before there was an extension.
        firstDue: (data as Partial<Finding>).firstDue ?? null,
      },
    ];
  });
}

/**
 * The rating follows the points unless the rules proposed another one (a filing that is missing); the level follows the
 * verdicts, and stays worse where the filing made it worse.
 */
export function liveProposal(given: Given): Live {
  const { assessment, scores, verdicts, at, bands } = given;
  const { proposal } = assessment;
  const score = totalScore(scores.score1, scores.score21, scores.score22);
  const byScore = proposal.score !== null && proposal.rating === bandOf(proposal.score, bands);
  const before = levelOf(
    factsOf(given, () => undefined, at),
    given,
  );
  const after = levelOf(
    factsOf(given, (id) => verdicts[id], at),
    given,
  );
  const filingLevel =
    proposal.level !== null && severity[proposal.level] > severity[before.level] ? proposal.level : null;
  return {
    score,
    rating: proposal.unrated
      ? null
      : byScore || proposal.rating === null
        ? bandOf(score, bands)
        : proposal.rating,
    level: proposal.unrated ? null : filingLevel ? worse(after.level, filingLevel) : after.level,
    steps: after.steps,
  };
}
