// From when an evaluation is owed: the deadline, or a working day after the sheet came where it came late (domain.md sections 5 and 7).
import { addWorkingDays, type Calendar } from './calendar.ts';
import { civilDateOf, endOfDay } from './civilDate.ts';
import { millisOf, type Moment } from './moment.ts';

/** `cameAt`: when the month was laid before its evaluator, who has the whole working day after it. */
export function owedSince(cameAt: Moment, deadline: Moment, calendar: Calendar): Moment {
  const own = endOfDay(addWorkingDays(civilDateOf(cameAt), 1, calendar));
  return millisOf(own) > millisOf(deadline) ? own : deadline;
}
