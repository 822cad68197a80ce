// The whole year in one line of time: the routine of every month by the real calendar, and the cases between.
import { vietnamCalendar } from '../../functions/src/domain/calendar.ts';
import { deadlinesOf } from '../../functions/src/domain/deadlines.ts';
import type { Month } from '../../functions/src/domain/words.ts';
import type { SampleOrganisation } from '../sample/organisation.ts';
import { cases, yearActs, yearEnd } from './cases.ts';
import { monthOf, months, type YearScripts } from './scripts.ts';
import type { CaseAct } from './types.ts';

export type RoutineAct =
  | { do: 'plan' | 'file'; who: string; month: Month }
  | { do: 'fileUnits' | 'answerAsked'; who: string; month: Month }
  /** Works through the queue of what waits. */
  | { do: 'judge'; who: string; month: Month };
export type YearAct = (RoutineAct & { at: string }) | CaseAct;

export interface YearScene {
  at: string;
  acts: YearAct[];
}

/** Whoever judges staff, on the last day of evaluation; and whoever judges these, after the final run. */
const judgesOfStaff = ['tckh-truong', 'nv-truong'];
const judgesOfLeaders = ['chu-tich-ubnd', 'bi-thu'];
/** One who is asked before heads are decided; in August they stay silent, which is recorded and blocks nothing. */
const asked = 'ubnd-pct-do-thi';
const silentMonths = new Set(['2026-08']);

export function routineOf(month: Month, people: readonly string[], sample: SampleOrganisation): YearAct[] {
  const { days } = deadlinesOf(month, vietnamCalendar, sample.document.settings);
  const filing = people.filter((who) => !monthOf(who, month).silent && monthOf(who, month).level !== null);
  const at = (day: string, time: string) => ({ at: `${day}T${time}` });
  return [
    ...(month.endsWith('-01')
      ? people.map((who) => ({ ...at(days.plan, '14:00'), do: 'plan' as const, who, month }))
      : []),
    ...filing.map((who) => ({ ...at(days.staff, '09:00'), do: 'file' as const, who, month })),
    ...[...judgesOfStaff, 'chu-tich-ubnd'].map((who) => ({
      ...{ ...at(days.staff, '10:00'), do: 'fileUnits' as const, who, month },
    })),
    ...(silentMonths.has(month)
      ? []
      : [{ ...at(days.consult, '08:30'), do: 'answerAsked' as const, who: asked, month }]),
    ...judgesOfStaff.map((who) => ({ ...at(days.evaluate, '10:00'), do: 'judge' as const, who, month })),
    ...judgesOfLeaders.map((who) => ({ ...at(days.decide, '11:00'), do: 'judge' as const, who, month })),
  ];
}

/** Acts of one moment go together, one after another for each user; of a shorter play those before its end. */
export function timelineOf(
  sample: SampleOrganisation,
  { authorities }: YearScripts,
  { only, until }: { only: readonly Month[]; until: string } = { only: months, until: yearEnd },
): YearScene[] {
  const people = [...authorities.keys()];
  const routine = only.flatMap((month) => routineOf(month, people, sample));
  const special = [...cases.flatMap(({ acts }) => acts ?? []), ...yearActs];
  const byMoment = new Map<string, YearAct[]>();
  for (const act of [...routine, ...special].filter(({ at }) => at < until))
    byMoment.set(act.at, [...(byMoment.get(act.at) ?? []), act]);
  return [...byMoment].map(([at, acts]) => ({ at, acts })).sort((a, b) => (a.at < b.at ? -1 : 1));
}
