// Time left until a day, in working days, as sentences: the same on a page and in a reminder.
import { workingDaysBetween, type Calendar } from './calendar.ts';
import { formatWeekday } from './civilDate.ts';
import type { CivilDate } from './words.ts';

/** "còn 5 ngày làm việc", "hôm nay là ngày cuối", "quá hạn 2 ngày làm việc". */
export function remaining(today: CivilDate, due: CivilDate, calendar: Calendar): string {
  if (today === due) return 'hôm nay là ngày cuối';
  const days = workingDaysBetween(today, due, calendar);
  if (today < due) return days <= 0 ? 'hết hạn trước ngày làm việc tới' : `còn ${days} ngày làm việc`;
  return days === 0 ? 'vừa quá hạn' : `quá hạn ${-days} ngày làm việc`;
}

/** "Thứ Sáu 24/04/2026, còn 5 ngày làm việc". */
export const dueText = (today: CivilDate, due: CivilDate, calendar: Calendar): string =>
  `${formatWeekday(due)}, ${remaining(today, due, calendar)}`;
