// Nhập danh sách: a file of the office, what it would change, and then all of it or nothing.
import { OrgNav } from '../../parts/OrgNav.tsx';
import { Notice, PageHead } from '../../parts/Page.tsx';
import { showCount } from '../../parts/Pager.tsx';
import type { Me } from '../../session.ts';
import { Columns } from './Columns.tsx';
import { DryRunTable } from './DryRunTable.tsx';
import { useImport } from './useImport.ts';
import { Apply } from './Apply.tsx';
import { FileChoice } from './FileChoice.tsx';
import { Verdict } from './Verdict.tsx';

export function ImportPage({ me }: { me: Me }) {
  const imported = useImport(me);
  const { step, checked } = imported;
  return (
    <>
      <OrgNav me={me} page="import" />
      <PageHead
        title="Nhập danh sách"
        lead="Từ tệp CSV hoặc XLSX của cơ quan. Xem trước từng dòng; chỉ khi cả danh sách hợp lệ mới nhập được."
      />
      <div class="stack record">
        <FileChoice imported={imported} />
        {step.at === 'reading' && (
          <p class="soft" role="status">
            Đang đọc {step.name}…
          </p>
        )}
        {step.at === 'unreadable' && (
          <Notice tone="attention" role="alert">
            <p>{step.reason}</p>
          </Notice>
        )}
        {step.at === 'read' && (
          <section class="stack" aria-labelledby="check-title">
            <h2 id="check-title">Xem trước</h2>
            <p>
              <span class="strong">{step.file.name}</span>, {showCount(step.file.rows)} dòng.{' '}
              <span class="soft">Ô trống không xóa gì trong hồ sơ; người không có trong tệp giữ nguyên.</span>
            </p>
            <Columns imported={imported} file={step.file} />
            {checked.at === 'running' && (
              <p class="soft" role="status">
                Đang kiểm tra từng dòng…
              </p>
            )}
            {checked.at === 'failed' && (
              <Notice tone="attention" role="alert">
                <p>Không đọc được danh sách hiện có vì mất kết nối.</p>
                <p>
                  <button type="button" class="link" onClick={imported.checkAgain}>
                    Kiểm tra lại
                  </button>
                </p>
              </Notice>
            )}
            {checked.at === 'done' && <Verdict imported={imported} />}
            {checked.at === 'done' && (
              <DryRunTable key={JSON.stringify(checked.run.counts)} run={checked.run} kind={imported.kind} />
            )}
          </section>
        )}
        {step.at === 'read' && checked.at === 'done' && <Apply imported={imported} />}
      </div>
    </>
  );
}
