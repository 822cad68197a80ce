// Self-score by the template of the month, with the running total and its band.
import { ratingLabels } from '../../../../functions/src/domain/labels.ts';
import { proposeScore22, taskShare } from '../../../../functions/src/domain/rating.ts';
import { ScoreFields, ScoreTotal } from '../../parts/ScoreFields.tsx';
import { scoresAs } from '../../parts/scoreIds.ts';
import { showScore } from '../../parts/parse.ts';
import type { FormProps } from './formProps.ts';

export function SelfScore({ template, draft, errors, edit }: FormProps) {
  const { done, total } = taskShare(draft.tasks, draft.taskState);
  const max = template.groups.find(({ field }) => field === 'score22')?.max ?? 0;
  const proposed = template.kind === 'points' ? proposeScore22(done, total, max) : null;
  const { A, B, C } = template.bands;
  return (
    <div class="stack">
      <ScoreFields
        template={template}
        as=""
        scores={draft}
        work={{ tasks: draft.tasks, states: draft.taskState }}
        hint={
          proposed === null
            ? undefined
            : `Hoàn thành đúng hạn ${done}/${total} nhiệm vụ: gợi ý ${showScore(proposed)} điểm`
        }
        errors={errors}
        edit={(change) => edit(scoresAs('', change))}
      />
      <ScoreTotal template={template} scores={draft} label="Tổng điểm tự chấm" band="tương ứng" />
      <details>
        <summary>Cách tính</summary>
        <p class="small soft">
          Từ {showScore(A)} điểm: {ratingLabels.A}; từ {showScore(B)}: {ratingLabels.B}; từ {showScore(C)}:{' '}
          {ratingLabels.C}; dưới {showScore(C)}: {ratingLabels.D}. {template.name} ({template.id}).{' '}
          {template.note}
        </p>
      </details>
    </div>
  );
}
