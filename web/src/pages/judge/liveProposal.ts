// The system's proposal as the evaluator's points and verdicts stand now: the rules run again on the facts that the functions kept.
import { calendarWith } from '../../../../functions/src/domain/calendar.ts';
import type { FindingFacts } from '../../../../functions/src/domain/level.ts';
import { stoppedClock } from '../../../../functions/src/domain/missing.ts';
import type { Moment } from '../../../../functions/src/domain/moment.ts';
import { proposeMonth, type MonthFacts } from '../../../../functions/src/domain/proposal.ts';
import { bandOf, totalScore } from '../../../../functions/src/domain/rating.ts';
import { applyVerdict, judgedUnder } from '../../../../functions/src/domain/settling.ts';
import type { Scores } from '../../../../functions/src/domain/scoringPoints.ts';
import type { Bands } from '../../../../functions/src/domain/templates.ts';
import type { CivilDate, Level, Month, Rating, Verdict } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Finding, TraceStep } from './types.ts';

export interface Live {
  score: number;
  rating: Rating | null;
  level: Level | null;
  /** The rules leave the month unrated. */
  unrated: boolean;
  /** Findings of earlier months that count here: the evaluator says what their remedy does to the score (S3 II.6.5). */
  carried: number;
  steps: readonly TraceStep[];
}

interface Given {
  assessment: Pick<Assessment, 'proposal'>;
  /** Of the template that the sheet was opened with. */
  bands: Bands;
  findings: readonly { id: string; data: Finding }[];
  verdicts: Readonly<Record<string, Verdict>>;
  /** Dates of remedy that the evaluator writes. */
  dues: Readonly<Record<string, CivilDate | null>>;
  scores: Scores;
  month: Month;
  at: Moment;
}

/** What would be proposed if the act were done at `at`: same rules, same facts as the functions have. */
export function liveProposal(given: Given): Live {
  const { proposal } = given.assessment;
  const { score1, score21, score22 } = given.scores;
  const score = totalScore(score1, score21, score22);
  const facts = keptFacts(proposal);
  if (facts === null) {
    // Proposed before facts were kept: nothing to run again.
    const { rating, level, unrated, trace } = proposal;
    const band = unrated ? null : (rating ?? bandOf(score, given.bands));
    return { score, rating: band, level, unrated, carried: 0, steps: trace };
  }
  const findings = findingsOf(given, facts);
  const live = proposeMonth({ ...facts, evaluator: given.scores, findings });
  const { rating, level, unrated, trace: steps } = live;
  return { score, rating, level, unrated, carried: findings.filter((one) => one.carried).length, steps };
}

function keptFacts({ facts }: Partial<Pick<Assessment['proposal'], 'facts'>>): MonthFacts | null {
  return facts ? (JSON.parse(facts) as MonthFacts) : null;
}

/** Server fields that a document lacks until a function has something to say in them. */
const unset = {
  ...{ notifiedAt: null, remedyReportedAt: null, countsIn: null, carriedTo: null, due: null, firstDue: null },
};

/** The documents as they stand, with the verdicts of the draft; harm as the functions found it. */
function findingsOf(given: Given, facts: MonthFacts): FindingFacts[] {
  const { findings: known, noticeUntil } = facts;
  const { month, at, verdicts, dues } = given;
  const clock = facts.clock && {
    ...{ absences: facts.clock.absences, calendar: calendarWith(facts.clock.lines) },
    ...{ settings: facts.settings, month, close: facts.close },
  };
  const knownOf = new Map(known.map((one) => [one.id, one]));
  const shown = new Set(given.findings.map(({ id }) => id));
  // Another authority's, which who judges now doesn't read: as the functions have it.
  const others = known.filter(({ id }) => !shown.has(id));
  const own = given.findings.flatMap(({ id, data: read }) => {
    const data = { ...unset, ...read };
    const before = knownOf.get(id);
    const verdict = data.state === 'suspected' ? verdicts[id] : undefined;
    const due = dues[judgedUnder(id, data, month)] ?? data.due;
    const {
      state,
      remedyState,
      remedyReportedAt,
      notifiedAt,
      due: settledDue,
    } = verdict ? applyVerdict(data, verdict, { at, due }) : data;
    const isNewlyTold = data.notifiedAt === null && notifiedAt !== null;
    // Told too late for this month: it counts in the next one (domain.md section 2).
    if (isNewlyTold && noticeUntil !== undefined && at >= noticeUntil) return [];
    const counted = data.countsIn ?? (isNewlyTold || state === 'suspected' ? month : data.month);
    const carried =
      before?.carried ?? (counted < month && (data.state === 'confirmed' || data.carriedTo === month));
    if (!before && counted !== month && !carried) return [];
    return [
      {
        ...{ id, codes: data.codes, source: data.source, state, remedyState, remedyReportedAt },
        ...{ due: settledDue, notifiedAt, carried },
        excuse: clock ? stoppedClock({ notifiedAt, due: settledDue }, clock) : (before?.excuse ?? null),
        harm: before?.harm ?? '',
        firstDue: data.firstDue,
      },
    ];
  });
  return [...others, ...own];
}
