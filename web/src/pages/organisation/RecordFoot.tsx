// The foot of a record's form: what will change, the reason, and the one act that sends it.
import type { Difference } from '../../../../functions/src/domain/import/differences.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Errors } from '../../parts/fields.tsx';
import { TextArea } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { clockOf } from '../../parts/SaveState.tsx';
import type { RecordForm } from './useRecord.ts';

export function Differences({
  differences,
  caption,
}: {
  differences: readonly Difference[];
  caption: string;
}) {
  return (
    <table class="as-list changes">
      <caption class="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Mục</th>
          <th scope="col">Trước</th>
          <th scope="col">Sau</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((d) => (
          <tr key={d.field}>
            <th scope="row">{d.label}</th>
            <td data-label="Trước">{d.before || '–'}</td>
            <td data-label="Sau">{d.after || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DraftNotice<V>({ form }: { form: RecordForm<V> }) {
  if (form.restoredFrom === null) return null;
  return (
    <Notice tone={form.isStale ? 'attention' : 'todo'} role="status">
      <p>
        Đã lấy lại phần sửa dở trên máy này lúc {clockOf(form.restoredFrom)}.
        {form.isStale &&
          ' Từ lúc đó hồ sơ đã được sửa ở nơi khác: xem kỹ mục Sẽ thay đổi ở cuối trang trước khi lưu.'}
      </p>
      <p>
        <button type="button" class="link" onClick={form.drop}>
          Bỏ phần sửa dở
        </button>
      </p>
    </Notice>
  );
}

export function RecordFoot<V>(props: {
  form: RecordForm<V>;
  differences: readonly Difference[];
  errors: Errors;
  /** Consequences that can't be undone, in full sentences. */
  consequence?: string | null;
}) {
  const { form, differences, errors, consequence } = props;
  return (
    <section class="stack" aria-labelledby="foot-title">
      <h2 id="foot-title">Sẽ thay đổi</h2>
      {differences.length === 0 ? (
        <p class="soft">Chưa có gì thay đổi.</p>
      ) : (
        <Differences differences={differences} caption="Những gì sẽ thay đổi" />
      )}
      {consequence && (
        <Notice tone="attention">
          <p>{consequence}</p>
        </Notice>
      )}
      <TextArea
        id="reason"
        label="Lý do thay đổi"
        hint="Lưu cùng lịch sử hồ sơ, ví dụ: Quyết định số 125/QĐ-UBND ngày 20/04/2026"
        max={sizes.line}
        short
        value={form.reason}
        errors={errors}
        onInput={form.setReason}
      />
      {form.trouble && (
        <Notice tone="attention" role="alert">
          <p>{form.trouble}</p>
        </Notice>
      )}
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled={form.sending === 'sending' || differences.length === 0}
          onClick={() => differences.length > 0 && form.send()}
        >
          {form.sending === 'sending' ? 'Đang lưu…' : 'Lưu thay đổi'}
        </button>
        {form.isChanged && form.sending !== 'sending' && (
          <button type="button" class="link" onClick={form.drop}>
            Bỏ thay đổi
          </button>
        )}
        <p class="small soft" role="status">
          {form.sending === 'sending' ? 'Máy chủ đang kiểm tra và ghi vào hồ sơ…' : ''}
        </p>
      </div>
    </section>
  );
}
