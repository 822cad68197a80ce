// Above a form that records: in which month it will count, where the one it is recorded in is over.
import { formatMonth } from '../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../functions/src/domain/words.ts';

export function CountsLater({ month, later }: { month: Month; later: Month | null | undefined }) {
  if (!later) return null;
  return (
    <p class="hint">
      Tháng {formatMonth(month)} đã công khai: biểu hiện ghi bây giờ được tính vào tháng {formatMonth(later)}.
    </p>
  );
}
