// The facts that the evaluator sees beside the sheet: limitations of the yearly review, trouble in co-ordination, backlog (domain.md section 2).
import { formatDate } from './civilDate.ts';
import type { CivilDate, Month } from './words.ts';

export const limitationStates = ['open', 'closed'] as const;
export type LimitationState = (typeof limitationStates)[number];

export const coordinationStates = ['open', 'answered', 'closed', 'found'] as const;
/** `found`: the authority above both made it a finding. */
export type CoordinationState = (typeof coordinationStates)[number];

export const backlogStates = ['open', 'done', 'closed'] as const;
/** `done` says who answers for it; `closed` confirms who evaluates them. */
export type BacklogState = (typeof backlogStates)[number];

export const competences = ['own', 'beyond'] as const;
/** Within one's own competence, which wants a plan, or beyond it, which wants a proposal (S3 III.2.4). */
export type Competence = (typeof competences)[number];

/** What a fact is about: somebody's month and work, or a unit's. */
export const abouts = ['person', 'unit'] as const;
export type About = (typeof abouts)[number];

/** Least that an account of what happened has to say, in characters. */
export const leastFactWords = 10;

interface Limitation {
  about: About;
  subjectName: string;
  year: string;
  text: string;
  planTask: string;
  planDue: CivilDate | null;
}

/** As section III of the sheet carries it, and prints it: a line's worth of what was named, and the plan for it. */
export function limitationText({ about, subjectName, year, text, planTask, planDue }: Limitation): string {
  const of = about === 'unit' ? ` của ${subjectName}` : '';
  const named = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  const due = planDue === null ? '' : ` (hạn ${formatDate(planDue)})`;
  const task = planTask.length > 200 ? `${planTask.slice(0, 200)}…` : planTask;
  const plan = planTask === '' ? '' : `. Kế hoạch khắc phục: ${task}${due}`;
  return `Hạn chế qua kiểm điểm năm ${year}${of}: ${named}${plan}`;
}

interface Lasting {
  /** Month in which it was recorded, and in which it ended. */
  month: Month;
  endedIn: Month | null;
}
export interface FactCounts {
  limitations: number;
  coordinations: number;
  backlogOwn: number;
  backlogBeyond: number;
  hardTasks: number;
}

/** What stands at the end of `month`, however much later it is counted; trouble in co-ordination is counted where it was recorded. */
export function countFacts(
  limitations: readonly Lasting[],
  coordinations: readonly Lasting[],
  backlogs: readonly (Lasting & { competence: Competence; hard: boolean })[],
  month: Month,
): FactCounts {
  const stands = ({ month: since, endedIn }: Lasting) =>
    since <= month && (endedIn === null || endedIn > month);
  // Taken on of one's own accord it is shown with credit, in the month it was done too, and never as a delay.
  const isTakenOn = ({ month: since, endedIn }: Lasting) =>
    since <= month && (endedIn === null || endedIn >= month);
  const delayed = backlogs.filter((one) => !one.hard && stands(one));
  return {
    limitations: limitations.filter(stands).length,
    coordinations: coordinations.filter((one) => one.month === month).length,
    backlogOwn: delayed.filter(({ competence }) => competence === 'own').length,
    backlogBeyond: delayed.filter(({ competence }) => competence === 'beyond').length,
    hardTasks: backlogs.filter((one) => one.hard && isTakenOn(one)).length,
  };
}
