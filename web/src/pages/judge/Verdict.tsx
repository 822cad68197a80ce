// Points, rating and level as the authority gives them, beside what the rules propose, with the reason where they part.
import { levelLabels, ratingLabels } from '../../../../functions/src/domain/labels.ts';
import { bandOf, totalScore } from '../../../../functions/src/domain/rating.ts';
import { templateOf } from '../../../../functions/src/domain/templates.ts';
import { levels, ratings } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { ScoreField } from '../../parts/numberFields.tsx';
import { showScore } from '../../parts/parse.ts';
import { judgedBy, reasonsOf } from './checks.ts';
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
  draft: JudgeDraft;
  live: Live;
  errors: Errors;
  edit: (change: Partial<JudgeDraft>) => void;
}

const fieldNames = {
  e: {
    score1: 'eScore1',
    score21: 'eScore21',
    score22: 'eScore22',
    rating: 'eRating',
    level: 'eLevel',
    reason: 'eReason',
  },
  d: {
    score1: 'dScore1',
    score21: 'dScore21',
    score22: 'dScore22',
    rating: 'dRating',
    level: 'dLevel',
    reason: 'dReason',
  },
} as const;

export function Verdict(props: Props) {
  const { as, mode, assessment, sheet, draft, live, errors, edit } = props;
  if (mode === 'read') return <ReadOnly assessment={assessment} />;
  const names = fieldNames[as];
  const template = templateOf(assessment.template);
  const judged = judgedBy(draft, as);
  const { warnings, needsReason } = reasonsOf(
    judged,
    live,
    as === 'd' ? judgedBy(draft, 'e') : null,
    assessment.template,
  );
  const takeOver = () =>
    sheet &&
    edit({ [names.score1]: sheet.score1, [names.score21]: sheet.score21, [names.score22]: sheet.score22 });
  const mayTakeOver =
    sheet !== null &&
    assessment.filed &&
    (draft.eScore1 !== sheet.score1 || draft.eScore21 !== sheet.score21 || draft.eScore22 !== sheet.score22);
  const total = totalScore(draft[names.score1], draft[names.score21], draft[names.score22]);
  return (
    <div class="stack">
      <h3 class="pane-heads">{as === 'e' ? 'Người đánh giá chấm' : 'Người quyết định'}</h3>
      {as === 'e' && mayTakeOver && (
        <button type="button" class="button" onClick={takeOver}>
          Lấy điểm tự chấm
        </button>
      )}
      {template.groups.map(({ code, name, max, field }) =>
        field ? (
          <ScoreField
            key={field}
            id={names[field]}
            label={`${code}. ${name}`}
            max={max}
            value={draft[names[field]]}
            errors={errors}
            onInput={(value) => edit({ [names[field]]: value })}
          />
        ) : null,
      )}
      <p class="total" role="status">
        <span>Tổng điểm</span>
        <strong>{showScore(total)}</strong>
        <span>theo khung điểm: {ratingLabels[bandOf(total, template.bands)]}</span>
      </p>
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
      {warnings.length > 0 && (
        <ul class="notice todo plain" role="status">
          {warnings.map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
      )}
      {(needsReason || judged.reason !== '') && (
        <TextArea
          id={names.reason}
          label="Lý do"
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
