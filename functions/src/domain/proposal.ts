// What the system proposes for a month, and which reasons a decision needs where it differs (domain.md sections 3–5).
import { carriedWarnings, draggedOn } from './carriedOn.ts';
import type { SpecialDay } from './calendar.ts';
import { excuseLabels, levelLabels, ratingLabels, unratedLabel } from './labels.ts';
import { levelOf, type FindingFacts } from './level.ts';
import type { MonthAbsence } from './missing.ts';
import type { Moment } from './moment.ts';
import type { Absence } from './organisation.ts';
import { bandOf } from './rating.ts';
import { decimal, proposeScore, type ScoringFacts } from './scoring.ts';
import type { Settings } from './settings.ts';
import type { Bands, Template } from './templates.ts';
import { bySetting, inferred, step, type TraceStep } from './trace.ts';
import { filingOutcome, type FilingFacts } from './unfiled.ts';
import type { Level, Rating } from './words.ts';

/** Facts of a person-month: functions fill them from the documents, the browser from the sheet. */
export interface MonthFacts extends ScoringFacts {
  filing: FilingFacts;
  /** Those that count in this month, carried ones included, and those still suspected. */
  findings: readonly FindingFacts[];
  /** What `absenceOf` says of the month. */
  absence: MonthAbsence | null;
  /** The one the sheet is pinned to. */
  template: Template;
  /** Exclusive end of the deadline to decide. */
  close: Moment;
  /** Exclusive end of the time in which telling a person makes a finding count here; absent in facts of before it was kept. */
  noticeUntil?: Moment;
  /** By what the clock of findings stands still: of the person, and the organisation's own lines of the calendar. */
  clock?: { absences: readonly Absence[]; lines: readonly SpecialDay[] };
  settings: Pick<Settings, 'autoApplyMissing' | 'selfRemedyIsGood' | 'onScheduleIsFair' | 'unratedBelow'>;
}

/** Same shape as the assessment keeps. */
export interface Proposal {
  score: number | null;
  rating: Rating | null;
  level: Level | null;
  unrated: boolean;
  warnings: string[];
  trace: TraceStep[];
}

export function proposeMonth(facts: MonthFacts): Proposal {
  if (facts.absence?.unrated === true) return unratedProposal(facts.absence, facts.settings);
  const scored = proposeScore(facts, facts.template);
  const filing = filingOutcome(facts.filing, facts.settings);
  const { findings } = facts;
  const found = levelOf(findings, facts);
  const level = worseOf(found.level, filing.level);
  const dragged = draggedOn(findings, facts.close);
  const rating = filing.rating ?? dragged?.rating ?? scored.rating;
  return {
    score: scored.score,
    rating,
    level,
    unrated: false,
    warnings: [
      ...filing.warnings,
      ...scored.warnings,
      ...(dragged?.warnings ?? []),
      ...carriedWarnings(findings),
      ...silenceWarnings(facts),
      ...besideLevel(rating, level),
    ],
    trace: [
      ...scored.trace,
      ...found.steps,
      ...filing.steps,
      ...(filing.level === null ? [] : [worseStep(level)]),
      ...(dragged?.trace ?? []),
    ],
  };
}

function unratedProposal(absence: MonthAbsence, { unratedBelow }: MonthFacts['settings']): Proposal {
  const share = `${decimal(Math.round(unratedBelow * 1000) / 10)}%`;
  const rule = `Làm việc dưới ${share} số ngày làm việc của tháng do yếu tố khách quan: không xếp loại`;
  const facts = [excuseLabels[absence.excuse], `Làm việc ${absence.worked}/${absence.workingDays} ngày`];
  const trace = [
    step(bySetting, rule, facts, `${unratedLabel}; biểu hiện chưa khắc phục chuyển sang tháng sau`),
  ];
  return { score: null, rating: null, level: null, unrated: true, warnings: [], trace };
}

const severity: Record<Level, number> = { good: 0, fair: 1, poor: 2 };

function worseOf(level: Level, other: Level | null): Level {
  return other !== null && severity[other] > severity[level] ? other : level;
}

/** Findings and filing each gave a level: the trace ends with the one proposed. */
function worseStep(level: Level): TraceStep {
  const rule = 'Mức độ của tháng là mức nặng hơn giữa biểu hiện và việc nộp phiếu';
  return step(inferred, rule, [], `Đề xuất mức độ nhận diện: ${levelLabels[level]}`);
}

/** S3 II.2, "không nể nang, hình thức": tasks fall short and nobody names anything. It asks for a look, and blocks nothing. */
function silenceWarnings({ filing, tasks, findings }: MonthFacts): string[] {
  const short = tasks.total - tasks.done;
  if (!filing.filed || short === 0 || findings.length > 0) return [];
  return [
    `Có ${short} nhiệm vụ chậm hoặc chưa hoàn thành nhưng không nêu biểu hiện nào (S3 II.2, nể nang): xem lại việc nhận diện.`,
  ];
}

/** Two results that are allowed side by side, and look odd (domain.md section 4). */
function besideLevel(rating: Rating | null, level: Level | null): string[] {
  const odd =
    (level === 'poor' && (rating === 'A' || rating === 'B')) || (level === 'fair' && rating === 'A');
  if (!odd) return [];
  return [`${ratingLabels[rating]} bên cạnh mức độ nhận diện ${levelLabels[level]}: cần nêu lý do.`];
}

export interface DecisionFacts {
  rating: Rating | null;
  level: Level | null;
  score: number | null;
  /** The evaluator's result; null for the evaluator's own act. */
  evaluatorRating: Rating | null;
  evaluatorLevel: Level | null;
  proposal: Pick<Proposal, 'rating' | 'level'>;
  bands: Bands;
}

/** Whether the act needs a written reason, and what it says to whoever is about to act. */
export function decisionWarnings(facts: DecisionFacts): { needsReason: boolean; warnings: string[] } {
  const { rating, level } = facts;
  const warnings = [...offBand(facts), ...besideLevel(rating, level)];
  for (const { whose, rating: r, level: l } of [
    { whose: 'đánh giá của người đánh giá', rating: facts.evaluatorRating, level: facts.evaluatorLevel },
    { whose: 'đề xuất của hệ thống', ...facts.proposal },
  ]) {
    if (rating !== null && r !== null && rating !== r)
      warnings.push(`Xếp loại khác ${whose} (${ratingLabels[r]}): cần nêu lý do.`);
    if (level !== null && l !== null && level !== l)
      warnings.push(`Mức độ nhận diện khác ${whose} (${levelLabels[l]}): cần nêu lý do.`);
  }
  return { needsReason: warnings.length > 0, warnings };
}

/** Off the band of its own score, unless the rules themselves propose so, as with a sheet that never came. */
function offBand({ rating, score, proposal, bands }: DecisionFacts): string[] {
  if (rating === null || score === null || rating === proposal.rating) return [];
  const band = bandOf(score, bands);
  return band === rating
    ? []
    : [`${decimal(score)} điểm thuộc khung ${ratingLabels[band]}: cần nêu lý do xếp loại khác.`];
}
