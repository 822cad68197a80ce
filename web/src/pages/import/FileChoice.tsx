// Which list it is, the file with it, and a template for who has none.
import { useState } from 'preact/hooks';
import type { ListKind } from '../../data/import/dryRunOf.ts';
import { templateFile } from '../../data/import/template.ts';
import { Choices } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { type Import } from './useImport.ts';

export function FileChoice({ imported }: { imported: Import }) {
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
