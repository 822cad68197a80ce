// The score part of a sheet as it will look, to try points on; nothing of it is kept.
import { useState } from 'preact/hooks';
import type { Scores } from '../../../../functions/src/domain/scoringPoints.ts';
import { templateFrom, type TemplateFields } from '../../../../functions/src/domain/templatesDraft.ts';
import { today } from '../../now.ts';
import { noErrors } from '../../parts/fields.tsx';
import { ScoreFields, ScoreTotal } from '../../parts/ScoreFields.tsx';

/** A field of the preview: nothing of it is part of the template. */
export const isTried = (id: string): boolean => /^(score|points)/.test(id);

const empty: Scores = { score1: 0, score21: 0, score22: 0, points: '' };
/** Two tasks, one of them late, so that KPI has something to be proposed from. */
const work = {
  tasks: { t1: 'Nhiệm vụ mẫu thứ nhất', t2: 'Nhiệm vụ mẫu thứ hai' },
  states: { t1: 'done', t2: 'late' },
} as const;

export function TemplatePreview({ draft }: { draft: TemplateFields }) {
  const [scores, setScores] = useState(empty);
  const template = templateFrom({ ...draft, effectiveFrom: draft.effectiveFrom ?? today() });
  return (
    <section class="stack narrow preview" aria-labelledby="preview-title">
      <h2 id="preview-title">Xem thử phần chấm điểm</h2>
      <p class="soft">Chấm thử để xem phiếu sẽ hiện ra thế nào; không điểm nào được lưu.</p>
      <ScoreFields
        template={template}
        as=""
        scores={scores}
        work={work}
        errors={noErrors}
        edit={(change) => setScores({ ...scores, ...change })}
      />
      <ScoreTotal template={template} scores={scores} label="Tổng điểm" band="theo khung điểm:" />
    </section>
  );
}
