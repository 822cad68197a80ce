// What stands beside the form to be read: the system's proposal, and the evaluator's record before a decision.
import { inForce } from '../../../../functions/src/domain/inForce.ts';
import { levelLabels, ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import { totalScore } from '../../../../functions/src/domain/rating.ts';
import type { Assessment, Proposal } from '../../../../functions/src/schema/assessment.ts';
import { showScore } from '../../parts/parse.ts';
import { Trace } from '../../parts/Trace.tsx';

export function Results(props: {
  rating: Assessment['eRating'];
  level: Assessment['eLevel'];
  score: number | null;
  unrated?: boolean;
}) {
  const { rating, level, score, unrated } = props;
  return (
    <dl class="results">
      <div>
        <dt>Xếp loại</dt>
        <dd>{unrated ? unratedLabel : rating ? ratingLabels[rating] : 'Chưa có'}</dd>
      </div>
      {!unrated && (
        <div>
          <dt>Mức độ nhận diện</dt>
          <dd>{level ? levelLabels[level] : 'Chưa có'}</dd>
        </div>
      )}
      {score !== null && (
        <div>
          <dt>Điểm</dt>
          <dd>{showScore(score)}</dd>
        </div>
      )}
    </dl>
  );
}

export function ProposalBox({ proposal }: { proposal: Proposal }) {
  const { rating, level, score, unrated, warnings, trace } = proposal;
  // Absent on proposals of before facts were kept.
  const { facts = '' } = proposal as Partial<Pick<Proposal, 'facts'>>;
  return (
    <div class="stack">
      <Results rating={rating} level={level} score={score} unrated={unrated} />
      {warnings.length > 0 && (
        <ul class="notice todo plain">
          {warnings.map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
      )}
      <Trace title="Vì sao có đề xuất này?" steps={[...trace, ...inForce(facts)]} />
    </div>
  );
}

export function OtherRecord({ assessment: a }: { assessment: Assessment }) {
  return (
    <div class="stack">
      <h3>Đánh giá của {a.evaluatedBy ?? a.evaluatorName}</h3>
      <Results rating={a.eRating} level={a.eLevel} score={totalScore(a.eScore1, a.eScore21, a.eScore22)} />
      <dl class="words">
        {a.eComment && (
          <>
            <dt>Nhận xét</dt>
            <dd>{a.eComment}</dd>
          </>
        )}
        {a.eReason && (
          <>
            <dt>Lý do</dt>
            <dd>{a.eReason}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
