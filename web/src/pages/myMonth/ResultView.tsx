// The published result: both results, the authority's reasons, the trace, the PDF.
import { formatMoment, formatWeekday, lastDayBefore } from '../../../../functions/src/domain/civilDate.ts';
import {
  levelLabels,
  personForm,
  ratingLabels,
  unratedLabel,
} from '../../../../functions/src/domain/labels.ts';
import { reportPath } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { Download } from '../../parts/Download.tsx';
import { showScore } from '../../parts/parse.ts';
import { RowsTable } from '../../parts/RowsTable.tsx';
import { Trace } from '../../parts/Trace.tsx';
import type { Me } from '../../session.ts';

export function ResultView({ me, result, sheet }: { me: Me; result: Result; sheet: Sheet }) {
  const { rating, level, version } = result;
  return (
    <section class="stack" aria-labelledby="result-title">
      <h2 id="result-title">Kết quả tháng{version > 1 ? `, lần ${version}` : ''}</h2>
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
        <Trace title="Vì sao có kết quả này?" steps={result.trace} />
      </div>
      <RowsTable sheet={sheet} authority={result} />
      <div class="row">
        <Download
          path={reportPath(me.org, result.month, 'phieu-01', result.person, version)}
          name={`phieu-01-${result.person}-${result.month}.pdf`}
          label="Tải Phiếu số 01 (PDF)"
        />
        <span class="soft small">
          Kiến nghị về kết quả: đến hết {formatWeekday(lastDayBefore(result.appealUntil))}
        </span>
      </div>
    </section>
  );
}
