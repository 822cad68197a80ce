// One limitation of the yearly review: what was named, the plan, what was reported month by month, the closing word.
import type { ComponentChildren } from 'preact';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { deepLabel, limitationStateLabels } from '../../../../functions/src/domain/factLabels.ts';
import { showDate } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import { FactWords } from './FactWords.tsx';
import type { LimitationRow } from './readFacts.ts';

export function LimitationItem({ row, children }: { row: LimitationRow; children?: ComponentChildren }) {
  const { data } = row;
  const plan = [
    data.planTask,
    data.planWho && `Người thực hiện: ${data.planWho}`,
    data.planDue && `Hạn: ${showDate(data.planDue)}`,
  ].filter(Boolean);
  // The last report stands on the document itself until the function has kept it by its month.
  const reports = {
    ...data.reports,
    ...(data.progressMonth === null ? {} : { [data.progressMonth]: data.progress }),
  };
  return (
    <div class="entry stack" style={{ '--gap': '8px' }}>
      <p class="pre">{data.text}</p>
      <p class="row">
        <State
          tone={data.state === 'open' ? 'todo' : 'filed'}
          icon={data.state === 'open' ? 'circle' : 'check'}
        >
          {limitationStateLabels[data.state]}
        </State>
        {data.deep && (
          <State tone="late" icon="warning">
            {deepLabel}
          </State>
        )}
        <span class="soft small">
          Kiểm điểm năm {data.year}, văn bản {data.source}
          {data.about === 'unit' && data.subjectName ? ` · của ${data.subjectName}` : ''}
        </span>
      </p>
      <FactWords
        words={[
          ['Kế hoạch khắc phục', plan.join('\n')],
          ...Object.entries(reports)
            .sort(([a], [b]) => (a < b ? 1 : -1))
            .map(([month, text]) => [`Kết quả tháng ${formatMonth(month)}`, text] as const),
          [`${data.state === 'closed' ? 'Kết luận của cấp có thẩm quyền' : ''}`, data.closeNote],
        ]}
      />
      {children}
    </div>
  );
}
