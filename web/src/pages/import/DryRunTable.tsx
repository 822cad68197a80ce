// The dry run as a table: what happens to each row and why, filtered by outcome, fifty rows at a time.
import { useState } from 'preact/hooks';
import {
  outcomes,
  type DryRow,
  type DryRun,
  type Outcome,
} from '../../../../functions/src/domain/import/dryRun.ts';
import { columnsOf, type ListKind } from '../../data/import/dryRunOf.ts';
import { Notice } from '../../parts/Page.tsx';
import { Pager, showCount } from '../../parts/Pager.tsx';
import { State, type Tone } from '../../parts/State.tsx';
import type { IconName } from '../../parts/icons.tsx';

const pageSize = 50;
const labels: Record<Outcome, string> = {
  refused: 'Không nhận',
  added: 'Thêm mới',
  changed: 'Thay đổi',
  unchanged: 'Giữ nguyên',
};
const looks: Record<Outcome, [Tone, IconName]> = {
  refused: ['late', 'warning'],
  added: ['public', 'plus'],
  changed: ['filed', 'sent'],
  unchanged: ['quiet', 'check'],
};

export function DryRunTable({ run, kind }: { run: DryRun<unknown>; kind: ListKind }) {
  const { rows, counts, general } = run;
  const first = outcomes.find((outcome) => counts[outcome] > 0) ?? 'unchanged';
  const [shown, setShown] = useState<Outcome | null>(counts.refused > 0 ? 'refused' : first);
  const [page, setPage] = useState(0);
  const listed = shown === null ? rows : rows.filter(({ outcome }) => outcome === shown);
  const show = (outcome: Outcome | null) => {
    setShown(outcome);
    setPage(0);
  };
  return (
    <div class="stack">
      <div class="outcomes" role="group" aria-label="Lọc theo kết quả">
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            class={`outcome ${looks[outcome][0]}`}
            aria-pressed={shown === outcome}
            onClick={() => show(outcome)}
          >
            <span class="count">{showCount(counts[outcome])}</span> {labels[outcome]}
          </button>
        ))}
        <button type="button" class="outcome" aria-pressed={shown === null} onClick={() => show(null)}>
          <span class="count">{showCount(rows.length)}</span> Tất cả
        </button>
      </div>
      {general.map((reason) => (
        <Notice key={reason} tone="attention">
          <p>{reason}</p>
        </Notice>
      ))}
      {listed.length > 0 && (
        <>
          <table class="as-list dry-run">
            <caption class="hidden-visually">Kết quả kiểm tra từng dòng</caption>
            <thead>
              <tr>
                <th scope="col">Dòng</th>
                <th scope="col">{kind === 'people' ? 'Họ tên' : 'Đơn vị'}</th>
                <th scope="col">Kết quả</th>
                <th scope="col">Chi tiết</th>
              </tr>
            </thead>
            <tbody>
              {listed.slice(page * pageSize, (page + 1) * pageSize).map((row) => (
                <Row key={`${row.id} ${row.lines.join()}`} row={row} kind={kind} />
              ))}
            </tbody>
          </table>
          <Pager from={page * pageSize} size={pageSize} all={listed.length} what="hồ sơ" onTurn={setPage} />
        </>
      )}
    </div>
  );
}

/** The name of somebody new stands beside. */
const isTold = (row: DryRow) => (d: DryRow['differences'][number]) =>
  row.outcome === 'changed' || d.field !== 'name';

function Row({ row, kind }: { row: DryRow; kind: ListKind }) {
  const [tone, icon] = looks[row.outcome];
  const columns = new Map(columnsOf(kind).map(({ key, label }) => [key, label]));
  return (
    <tr>
      <td data-label="Dòng">{row.lines.join(', ')}</td>
      <td>
        <span class="strong">{row.name || '(trống)'}</span>
        <br />
        <span class="soft small">
          {row.id}
          {row.isDerived && row.outcome === 'added' && ' (mã suy ra từ tên)'}
        </span>
      </td>
      <td>
        <State tone={tone} icon={icon}>
          {labels[row.outcome]}
        </State>
      </td>
      <td>
        {row.problems.map((problem, i) => (
          <p key={i} class="problem">
            {row.lines.length > 1 && `Dòng ${problem.line}. `}
            {problem.column !== null && (
              <span class="strong">Cột {columns.get(problem.column) ?? problem.column}: </span>
            )}
            {problem.reason}
          </p>
        ))}
        {row.differences.length > 0 && (
          <dl class="differences">
            {row.differences.filter(isTold(row)).map((d) => (
              <div key={d.field}>
                <dt>{d.label}</dt>
                <dd>
                  {row.outcome === 'changed' && (
                    <>
                      <span class="was">{d.before || '(trống)'}</span>
                      <span aria-hidden="true"> → </span>
                      <span class="hidden-visually"> đổi thành </span>
                    </>
                  )}
                  {d.after || '(trống)'}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {row.outcome !== 'unchanged' &&
          row.notes.map((note) => (
            <p key={note} class="soft small">
              {note}
            </p>
          ))}
      </td>
    </tr>
  );
}
