// Points by the groups of a template, criterion by criterion where it has them, with the total and its band (domain.md section 4).
import { ratingLabels } from '../../../functions/src/domain/labels.ts';
import { bandOf, totalScore } from '../../../functions/src/domain/rating.ts';
import { labelOf } from '../../../functions/src/domain/scoringFaults.ts';
import {
  groupPoints,
  parsePoints,
  withPoints,
  type Scores,
} from '../../../functions/src/domain/scoringPoints.ts';
import type { Criterion, ScoreGroup, Template } from '../../../functions/src/domain/templates.ts';
import { Choices, type Errors } from './fields.tsx';
import { KpiTasks, proposedOf, type Work } from './KpiTasks.tsx';
import { PercentField, ScoreField } from './numberFields.tsx';
import { showScore } from './parse.ts';
import { scoreIds } from './scoreIds.ts';

export interface ScoreProps {
  template: Template;
  as: '' | 'e' | 'd';
  scores: Scores;
  /** Tasks of the month, from which results are proposed; null where nothing was filed. */
  work: Work | null;
  /** What the share of tasks proposes for a group scored as a whole. */
  hint?: string | undefined;
  errors: Errors;
  edit: (change: Partial<Scores>) => void;
}

export function ScoreFields(props: ScoreProps) {
  const { template, as, scores, errors, hint, edit } = props;
  const idOf = scoreIds(as);
  return (
    <>
      {template.groups.map((group) =>
        group.criteria.length === 0 ? (
          <ScoreField
            key={group.code}
            id={idOf(group.field)}
            label={`${group.code}. ${group.name}`}
            {...(group.field === 'score22' && hint ? { hint } : {})}
            max={group.max}
            value={scores[group.field]}
            errors={errors}
            onInput={(value) => edit({ [group.field]: value })}
          />
        ) : (
          <Group key={group.code} {...props} group={group} />
        ),
      )}
    </>
  );
}

function Group({ group, ...props }: ScoreProps & { group: ScoreGroup }) {
  const { template, as, scores, work, errors, edit } = props;
  const idOf = scoreIds(as);
  const points = parsePoints(scores.points);
  const set = (code: string, value: number | null) => edit(withPoints(template, scores, code, value));
  const isKpi = group.code === 'KPI';
  return (
    <fieldset class="score-group">
      <legend>{isKpi ? group.name : `${group.code}. ${group.name}`}</legend>
      {isKpi && work && <KpiTasks id={idOf('points')} work={work} points={points} onCount={set} />}
      {group.criteria.map((criterion) => (
        <CriterionField
          key={criterion.code}
          id={`${idOf('points')}.${criterion.code}`}
          criterion={criterion}
          isKpi={isKpi}
          proposed={isKpi && work ? proposedOf(work, points)?.[criterion.code as 'a' | 'b' | 'c'] : undefined}
          value={points[criterion.code] ?? null}
          errors={errors}
          onInput={(value) => set(criterion.code, value)}
        />
      ))}
      <p class="soft" role="status">
        {isKpi ? 'Kết quả' : `Nhóm ${group.code}`}: {showScore(groupPoints(group, points))}/{group.max} điểm
      </p>
    </fieldset>
  );
}

function CriterionField(props: {
  id: string;
  criterion: Criterion;
  isKpi: boolean;
  proposed: number | undefined;
  value: number | null;
  errors: Errors;
  onInput: (value: number | null) => void;
}) {
  const { id, criterion, isKpi, proposed, value, errors, onInput } = props;
  const { code, name, max, choices } = criterion;
  if (choices) {
    return (
      <Choices
        id={id}
        legend={name}
        options={choices.map((choice) => ({
          value: String(choice),
          label: choice === max ? `Đạt (${choice}%)` : `Đạt một phần (${choice}%)`,
        }))}
        value={value === null ? null : String(value)}
        errors={errors}
        onChange={(text) => onInput(Number(text))}
      />
    );
  }
  const field = { id, value, errors, onInput };
  if (!isKpi) return <ScoreField {...field} value={value} label={`${code}. ${name}`} max={max} />;
  const hint = proposed === undefined ? undefined : `Theo nhiệm vụ đã báo cáo: ${showScore(proposed)}%`;
  return (
    <div class="stack" style={{ '--gap': '4px' }}>
      <PercentField {...field} label={name} {...(hint ? { hint } : {})} />
      {proposed !== undefined && proposed !== value && (
        <button type="button" class="link" onClick={() => onInput(proposed)}>
          Lấy tỷ lệ {labelOf(code)} theo nhiệm vụ
        </button>
      )}
    </div>
  );
}

export function ScoreTotal(props: { template: Template; scores: Scores; label: string; band: string }) {
  const { template, scores, label, band } = props;
  const total = totalScore(scores.score1, scores.score21, scores.score22);
  return (
    <p class="total" role="status">
      <span>{label}</span>
      <strong>{showScore(total)}</strong>
      <span>
        {band} {ratingLabels[bandOf(total, template.bands)]}
      </span>
    </p>
  );
}
