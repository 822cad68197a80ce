// Two versions of one form: both shown where they differ, one kept by choice, nothing lost by accident.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { differencesOf } from '../data/same.ts';
import { fieldName } from './fieldNames.ts';

interface Versions {
  mine: object;
  theirs: object;
}

interface Answering {
  keepMine: () => Promise<void>;
  takeTheirs: () => Promise<void>;
}

export function Conflict({ of: { mine, theirs }, editor }: { of: Versions; editor: Answering }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <section class="stack" aria-labelledby="conflict-title">
      <h1 id="conflict-title" ref={title} tabIndex={-1}>
        Có hai bản khác nhau
      </h1>
      <p class="narrow">
        Phiếu này đã được lưu từ một máy hoặc một cửa sổ khác sau khi phần trên máy này được viết. Xem chỗ
        khác nhau rồi chọn bản giữ lại; bản kia sẽ được thay.
      </p>
      <div class="scroll-x" tabIndex={0} role="region" aria-label="Chỗ khác nhau giữa hai bản">
        <table class="compare as-list">
          <thead>
            <tr>
              <th scope="col">Ô</th>
              <th scope="col">Trên máy này</th>
              <th scope="col">Đã lưu trên máy chủ</th>
            </tr>
          </thead>
          <tbody>
            {differencesOf(mine, theirs).map((d) => (
              <tr key={`${d.field}.${d.key ?? ''}`}>
                <td>{fieldName(d.field, d.key)}</td>
                <td data-label="Trên máy này">{d.mine || '(trống)'}</td>
                <td data-label="Trên máy chủ">{d.theirs || '(trống)'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button type="button" class="button primary" onClick={() => void editor.keepMine()}>
          Giữ bản trên máy này
        </button>
        <button type="button" class="button" onClick={() => void editor.takeTheirs()}>
          Lấy bản trên máy chủ
        </button>
      </div>
    </section>
  );
}
