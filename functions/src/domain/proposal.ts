// What the system proposes for a month, and which reasons a decision needs where it differs (domain.md sections 3–5).
import { carriedSteps, draggedOn } from './carriedOn.ts';
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
import { bySetting, favourRule, inferred, step, type TraceStep } from './trace.ts';
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
  const asked = [...carriedSteps(findings), ...silenceSteps(facts), ...besideLevel(rating, level)];
  return {
    score: scored.score,
    rating,
    level,
    unrated: false,
    warnings: [
      ...filing.warnings,
      ...scored.warnings,
      ...(dragged?.warnings ?? []),
      ...asked.map(({ outcome }) => outcome),
    ],
    trace: [
      ...scored.trace,
      ...found.steps,
      ...filing.steps,
      ...(filing.level === null ? [] : [worseStep(level)]),
      ...(dragged?.trace ?? []),
      ...asked,
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
function silenceSteps({ filing, tasks, findings }: MonthFacts): TraceStep[] {
  const short = tasks.total - tasks.done;
  if (!filing.filed || short === 0 || findings.length > 0) return [];
  const fact = `${tasks.done}/${tasks.total} nhiệm vụ hoàn thành đúng tiến độ, không nêu biểu hiện nào`;
  return [
    step(
      'S3 II.2',
      favourRule,
      [fact],
      `Có ${short} nhiệm vụ chậm hoặc chưa hoàn thành nhưng không nêu biểu hiện nào (S3 II.2, nể nang): xem lại việc nhận diện.`,
    ),
  ];
}

const oddRule =
  'Hoàn thành xuất sắc, Hoàn thành tốt bên cạnh Kém, hoặc Hoàn thành xuất sắc bên cạnh Trung bình: được phép, kèm lý do bằng văn bản';

/** Two results that are allowed side by side, and look odd (domain.md section 4). The outcome is what is said. */
function besideLevel(rating: Rating | null, level: Level | null): TraceStep[] {
  const odd =
    (level === 'poor' && (rating === 'A' || rating === 'B')) || (level === 'fair' && rating === 'A');
  if (!odd || rating === null || level === null) return [];
  const pair = `${ratingLabels[rating]} bên cạnh mức độ nhận diện ${levelLabels[level]}`;
  return [step(inferred, oddRule, [pair], `${pair}: cần nêu lý do.`)];
}

export interface DecisionFacts {
  rating: Rating | null;
  level: Level | null;
  score: number | null;
  /** The evaluator's result; null for the evaluator's own act. */
  evaluatorRating: Rating | null;
  evaluatorLevel: Level | null;
  proposal: Pick<Proposal, 'rating' | 'level'> & { unrated?: boolean };
  bands: Bands;
}

export interface DecisionWarnings {
  needsReason: boolean;
  warnings: string[];
  /** The rule and the facts behind each of them, in their order. */
  steps: TraceStep[];
}

/** Whether the act needs a written reason, and what it says to whoever is about to act. */
export function decisionWarnings(facts: DecisionFacts): DecisionWarnings {
  const { rating, level, proposal } = facts;
  const steps = [
    ...ratedAll(facts),
    ...offBand(facts),
    ...besideLevel(rating, level),
    ...differing(facts, 'đánh giá của người đánh giá', {
      rating: facts.evaluatorRating,
      level: facts.evaluatorLevel,
    }),
    ...differing(facts, 'đề xuất của hệ thống', proposal),
  ];
  return { needsReason: steps.length > 0, warnings: steps.map(({ outcome }) => outcome), steps };
}

const differingRule = 'Kết quả khác đánh giá của người đánh giá hoặc đề xuất theo quy định thì nêu lý do';

function differing(
  { rating, level }: DecisionFacts,
  whose: string,
  of: { rating: Rating | null; level: Level | null },
): TraceStep[] {
  const steps: TraceStep[] = [];
  if (rating !== null && of.rating !== null && rating !== of.rating) {
    const facts = [`Chọn ${ratingLabels[rating]}`, `Theo ${whose}: ${ratingLabels[of.rating]}`];
    const said = `Xếp loại khác ${whose} (${ratingLabels[of.rating]}): cần nêu lý do.`;
    steps.push(step(inferred, differingRule, facts, said));
  }
  if (level !== null && of.level !== null && level !== of.level) {
    const facts = [`Chọn ${levelLabels[level]}`, `Theo ${whose}: ${levelLabels[of.level]}`];
    const said = `Mức độ nhận diện khác ${whose} (${levelLabels[of.level]}): cần nêu lý do.`;
    steps.push(step(inferred, differingRule, facts, said));
  }
  return steps;
}

/** A month that the rules leave unrated is rated all the same (domain.md section 5). */
function ratedAll({ rating, proposal }: DecisionFacts): TraceStep[] {
  if (rating === null || proposal.unrated !== true) return [];
  const rule = 'Tháng làm việc dưới tỷ lệ quy định do yếu tố khách quan: không xếp loại';
  const said = `Hệ thống đề xuất ${unratedLabel.toLocaleLowerCase('vi')} tháng này: cần nêu lý do nếu vẫn xếp loại.`;
  return [step(bySetting, rule, [`Chọn ${ratingLabels[rating]}`], said)];
}

const bandRule = 'Xếp loại ngoài khung điểm thì nêu lý do';

/** Off the band of its own score, unless the rules themselves propose so, as with a sheet that never came. */
function offBand({ rating, score, proposal, bands }: DecisionFacts): TraceStep[] {
  if (rating === null || score === null || rating === proposal.rating) return [];
  const band = bandOf(score, bands);
  if (band === rating) return [];
  const said = `${decimal(score)} điểm thuộc khung ${ratingLabels[band]}: cần nêu lý do xếp loại khác.`;
  return [step(inferred, bandRule, [`${decimal(score)} điểm`, `Chọn ${ratingLabels[rating]}`], said)];
}
