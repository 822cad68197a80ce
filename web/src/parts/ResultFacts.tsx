// A published result to read: rating, level and points, who decided it and why, and the way it was reached.
import { inForceOfResult } from '../../../functions/src/domain/inForce.ts';
import { formatMoment } from '../../../functions/src/domain/civilDate.ts';
import { levelLabels, personForm, ratingLabels, unratedLabel } from '../../../functions/src/domain/labels.ts';
import type { Result } from '../../../functions/src/schema/result.ts';
import { showScore } from './parse.ts';
import { Trace } from './Trace.tsx';

export function ResultFacts({ result }: { result: Result }) {
  const { rating, level } = result;
  return (
    <>
      <dl class="results">
        <div>
          <dt>{personForm.ratingLine.text}</dt>
          <dd>{result.unrated || !rating ? unratedLabel : ratingLabels[rating]}</dd>
        </div>
        <div>
          <dt>{personForm.levelLine.text}</dt>
          <dd>{level ? levelLabels[level] : '–'}</dd>
        </div>
        {result.score !== null && (
          <div>
            <dt>Điểm</dt>
            <dd>{showScore(result.score)}</dd>
          </div>
        )}
      </dl>
      <p>
        {result.decidedBy} quyết định, công khai lúc {formatMoment(result.publishedAt)}.
        {result.participants && ` Thành phần tham gia: ${result.participants}.`}
      </p>
      <dl class="words narrow">
        {result.comment && (
          <>
            <dt>Nhận xét của {result.evaluatedBy}</dt>
            <dd>{result.comment}</dd>
          </>
        )}
        {result.reason && (
          <>
            <dt>Lý do</dt>
            <dd>{result.reason}</dd>
          </>
        )}
      </dl>
      <div class="narrow">
        <Trace
          title="Vì sao có kết quả này?"
          steps={[...result.trace, ...inForceOfResult(result.basis ?? '')]}
        />
      </div>
    </>
  );
}
