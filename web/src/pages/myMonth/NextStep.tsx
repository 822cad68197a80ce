// After filing: who has the sheet now, and what happens by when.
import { formatMoment, formatWeekday, lastDayBefore } from '../../../../functions/src/domain/civilDate.ts';
import type { Moment } from '../../../../functions/src/domain/moment.ts';
import type { Stage } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';

const until = (end: Moment | undefined) => (end ? ` trước hết ${formatWeekday(lastDayBefore(end))}` : '');

type Step = { text: string; isDone: boolean; isNow: boolean };

const order: readonly Stage[] = ['open', 'submitted', 'evaluated', 'decided', 'published'];

function stepsOf(sheet: Sheet, cycle: Cycle | null): Step[] {
  const d = cycle?.deadlines;
  const at = Math.max(1, order.indexOf(sheet.stage));
  const isOne = sheet.evaluator === sheet.decider;
  const texts = [
    `${sheet.evaluatorName} đánh giá, nhận diện${isOne ? '' : until(d?.evaluate)}`,
    `${sheet.deciderName} quyết định xếp loại${until(d?.decide)}`,
    `Kết quả được công khai trong đơn vị${d ? ` lúc ${formatMoment(d.publish).slice(11)} ngày ${formatMoment(d.publish).slice(0, 10)}` : ''}`,
  ];
  return texts.map((text, i) => ({ text, isDone: at > i + 1, isNow: at === i + 1 }));
}

export function NextStep({ sheet, cycle }: { sheet: Sheet; cycle: Cycle | null }) {
  return (
    <section aria-labelledby="next-step">
      <h2 id="next-step">Bước tiếp theo</h2>
      <ol class="trace next-steps">
        {stepsOf(sheet, cycle).map((step) => (
          <li
            key={step.text}
            class={step.isNow ? 'now' : undefined}
            aria-current={step.isNow ? 'step' : undefined}
          >
            {step.text}
            {step.isDone && <span class="soft"> (xong)</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
