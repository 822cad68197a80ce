// Month selector: one month back or on, with the month spelt out between.
import { formatMonth, nextMonth, previousMonth } from '../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../functions/src/domain/words.ts';
import { Icon } from './icons.tsx';

export function MonthNav({ month, hrefFor }: { month: Month; hrefFor: (month: Month) => string }) {
  const [before, after] = [previousMonth(month), nextMonth(month)];
  return (
    <nav class="month" aria-label="Tháng">
      <a class="icon-button" href={hrefFor(before)} aria-label={`Tháng trước, ${formatMonth(before)}`}>
        <Icon name="back" />
      </a>
      <span>Tháng {formatMonth(month)}</span>
      <a class="icon-button" href={hrefFor(after)} aria-label={`Tháng sau, ${formatMonth(after)}`}>
        <Icon name="next" />
      </a>
    </nav>
  );
}
