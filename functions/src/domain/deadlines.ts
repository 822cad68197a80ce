// The effective deadlines of one month, as moments to compare with and as days to show (domain.md section 7).
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysOfMonth,
  type Calendar,
} from './calendar.ts';
import {
  addDays,
  atTime,
  civilDateOf,
  dayOfMonth,
  endOfDay,
  lastDay,
  laterDay,
  nextMonth,
} from './civilDate.ts';
import type { Moment } from './moment.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { CivilDate, Month, Tier } from './words.ts';

export const deadlineNames = [
  'plan',
  'staff',
  'heads',
  'consult',
  'propose',
  'evaluate',
  'offices',
  'interimRun',
  'finalRun',
  'decide',
  'publish',
  'appeal',
  'answer',
] as const;
export type DeadlineName = (typeof deadlineNames)[number];

/** Filing, answers, evaluation, figures, decision and appeal end exclusively; runs and publication happen at their moment. */
export type Deadlines = Record<DeadlineName, Moment>;
/** The last day on which each can be done, as people are told it. */
export type DeadlineDays = Record<DeadlineName, CivilDate>;
export interface MonthDeadlines {
  moments: Deadlines;
  days: DeadlineDays;
}

/** By which deadline somebody's filing is due: heads and leaders file with the heads (domain.md section 7). */
export const filingDeadlineOf = ({ isHead, tier }: { isHead: boolean; tier: Tier }): 'staff' | 'heads' =>
  isHead || tier === 'leader' ? 'heads' : 'staff';

/** Days of the month that S3 itself fixes: "trước ngày 25", "chậm nhất ngày 25", "trước ngày 28" (S3 6.1, 6.4). */
const fixedDays = { staff: 24, heads: 25, offices: 27, run: 28 } as const;

/** December's own, as the nth working day, so that the yearly report can go "trước ngày 15/12" (S3 II.8). */
const decemberDays = { staff: 2, heads: 3, offices: 4, evaluate: 5, decide: 6, publish: 8 } as const;

/** The aggregation runs before offices open, so that the figures lie there in the morning. */
export const runClock = '06:00';
/** Results and reminders come out as offices open: who reads them can reach the clerk and the decider the same day. */
export const officeClock = '08:00';

/** Days of filing, evaluation, figures, runs, decision and publication; the rest follows from these. */
type Steps = Pick<
  DeadlineDays,
  'staff' | 'heads' | 'evaluate' | 'offices' | 'interimRun' | 'finalRun' | 'decide' | 'publish'
>;

function ordinarySteps(month: Month, calendar: Calendar, settings: Settings): Steps {
  const shifted = (m: Month, n: number) => nextWorkingDay(dayOfMonth(m, n), calendar);
  const staff = shifted(month, fixedDays.staff);
  const heads = shifted(month, fixedDays.heads);
  const offices = shifted(month, fixedDays.offices);
  const evaluate = laterDay(
    shifted(month, settings.evaluateDay),
    addWorkingDays(laterDay(staff, heads), 1, calendar),
  );
  const interimRun = dayOfMonth(month, fixedDays.run);
  const finalRun = laterDay(interimRun, addDays(laterDay(evaluate, offices), 1));
  // "Last day" and "from the final run on" both shift forward, so the later of the two is shifted once.
  const decide = nextWorkingDay(laterDay(lastDay(month), finalRun), calendar);
  const publish = laterDay(
    shifted(nextMonth(month), settings.publishDay),
    addWorkingDays(decide, 1, calendar),
  );
  return { staff, heads, evaluate, offices, interimRun, finalRun, decide, publish };
}

