// Settings of an organisation with the defaults that domain.md gives; every tunable of the domain stands here.
import type { PublishedFindings } from './shownFindings.ts';

export interface Settings {
  /** Smallest headcount at which the deputy in charge evaluates (S3 II.5.2, rows 9 and 10). */
  headcount: number;
  /** Section 5: prefill what is missing for the decider; off by default. */
  autoApplyMissing: boolean;
  /** Section 3: reported by the person and remedied before the evaluator saw it leaves Tốt. */
  selfRemedyIsGood: boolean;
  /** Section 3: begun and within an accepted date is proposed Trung bình. */
  onScheduleIsFair: boolean;
  /** Working days before the close by which a finding must be notified to count in the month. */
  noticeDays: number;
  /** Day on which first cycles and new people hand in the plan of the month. */
  firstPlanDay: number;
  /** Working days after the heads' filing deadline within which those who are asked, and those who propose, answer. */
  consultDays: number;
  proposeDays: number;
  evaluateDay: number;
  publishDay: number;
  /** Working days after the day of publication. */
  appealDays: number;
  answerDays: number;
  /** Share of working days below which a month is không xếp loại. */
  unratedBelow: number;
  /** Section 4: says when Hoàn thành xuất sắc exceeds 20 % of Hoàn thành tốt in the unit; never blocks. */
  quotaWarning: boolean;
  /** How often a profile's standing report goes up between the others (S0 II.5.1); the profile says to whom. */
  standingReport: 'none' | 'month' | 'quarter';
  /** Working days before a date on which its person is reminded; 0 is its own morning (section 7). */
  reminderDays: number[];
  /** Section 11: what of findings is published beside results, narrower than S3 6.5 because of data protection. */
  publishedFindings: PublishedFindings;
  /** Section 11: heads read each other's published results too. */
  publishedAmongHeads: boolean;
}

export const defaultSettings: Settings = {
  headcount: 20,
  autoApplyMissing: false,
  selfRemedyIsGood: false,
  onScheduleIsFair: true,
  noticeDays: 2,
  firstPlanDay: 5,
  consultDays: 1,
  proposeDays: 1,
  evaluateDay: 26,
  publishDay: 5,
  appealDays: 5,
  answerDays: 7,
  unratedBelow: 0.5,
  quotaWarning: true,
  standingReport: 'quarter',
  reminderDays: [2, 1, 0],
  publishedFindings: 'none',
  publishedAmongHeads: false,
};

/** What the year alone asks for; the month knows nothing of it. */
export interface YearSettings {
  /** Months Kém from which the year's rating is at most Hoàn thành nhiệm vụ (S3 II.7). */
  poorMonthsCap: number;
  /** Months Kém from which Không hoàn thành nhiệm vụ is proposed: the stricter of two sentences that meet at 3 (S3 II.7). */
  poorMonthsFail: number;
  /** Months Trung bình or Kém, consecutive or not, from which Không hoàn thành nhiệm vụ is proposed (S3 II.7). */
  fairOrPoorMonthsFail: number;
}

export const defaultYearSettings: YearSettings = {
  poorMonthsCap: 2,
  poorMonthsFail: 3,
  fairOrPoorMonthsFail: 6,
};
