// Time left until a day by the calendar of the country, as every page says it.
import { vietnamCalendar } from '../../../functions/src/domain/calendar.ts';
import * as domain from '../../../functions/src/domain/remaining.ts';
import type { CivilDate } from '../../../functions/src/domain/words.ts';

export const remaining = (today: CivilDate, due: CivilDate): string =>
  domain.remaining(today, due, vietnamCalendar);

export const dueText = (today: CivilDate, due: CivilDate): string =>
  domain.dueText(today, due, vietnamCalendar);