/** December has one run only: what the 28th would add happens after filing and goes to January. */
function decemberSteps(month: Month, calendar: Calendar): Steps {
  const worked = workingDaysOfMonth(month, calendar);
  const nth = (n: number): CivilDate => {
    const day = worked[n - 1];
    if (day === undefined) throw new RangeError(`${month} has no working day ${n}`);
    return day;
  };
  const decide = nth(decemberDays.decide);
  return {
    staff: nth(decemberDays.staff),
    heads: nth(decemberDays.heads),
    evaluate: nth(decemberDays.evaluate),
    offices: nth(decemberDays.offices),
    interimRun: decide,
    finalRun: decide,
    decide,
    publish: nth(decemberDays.publish),
  };
}

function daysOf(month: Month, calendar: Calendar, settings: Settings): DeadlineDays {
  const december = month.endsWith('-12');
  const steps = december ? decemberSteps(month, calendar) : ordinarySteps(month, calendar, settings);
  const firstPlan = nextWorkingDay(dayOfMonth(month, settings.firstPlanDay), calendar);
  // A plan due after the report on it would be no plan; only December, whose filing is early, comes to that.
  const plan = firstPlan < steps.staff ? firstPlan : steps.staff;
  const appeal = addWorkingDays(steps.publish, settings.appealDays, calendar);
  const answer = addWorkingDays(appeal, settings.answerDays, calendar);
  const asked = (days: number) => askedDay(steps, days, calendar);
  return {
    plan,
    ...steps,
    consult: asked(settings.consultDays),
    propose: asked(settings.proposeDays),
    appeal,
    answer,
  };
}

/** Consultation and proposal come before the decision (S3 II.5): the decider keeps a working day with the answers. */
function askedDay({ heads, decide }: Steps, days: number, calendar: Calendar): CivilDate {
  const wanted = addWorkingDays(heads, days, calendar);
  const last = addWorkingDays(decide, -1, calendar);
  return wanted < last ? wanted : last;
}

function momentsOf(days: DeadlineDays): Deadlines {
  return {
    plan: endOfDay(days.plan),
    staff: endOfDay(days.staff),
    heads: endOfDay(days.heads),
    consult: endOfDay(days.consult),
    propose: endOfDay(days.propose),
    evaluate: endOfDay(days.evaluate),
    offices: endOfDay(days.offices),
    interimRun: atTime(days.interimRun, runClock),
    finalRun: atTime(days.finalRun, runClock),
    decide: endOfDay(days.decide),
    publish: atTime(days.publish, officeClock),
    appeal: endOfDay(days.appeal),
    answer: endOfDay(days.answer),
  };
}

export function deadlinesOf(month: Month, calendar: Calendar, settings: Settings): MonthDeadlines {
  const days = daysOf(month, calendar, settings);
  return { moments: momentsOf(days), days };
}

/** A morning on which reminders are made. */
export interface Morning {
  today: CivilDate;
  calendar: Calendar;
  /** Working days before a date; 0 is its own morning (domain.md section 7, setting). */
  reminderDays: readonly number[];
}

/**
 * The days on which people are reminded of a date, counted back in working days by the setting `reminderDays`; of a date on
 * a day off, from the last day worked before it.
 */
export function reminderDaysOf(
  date: CivilDate,
  calendar: Calendar,
  leads: readonly number[] = defaultSettings.reminderDays,
): CivilDate[] {
  const last = previousWorkingDay(date, calendar);
  return leads.map((lead) => addWorkingDays(last, -lead, calendar));
}

/** When people are reminded of a deadline on `deadlineDay`: as offices open. */
export function reminders(deadlineDay: CivilDate, calendar: Calendar): Moment[] {
  return reminderDaysOf(deadlineDay, calendar).map((day) => atTime(day, officeClock));
}

/**
 * New due date of a returned sheet, of a late one or of what is asked late: the old one, or the end of the working day
 * after the act if that is later.
 */
export function returnedDue(old: Moment, actedAt: Moment, calendar: Calendar): Moment {
  const granted = endOfDay(addWorkingDays(civilDateOf(actedAt), 1, calendar));
  return granted > old ? granted : old;
}
