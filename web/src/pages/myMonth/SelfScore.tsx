// Self-score by the groups of the template, with the running total and its band.
import { ratingLabels } from '../../../../functions/src/domain/labels.ts';
import { bandOf, proposeScore22, taskShare, totalScore } from '../../../../functions/src/domain/rating.ts';
import { templateOf } from '../../../../functions/src/domain/templates.ts';
import { ScoreField } from '../../parts/numberFields.tsx';
import { showScore } from '../../parts/parse.ts';
import type { FormProps } from './formProps.ts';

export function SelfScore({ sheet, draft, errors, edit }: FormProps) {
  const template = templateOf(sheet.template);
  const total = totalScore(draft.score1, draft.score21, draft.score22);
  const { done, total: tasks } = taskShare(draft.tasks, draft.taskState);
  const proposed = proposeScore22(done, tasks);
  return (
    <div class="stack">
      {template.groups.map(({ code, name, max, field }) =>
        field ? (
          <ScoreField
            key={field}
            id={field}
            label={`${code}. ${name}`}
            {...(field === 'score22' && proposed !== null
              ? { hint: `Hoàn thành đúng hạn ${done}/${tasks} nhiệm vụ: gợi ý ${showScore(proposed)} điểm` }
              : {})}
            max={max}
            value={draft[field]}
            errors={errors}
            onInput={(value) => edit({ [field]: value })}
          />
        ) : null,
      )}
      <p class="total" role="status">
        <span>Tổng điểm tự chấm</span>
        <strong>{showScore(total)}</strong>
        <span>tương ứng {ratingLabels[bandOf(total, template.bands)]}</span>
      </p>
      <details>
        <summary>Cách tính</summary>
        <p class="small soft">
          Từ {template.bands.A} điểm: {ratingLabels.A}; từ {template.bands.B}: {ratingLabels.B}; từ{' '}
          {template.bands.C}: {ratingLabels.C}; dưới {template.bands.C}: {ratingLabels.D}. {template.name}.{' '}
          {template.note}
        </p>
      </details>
    </div>
  );
}
