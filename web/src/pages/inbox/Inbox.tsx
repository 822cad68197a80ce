// Hộp tin: what I was told, the newest first, each with the way to where it is done.
import { useState } from 'preact/hooks';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { markRead, readAll, readUnread, type NoticeRow } from '../../data/inbox.ts';
import { troubleOf } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function Inbox({ me }: { me: Me }) {
  const [isAll, setAll] = useState(false);
  const [failed, setFailed] = useState(false);
  const [loaded, reload] = useLoaded(() => (isAll ? readAll(me) : readUnread(me)), `${me.pid} ${isAll}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const rows = loaded.value;
  const unread = rows.filter(({ data }) => !data.read);
  const mark = async (some: readonly NoticeRow[]) => {
    try {
      setFailed(false);
      await markRead(me, some);
      reload();
    } catch (error) {
      setFailed(troubleOf(error) !== 'refused');
    }
  };
  return (
    <>
      <PageHead
        title="Hộp tin"
        lead={unread.length > 0 ? `${unread.length} tin chưa đọc` : 'Không có tin chưa đọc'}
      >
        <div class="row">
          <button type="button" class="link" onClick={() => setAll(!isAll)}>
            {isAll ? 'Chỉ xem tin chưa đọc' : 'Xem cả tin đã đọc'}
          </button>
          {unread.length > 1 && (
            <button type="button" class="button" onClick={() => void mark(unread)}>
              Đánh dấu đã đọc tất cả
            </button>
          )}
        </div>
      </PageHead>
      {failed && (
        <Notice tone="attention" role="alert">
          <p>Chưa ghi được là đã đọc vì mất kết nối. Thử lại sau.</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <Notice>
          <p>
            Ở đây có tin khi một dấu hiệu được xác nhận, khi báo cáo khắc phục được gửi hoặc trả lời, và khi
            sắp đến hạn: khắc phục, nộp phiếu, nộp kế hoạch và báo cáo của đơn vị, đánh giá, quyết định, cho ý
            kiến, gửi số liệu.
          </p>
        </Notice>
      ) : (
        <ul class="notices">
          {rows.map((row) => (
            <One key={row.id} row={row} onRead={() => void mark([row])} />
          ))}
        </ul>
      )}
    </>
  );
}

function One({ row: { data }, onRead }: { row: NoticeRow; onRead: () => void }) {
  return (
    <li class={data.read ? 'read' : ''}>
      <p>
        {data.link === '' ? (
          <strong>{data.title}</strong>
        ) : (
          // Whoever goes there has read it.
          <a href={data.link} onClick={data.read ? undefined : onRead}>
            {data.title}
          </a>
        )}
        {!data.read && <span class="hidden-visually"> (chưa đọc)</span>}
      </p>
      <p class="pre">{data.body}</p>
      <p class="row">
        <span class="soft small">{formatMoment(data.at)}</span>
        {!data.read && (
          <button type="button" class="link small" onClick={onRead}>
            Đánh dấu đã đọc<span class="hidden-visually">: {data.title}</span>
          </button>
        )}
      </p>
    </li>
  );
}
