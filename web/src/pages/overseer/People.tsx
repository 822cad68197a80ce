// What the counts are made of, on demand: at which step each person is, and once published, with which result.
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { levelLabels, ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { Board, UnitMonth, UnitRow } from '../../../../functions/src/schema/unit.ts';
import { compareNames } from '../../data/queue.ts';
import { LateMark, StageState, State } from '../../parts/State.tsx';

interface Table {
  summary: string;
  heads: readonly string[];
  rows: readonly { id: string; name: string; post: string; cells: readonly ComponentChild[] }[];
}

function Fold({ summary, heads, rows }: Table) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && (
        <table class="as-list">
          <caption class="hidden-visually">{summary}</caption>
          <thead>
            <tr>
              {['Họ tên', ...heads].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows]
              .sort((a, b) => compareNames(a.name, b.name))
              .map(({ id, name, post, cells }) => (
                <tr key={id}>
                  <td>
                    <span class="strong">{name}</span>
                    <br />
                    <span class="soft">{post}</span>
                  </td>
                  {cells.map((cell, i) => (
                    <td key={heads[i]} data-label={heads[i]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

/** Steps only: results are for who decides until they are published. */
export function People({ unitMonth }: { unitMonth: UnitMonth }) {
  const rows = Object.entries(unitMonth.rows).map(([id, row]) => ({
    ...{ id, name: row.name, post: row.post },
    cells: [<Step key="step" row={row} />],
  }));
  return <Fold summary={`Từng người đang ở bước nào (${rows.length})`} heads={['Tình trạng']} rows={rows} />;
}

function Step({ row }: { row: UnitRow }) {
  return (
    <>
      {row.returned || (!row.filed && row.stage === 'open') ? (
        <State tone="todo" icon="circle">
          {row.returned ? 'Đã trả lại, chờ nộp lại' : 'Chưa nộp phiếu'}
        </State>
      ) : (
        <StageState stage={row.stage} />
      )}
      {row.late && (
        <div>
          <LateMark />
        </div>
      )}
    </>
  );
}

export function Published({ board }: { board: Board }) {
  const rows = Object.entries(board.rows).map(([id, row]) => ({
    ...{ id, name: row.name, post: row.post },
    cells: [
      row.unrated || !row.rating ? unratedLabel : ratingLabels[row.rating],
      row.level ? levelLabels[row.level] : '',
    ],
  }));
  return (
    <Fold
      summary={`Kết quả đã công khai (${rows.length})`}
      heads={['Xếp loại', 'Mức độ nhận diện']}
      rows={rows}
    />
  );
}
