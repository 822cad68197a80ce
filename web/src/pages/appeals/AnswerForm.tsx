// The answer: correct the result or let it stand, with a reason either way; kept on this device until it is given by the button.
import { useState } from 'preact/hooks';
import { appealOutcomes, checkAnswer } from '../../../../functions/src/domain/appeal.ts';
import { appealOutcomeLabels } from '../../../../functions/src/domain/appealLabels.ts';
import { levelLabels, ratingLabels } from '../../../../functions/src/domain/labels.ts';
import { totalScore } from '../../../../functions/src/domain/rating.ts';
import { scoreFaults } from '../../../../functions/src/domain/scoringFaults.ts';
import type { Template } from '../../../../functions/src/domain/templates.ts';
import { levels, ratings } from '../../../../functions/src/domain/words.ts';
import type { StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Editor } from '../../data/editor.ts';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { ScoreFields, ScoreTotal } from '../../parts/ScoreFields.tsx';
import { scoreIds, scoresAs } from '../../parts/scoreIds.ts';
import { SaveState } from '../../parts/SaveState.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { AnswerDraft } from './answerSource.ts';

interface Props {
  editor: Editor<StoredAppeal, AnswerDraft>;
  appeal: StoredAppeal;
  draft: AnswerDraft;
  result: Result | null;
  /** Of the month; null where the result can't be read. */
  template: Template | null;
  onGiven: () => void;
}

const scoreOf = ({ dScore1, dScore21, dScore22 }: AnswerDraft) => totalScore(dScore1, dScore21, dScore22);

const scoresOf = ({ dScore1, dScore21, dScore22, dPoints }: AnswerDraft) => ({
  ...{ score1: dScore1, score21: dScore21, score22: dScore22, points: dPoints },
});

export function AnswerForm({ editor, appeal, draft, result, template, onGiven }: Props) {
  const [check, setCheck] = useState({ stamp: 0, faults: new Map<string, string>() });
  const [isBusy, setBusy] = useState(false);
  const { body = null, asks } = appeal;
  const give = async () => {
    if (isBusy) return;
    const before = {
      dRating: result?.rating ?? null,
      dLevel: result?.level ?? null,
      score: result?.score ?? 0,
    };
    const faults = checkAnswer({ ...draft, score: scoreOf(draft) }, before, { asks, body });
    if (draft.outcome === 'upheld' && template)
      for (const { field, message } of scoreFaults(template, scoresOf(draft)))
        faults.set(scoreIds('d')(field), message);
    for (const { id, text } of withUnread([])) faults.set(id, text);
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.size > 0) return;
    setBusy(true);
    const hasArrived = await editor.save({ state: 'answered', ...draft });
    setBusy(false);
    if (hasArrived) onGiven();
  };
  return (
    <section class="stack narrow" aria-labelledby="answer-title">
      <h2 id="answer-title">Trả lời</h2>
      {appeal.returned && (
        <Notice tone="attention">
          <p>Trả lời lần trước không được nhận, chưa có hiệu lực: {appeal.returned}</p>
        </Notice>
      )}
      <ErrorSummary
        title={`Còn ${check.faults.size} chỗ cần bổ sung`}
        faults={[...check.faults].map(([id, text]) => ({ id, text }))}
        stamp={check.stamp}
      />
      <Choices
        id="outcome"
        legend="Kết luận"
        column
        options={appealOutcomes.map((value) => ({ value, label: appealOutcomeLabels[value] }))}
        value={draft.outcome}
        errors={check.faults}
        onChange={(outcome) => editor.edit({ outcome })}
      />
      {draft.outcome === 'upheld' && (
        <Corrected editor={editor} draft={draft} template={template} errors={check.faults} />
      )}
      {body !== null && (
        <TextArea
          id="participants"
          label={`Những người của ${body} cùng xem xét`}
          short
          max={sizes.note}
          value={draft.participants}
          errors={check.faults}
          onInput={(participants) => editor.edit({ participants })}
        />
      )}
      <TextArea
        id="answer"
        label="Lý do"
        hint={`${appeal.personName} và ${appeal.deciderName} đọc được`}
        max={sizes.note}
        value={draft.answer}
        errors={check.faults}
        onInput={(answer) => editor.edit({ answer })}
      />
      <p>
        Trả lời rồi không rút lại được. Nếu sửa, kết quả mới thay kết quả cũ ở mọi nơi, lần cũ vẫn xem lại
        được, và {appeal.personName} có thời hạn kiến nghị mới.
      </p>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void give()}>
          {isBusy ? 'Đang gửi…' : 'Gửi trả lời'}
        </button>
        <SaveState saving={editor.view.saving} savedAt={editor.view.savedAt} />
      </div>
    </section>
  );
}

function Corrected(props: {
  editor: Editor<StoredAppeal, AnswerDraft>;
  draft: AnswerDraft;
  template: Template | null;
  errors: Errors;
}) {
  const { editor, draft, template, errors } = props;
  const scores = scoresOf(draft);
  return (
    <>
      {template && (
        <>
          <ScoreFields
            template={template}
            as="d"
            scores={scores}
            work={null}
            errors={errors}
            edit={(change) => editor.edit(scoresAs('d', change))}
          />
          <ScoreTotal template={template} scores={scores} label="Tổng điểm" band="theo khung điểm:" />
        </>
      )}
      <Choices
        id="dRating"
        legend="Xếp loại tháng"
        column
        options={ratings.map((value) => ({ value, label: ratingLabels[value] }))}
        value={draft.dRating}
        errors={errors}
        onChange={(dRating) => editor.edit({ dRating })}
      />
      <Choices
        id="dLevel"
        legend="Mức độ nhận diện biểu hiện"
        column
        options={levels.map((value) => ({ value, label: levelLabels[value] }))}
        value={draft.dLevel}
        errors={errors}
        onChange={(dLevel) => editor.edit({ dLevel })}
      />
    </>
  );
}
