// Which column of the file is which: guessed from its head, corrected here, remembered for the next file of the kind.
import type { Cell, Column } from '../../../../functions/src/domain/import/columns.ts';
import { columnsOf } from '../../data/import/dryRunOf.ts';
import { Notice } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Import, ReadFile } from './useImport.ts';

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/');
  return String(cell).trim();
};

export const missingColumns = (imported: Import): Column[] =>
  columnsOf(imported.kind).filter(({ key, needed }) => needed && imported.mapping[key] === undefined);

export function Columns({ imported, file }: { imported: Import; file: ReadFile }) {
  const { kind, head, mapping } = imported;
  const columns = columnsOf(kind);
  const heads = file.first[head] ?? [];
  const options = heads.map((cell, i) => ({ value: String(i), label: textOf(cell) || `Cột ${i + 1}` }));
  const missing = missingColumns(imported);
  const example = (at: number | undefined) =>
    at === undefined
      ? ''
      : (file.first
          .slice(head + 1)
          .map((cells) => textOf(cells[at]))
          .find(Boolean) ?? '');
  return (
    <details open={missing.length > 0}>
      <summary>
        Cột của tệp: nhận ra {Object.keys(mapping).length} trong {columns.length}
        {missing.length > 0 && `, thiếu ${missing.map(({ label }) => label).join(', ')}`}
      </summary>
      <div class="stack columns">
        {missing.length > 0 && (
          <Notice tone="todo">
            <p>
              Người hoặc đơn vị mới cần đủ các mục này. Chọn cột của tệp ứng với từng mục; nếu tệp chỉ cập
              nhật hồ sơ đã có thì để trống.
            </p>
          </Notice>
        )}
        <Select
          id="head-line"
          label="Dòng tiêu đề của bảng"
          value={String(head)}
          options={file.first
            .slice(0, 15)
            .map((cells, i) => ({
              value: String(i),
              label: `Dòng ${i + 1}: ${cells.map(textOf).filter(Boolean).slice(0, 4).join(', ').slice(0, 60)}`,
            }))}
          onChange={(line) => imported.setHead(Number(line))}
        />
        <div class="column-grid">
          {columns.map(({ key, label, needed }) => {
            const at = mapping[key];
            const sample = example(at);
            return (
              <Select
                key={key}
                id={`column-${key}`}
                label={needed ? label : `${label} (không bắt buộc)`}
                {...(sample ? { hint: `Ví dụ: ${sample.slice(0, 60)}` } : {})}
                value={at === undefined ? '' : String(at)}
                none="Không có trong tệp"
                options={options}
                onChange={(chosen) => imported.setColumn(key, chosen === '' ? null : Number(chosen))}
              />
            );
          })}
        </div>
        <p class="hint">Lựa chọn được nhớ trên máy này cho các tệp cùng tiêu đề.</p>
      </div>
    </details>
  );
}
