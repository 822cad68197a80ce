// The act itself: a reason, then the whole list in one change, with its progress.
import { useState } from 'preact/hooks';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { showCount } from '../../parts/Pager.tsx';
import { type Import } from './useImport.ts';

export function Apply({ imported }: { imported: Import }) {
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
