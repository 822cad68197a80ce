// What the unit sees of its own results: name, post, rating, level, who decided, and findings where the organisation shows them (domain.md section 11).
import { civilDateOf, formatDate, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { levelLabels, ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import { amongHeads } from '../../../../functions/src/schema/paths.ts';
import type { Board } from '../../../../functions/src/schema/unit.ts';
import { compareNames } from '../../data/queue.ts';

export function BoardTable({ board, of = '' }: { board: Board; of?: string }) {
  // Absent on boards of before there was such a setting.
  const hasFindings = Object.values(board.rows).some(
    ({ findings = '' }: { findings?: string }) => findings !== '',
  );
  const rows = Object.entries(board.rows).sort(([, a], [, b]) => compareNames(a.name, b.name));
  const id = `board-${board.unit}`;
  const isOfHeads = board.unit === amongHeads;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>
        Kết quả đã công khai{of}, tháng {formatMonth(board.month)}
      </h2>
      <table class="as-list">
        <caption class="hidden-visually">
          Kết quả đánh giá, nhận diện của {isOfHeads ? 'người đứng đầu các đơn vị' : board.unitName}
        </caption>
        <thead>
          <tr>
            <th scope="col">Họ tên</th>
            <th scope="col">Chức vụ</th>
            {isOfHeads && <th scope="col">Đơn vị</th>}
            <th scope="col">Xếp loại</th>
            <th scope="col">Mức độ nhận diện</th>
            {hasFindings && <th scope="col">Nhận diện biểu hiện</th>}
            <th scope="col">Người quyết định</th>
            <th scope="col">Công khai</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([person, row]) => (
            <tr key={person}>
              <td class="strong">{row.name}</td>
              <td>{row.post}</td>
              {/* Absent on boards of before it was told. */}
              {isOfHeads && <td>{(row as Partial<typeof row>).unitName ?? ''}</td>}
              <td data-label="Xếp loại">
                {row.unrated || !row.rating ? unratedLabel : ratingLabels[row.rating]}
              </td>
              <td data-label="Mức độ">{row.level ? levelLabels[row.level] : ''}</td>
              {hasFindings && <td data-label="Nhận diện">{row.findings}</td>}
              <td data-label="Người quyết định">{row.decider}</td>
              <td data-label="Công khai">
                {formatDate(civilDateOf(row.publishedAt))}
                {row.version > 1 ? `, lần ${row.version}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
