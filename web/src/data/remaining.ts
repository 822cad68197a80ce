// Time left until a day by the organisation's calendar, as every page says it.
import * as domain from '../../../functions/src/domain/remaining.ts';
import type { CivilDate } from '../../../functions/src/domain/words.ts';
import { calendarNow } from './ownCalendar.ts';

export const remaining = (today: CivilDate, due: CivilDate): string =>
  domain.remaining(today, due, calendarNow());

export const dueText = (today: CivilDate, due: CivilDate): string =>
  domain.dueText(today, due, calendarNow());
