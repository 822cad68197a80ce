// The published result: both results, the authority's reasons, the trace, the PDF, and how to appeal.
import { reportPath } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { Download } from '../../parts/Download.tsx';
import { ResultFacts } from '../../parts/ResultFacts.tsx';
import { ResultVersions } from '../../parts/ResultVersions.tsx';
import { RowsTable } from '../../parts/RowsTable.tsx';
import type { Me } from '../../session.ts';
import { MyAppeal } from '../appeals/MyAppeal.tsx';

export function PublishedResult({ me, result, sheet }: { me: Me; result: Result; sheet: Sheet }) {
  const { version } = result;
  return (
    <section class="stack" aria-labelledby="result-title">
      <h2 id="result-title">Kết quả tháng{version > 1 ? `, lần ${version}` : ''}</h2>
      {result.reopened && (
        <div class="notice attention" role="status">
          <p>
            {result.reopened.by} đã mở lại kết quả này để quyết định lại. Lý do: {result.reopened.reason}
          </p>
          <p>Đến khi có kết quả lần {version + 1}, kết quả dưới đây vẫn là kết quả hiện hành.</p>
        </div>
      )}
      <ResultFacts result={result} />
      <RowsTable sheet={sheet} authority={result} />
      <div class="row">
        <Download
          path={reportPath(me.org, result.month, 'phieu-01', result.person, version)}
          name={`phieu-01-${result.person}-${result.month}.pdf`}
          label="Tải Phiếu số 01 (PDF)"
        />
      </div>
      <ResultVersions org={me.org} current={result} />
      <MyAppeal key={`${result.month} ${version}`} me={me} result={result} />
    </section>
  );
}
