// Chờ tôi: everybody whose month waits for my word, with the keyboard at hand.
import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { isToDecide, moveCursor, type QueueRow } from '../../data/queue.ts';
import { rememberQueue, routeOfRow } from '../../data/queueOrder.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Digits } from '../../parts/Digits.tsx';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { showScore } from '../../parts/parse.ts';
import { go, hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { Proposed, Standing } from './cells.tsx';
import { NotFiledYet } from './NotFiledYet.tsx';
import { UnitsToRate } from './UnitsToRate.tsx';
import { readQueue, type QueueOfMonth } from './readQueue.ts';

async function openQueue(me: Me, asked: Month | null): Promise<QueueOfMonth> {
  const queue = await readQueue(me, asked);
  rememberQueue(me.pid, queue.rows);
  return queue;
}

export function Queue({ me, month: asked }: { me: Me; month: Month | null }) {
  const [loaded, reload] = useLoaded(() => openQueue(me, asked), `${me.pid} ${asked ?? ''}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { month, rows } = loaded.value;
  const waiting = rows.filter((r) => r.task !== null && !r.held).length;
  const toDecide = rows.filter(isToDecide).length;
  return (
    <>
      <PageHead
        title="Chờ tôi"
        lead={
          waiting > 0
            ? `${waiting} phiếu chờ đánh giá, quyết định hoặc ý kiến`
            : 'Không có phiếu nào đang chờ'
        }
      >
        <div class="row">
          <a href={hrefOf({ page: 'years-to-decide', year: null })}>Xếp loại năm</a>
          <a href={hrefOf({ page: 'appeals', id: null })}>Kiến nghị</a>
          <a href={hrefOf({ page: 'replacements', id: null })}>Xem xét thay thế</a>
          <a href={hrefOf({ page: 'facts' })}>Tồn đọng, phối hợp</a>
          <a href={hrefOf({ page: 'delegations' })}>Uỷ quyền</a>
          <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'queue', month: to })} />
        </div>
      </PageHead>
      {rows.length === 0 ? (
        <Notice>
          <p>
            Phiếu tháng {formatMonth(month)} của những người thuộc thẩm quyền đánh giá, quyết định sẽ hiện ở
            đây ngay khi được nộp, hoặc khi hết hạn nộp.
          </p>
        </Notice>
      ) : (
        <>
          {toDecide > 1 && (
            <p class="no-print">
              <a class="button" href={hrefOf({ page: 'decide-many', month })}>
                Xem và quyết định {toDecide} phiếu đã đánh giá
              </a>
            </p>
          )}
          <QueueList rows={rows} />
        </>
      )}
      <UnitsToRate me={me} month={month} />
      <NotFiledYet {...{ me, month }} there={new Set(rows.map(({ person }) => person))} />
    </>
  );
}

function QueueList({ rows }: { rows: QueueRow[] }) {
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      const next = moveCursor(event.key, at, rows.length);
      if (next === null) return;
      event.preventDefault();
      setAt(next);
      body.current?.querySelectorAll<HTMLAnchorElement>('a[data-open]')[next]?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [at, rows.length]);
  return (
    <>
      <p class="hint no-print keys">
        <kbd>j</kbd> <kbd>k</kbd> hoặc mũi tên để chọn, <kbd>Enter</kbd> để mở
      </p>
      <table class="as-list queue">
        <caption class="hidden-visually">Danh sách phiếu chờ tôi</caption>
        <thead>
          <tr>
            <th scope="col">Họ tên</th>
            <th scope="col">Chức vụ, đơn vị</th>
            <th scope="col">Tình trạng</th>
            <th scope="col" class="figure">
              Tự chấm
            </th>
            <th scope="col">Hệ thống đề xuất</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, i) => (
            <Fragment key={row.id}>
              {row.onBehalf !== null && row.onBehalf !== rows[i - 1]?.onBehalf && (
                <tr class="group">
                  <th scope="rowgroup" colSpan={5}>
                    Thay mặt {row.onBehalf}
                  </th>
                </tr>
              )}
              <tr
                class={i === at ? 'queue-row at' : 'queue-row'}
                onClick={() => go(routeOfRow(row))}
                onFocusIn={() => setAt(i)}
              >
                <td>
                  <a data-open href={hrefOf(routeOfRow(row))}>
                    {row.name}
                  </a>
                </td>
                <td>
                  {row.post}
                  <br />
                  <span class="soft">{row.unitName}</span>
                </td>
                <td>
                  <Standing row={row} />
                </td>
                <td class="figure" data-label="Tự chấm">
                  {row.assessment && <Digits>{showScore(row.assessment.selfScore)}</Digits>}
                </td>
                <td data-label="Hệ thống đề xuất">{row.assessment && <Proposed a={row.assessment} />}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}
