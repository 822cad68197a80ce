// Points, rating and level as the authority gives them, beside what the rules propose, with the reason where they part.
import { quotaStep } from '../../../../functions/src/domain/decisionTrace.ts';
import { levelLabels, ratingLabels } from '../../../../functions/src/domain/labels.ts';
import { proposeScore22, taskShare, totalScore } from '../../../../functions/src/domain/rating.ts';
import type { Template } from '../../../../functions/src/domain/templates.ts';
import { asking } from '../../../../functions/src/domain/trace.ts';
import { levels, ratings } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { showScore } from '../../parts/parse.ts';
import { foundBefore } from '../../parts/RemediedBefore.tsx';
import { ScoreFields, ScoreTotal } from '../../parts/ScoreFields.tsx';
import { scoresAs } from '../../parts/scoreIds.ts';
import { Trace } from '../../parts/Trace.tsx';
import { judgedBy, reasonsOf, scoresIn } from './checks.ts';
import { isOneStep, type JudgeDraft, type Mode } from './judgeSource.ts';
import type { Live } from './liveProposal.ts';
import { OtherRecord, Results } from './Records.tsx';

interface Props {
  as: 'e' | 'd';
  mode: Mode;
  /** One act writes the decision too. */
  atOnce: boolean;
  assessment: Assessment;
  sheet: Sheet | null;
  template: Template;
  /** What the decision would make of the unit's quota. */
  quota: string | null;
  /** What looks like favour or routine; each asks for a sentence, which may be left out. */
  asks: readonly string[];
  draft: JudgeDraft;
  live: Live;
  errors: Errors;
  edit: (change: Partial<JudgeDraft>) => void;
}

const fieldNames = {
  e: { rating: 'eRating', level: 'eLevel', reason: 'eReason' },
  d: { rating: 'dRating', level: 'dLevel', reason: 'dReason' },
} as const;

export function Verdict(props: Props) {
  const { as, mode, assessment, sheet, template, quota, asks, draft, live, errors, edit } = props;
  if (mode === 'read') return <ReadOnly assessment={assessment} />;
  const names = fieldNames[as];
  const judged = judgedBy(draft, as);
  const { warnings, steps, needsReason } = reasonsOf(
    judged,
    live,
    as === 'd' ? judgedBy(draft, 'e') : null,
    template,
    sheet?.tasks ?? null,
  );
  const said = [...warnings, ...(quota ? [quota] : []), ...asks];
  const scores = scoresIn(draft, as);
  const own = sheet && {
    ...{ score1: sheet.score1, score21: sheet.score21, score22: sheet.score22, points: sheet.points ?? '' },
  };
  const mayTakeOver =
    own !== null &&
    assessment.filed &&
    (Object.keys(own) as (keyof typeof own)[]).some((field) => own[field] !== scores[field]);
  return (
    <div class="stack">
      <h3 class="pane-heads">{as === 'e' ? 'Người đánh giá chấm' : 'Người quyết định'}</h3>
      {as === 'e' && mayTakeOver && (
        <button type="button" class="button" onClick={() => own && edit(scoresAs(as, own))}>
          Lấy điểm tự chấm
        </button>
      )}
      <ScoreFields
        template={template}
        as={as}
        scores={scores}
        work={sheet && { tasks: sheet.tasks, states: sheet.taskState }}
        hint={hintOf(sheet, template)}
        errors={errors}
        edit={(change) => edit(scoresAs(as, change))}
      />
      <ScoreTotal template={template} scores={scores} label="Tổng điểm" band="theo khung điểm:" />
      <Choices
        id={names.rating}
        legend="Kết quả đánh giá, xếp loại tháng"
        column
        options={ratings.map((value) => ({
          value,
          label: ratingLabels[value],
          ...(live.rating === value ? { hint: '(hệ thống đề xuất)' } : {}),
        }))}
        value={draft[names.rating]}
        errors={errors}
        onChange={(value) => edit({ [names.rating]: value })}
      />
      <Choices
        id={names.level}
        legend="Kết quả đánh giá, nhận diện biểu hiện"
        options={levels.map((value) => ({
          value,
          label: levelLabels[value],
          ...(live.level === value ? { hint: '(hệ thống đề xuất)' } : {}),
        }))}
        value={draft[names.level]}
        errors={errors}
        onChange={(value) => edit({ [names.level]: value })}
      />
      {said.length > 0 && (
        <ul class="notice todo plain" role="status">
          {said.map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
      )}
      <Trace
        title="Vì sao có các lưu ý này?"
        steps={[...steps, ...(quota ? [quotaStep(quota)] : []), ...asks.map(asking)]}
      />
      {(needsReason || asks.length > 0 || judged.reason !== '') && (
        <TextArea
          id={names.reason}
          label={needsReason || asks.length === 0 ? 'Lý do' : 'Lý do (nên có một câu)'}
          hint="Người được đánh giá đọc được lý do này khi kết quả công khai"
          max={sizes.note}
          value={judged.reason}
          errors={errors}
          onInput={(text) => edit({ [names.reason]: text })}
        />
      )}
      {as === 'e' && (
        <TextArea
          id="eComment"
          label="Nhận xét"
          {...(live.carried + foundBefore(sheet) > 0
            ? { hint: 'Nêu ảnh hưởng của biểu hiện tháng trước và kết quả khắc phục đến điểm' }
            : {})}
          max={sizes.text}
          value={draft.eComment}
          errors={errors}
          onInput={(eComment) => edit({ eComment })}
        />
      )}
      {(as === 'd' || props.atOnce) && (
        <TextArea
          id="participants"
          label="Thành phần tham gia (nếu tập thể cùng quyết định)"
          short
          max={sizes.note}
          value={draft.participants}
          errors={errors}
          onInput={(participants) => edit({ participants })}
        />
      )}
    </div>
  );
}

/** What the share of tasks proposes for the results, where they are scored by hand. */
function hintOf(sheet: Sheet | null, template: Template): string | undefined {
  const max = template.groups.find(({ field }) => field === 'score22')?.max ?? 0;
  if (!sheet || template.kind !== 'points') return undefined;
  const { done, total } = taskShare(sheet.tasks, sheet.taskState);
  const proposed = proposeScore22(done, total, max);
  return proposed === null
    ? undefined
    : `Hoàn thành đúng hạn ${done}/${total} nhiệm vụ: gợi ý ${showScore(proposed)} điểm`;
}

function ReadOnly({ assessment: a }: { assessment: Assessment }) {
  if (a.state === 'waiting' || a.state === 'returned') return <p class="soft">Chưa có kết quả đánh giá.</p>;
  const isDecided = a.state === 'decided' || a.state === 'unrated';
  return (
    <div class="stack">
      {!isOneStep(a) || !isDecided ? <OtherRecord assessment={a} /> : null}
      {isDecided && (
        <>
          <h3>Quyết định của {a.deciderName}</h3>
          <Results
            rating={a.dRating}
            level={a.dLevel}
            score={totalScore(a.dScore1, a.dScore21, a.dScore22)}
            unrated={a.state === 'unrated'}
          />
          {a.eComment && isOneStep(a) && <p class="pre">{a.eComment}</p>}
          {a.dReason && <p class="pre">Lý do: {a.dReason}</p>}
          {a.participants && <p class="pre">Thành phần tham gia: {a.participants}</p>}
        </>
      )}
    </div>
  );
}
