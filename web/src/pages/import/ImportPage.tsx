// Nhập danh sách: a file of the office, what it would change, and then all of it or nothing.
import { useState } from 'preact/hooks';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import type { ListKind } from '../../data/import/dryRunOf.ts';
import { templateFile } from '../../data/import/template.ts';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { Notice, PageHead } from '../../parts/Page.tsx';
import { showCount } from '../../parts/Pager.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { Columns } from './Columns.tsx';
import { DryRunTable } from './DryRunTable.tsx';
import { useImport, type Import } from './useImport.ts';

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

function FileChoice({ imported }: { imported: Import }) {
  const [isMaking, setMaking] = useState(false);
  const { kind } = imported;
  const download = async () => {
    setMaking(true);
    try {
      const url = URL.createObjectURL(await templateFile(kind));
      const link = document.createElement('a');
      link.href = url;
      link.download = kind === 'people' ? 'mau-danh-sach-nhan-su.xlsx' : 'mau-danh-sach-don-vi.xlsx';
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } finally {
      setMaking(false);
    }
  };
  return (
    <section class="stack narrow" aria-labelledby="file-title">
      <h2 id="file-title">Tệp</h2>
      <Choices<ListKind>
        id="list-kind"
        legend="Danh sách"
        options={[
          { value: 'people', label: 'Nhân sự' },
          { value: 'units', label: 'Đơn vị' },
        ]}
        value={kind}
        onChange={imported.choose}
      />
      <div class="field">
        <label for="file">Chọn tệp</label>
        <p class="hint" id="file-hint">
          CSV (UTF-8) hoặc XLSX, tối đa 5.000 dòng mỗi lần cho nhanh
        </p>
        <input
          id="file"
          class="file-input"
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="file-hint"
          onChange={(e) => {
            const [chosen] = e.currentTarget.files ?? [];
            if (chosen) imported.read(chosen);
            // The same file, corrected meanwhile, can be chosen again.
            e.currentTarget.value = '';
          }}
        />
        <label for="file" class="button file-button" aria-hidden="true">
          {imported.step.at === 'read' ? 'Chọn tệp khác' : 'Chọn tệp trên máy này'}
        </label>
      </div>
      <p>
        <button type="button" class="button" aria-disabled={isMaking} onClick={() => void download()}>
          <Icon name="download" /> Tải tệp mẫu
        </button>
      </p>
    </section>
  );
}

/** What the dry run comes to, said before its rows. */
function Verdict({ imported }: { imported: Import }) {
  const { checked, sent, kind } = imported;
  if (checked.at !== 'done') return null;
  const { counts, general } = checked.run;
  const what = kind === 'people' ? 'người' : 'đơn vị';
  if (sent.at === 'applied') {
    return (
      <Notice tone="good" role="status">
        <p>
          Đã nhập xong: thêm {showCount(sent.added)} {what}, thay đổi {showCount(sent.changed)} hồ sơ.
        </p>
        <p class="row">
          <a href={hrefOf({ page: 'organisation', unit: null })}>Xem tổ chức</a>
          <button type="button" class="link" onClick={imported.checkAgain}>
            Kiểm tra lại tệp này
          </button>
        </p>
      </Notice>
    );
  }
  if (counts.refused > 0 || general.length > 0) {
    return (
      <Notice tone="attention">
        <p>
          Chưa nhập được: {showCount(counts.refused)} hồ sơ có chỗ phải sửa. Sửa trong tệp rồi chọn lại; khi
          chưa sửa hết thì không dòng nào được nhập.
        </p>
      </Notice>
    );
  }
  if (counts.added + counts.changed === 0) {
    return (
      <Notice tone="good" role="status">
        <p>Không có gì thay đổi: mọi dòng của tệp đã đúng như hồ sơ.</p>
      </Notice>
    );
  }
  return null;
}

function Apply({ imported }: { imported: Import }) {
  const { checked, sent } = imported;
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  if (checked.at !== 'done') return null;
  const { counts } = checked.run;
  if (checked.run.toSend.length === 0 || sent.at === 'applied') return null;
  const errors: Errors = new Map(isMissing ? [['reason', 'Ghi lý do nhập, ví dụ số quyết định.']] : []);
  const go = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') document.getElementById('reason')?.focus();
    else imported.send(reason);
  };
  return (
    <section class="stack narrow" aria-labelledby="apply-title">
      <h2 id="apply-title">Nhập</h2>
      <TextArea
        id="reason"
        label="Lý do"
        hint="Lưu cùng lịch sử của từng hồ sơ thay đổi"
        short
        max={sizes.line}
        value={reason}
        errors={errors}
        onInput={setReason}
      />
      {sent.at === 'refused' && (
        <Notice tone="attention" role="alert">
          <p>Máy chủ không nhận, không dòng nào được nhập. Danh sách có thể vừa được người khác sửa.</p>
          <ul>
            {sent.problems.slice(0, 20).map((problem, i) => (
              <li key={i}>
                {checked.run.toSend[problem.row]?.id ?? ''} {problem.reason}
              </li>
            ))}
          </ul>
          <p>
            <button type="button" class="link" onClick={imported.checkAgain}>
              Kiểm tra lại
            </button>
          </p>
        </Notice>
      )}
      {sent.at === 'trouble' && (
        <Notice tone="attention" role="alert">
          <p>{sent.text}</p>
        </Notice>
      )}
      {sent.at === 'sending' ? (
        <div class="stack" style={{ '--gap': '8px' }}>
          <progress
            max={sent.progress.all}
            value={sent.progress.sent}
            aria-label={`Đã gửi ${sent.progress.sent} trong ${sent.progress.all} dòng`}
          />
          <p class="small" role="status">
            {sent.progress.sent < sent.progress.all
              ? `Đã gửi ${showCount(sent.progress.sent)} trong ${showCount(sent.progress.all)} hồ sơ. Chưa có gì thay đổi cho đến khi gửi đủ.`
              : 'Đã gửi đủ, máy chủ đang ghi vào hồ sơ…'}
          </p>
        </div>
      ) : (
        <p>
          <button type="button" class="button primary" onClick={go}>
            Nhập {showCount(counts.added + counts.changed)} hồ sơ
          </button>
        </p>
      )}
    </section>
  );
}
