// Kiến nghị chờ trả lời: those that wait for me, those past their date of people I decide on, and those about my own decisions.
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import type { Row } from '../../data/firestore.ts';
import { dueText } from '../../data/remaining.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { today } from '../../now.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { AppealPage } from './AppealPage.tsx';
import { AppealStanding } from './AppealRead.tsx';
import { readAppeals } from './readAppeals.ts';

export function Appeals({ me, id }: { me: Me; id: string | null }) {
  return id === null ? <Lists me={me} /> : <AppealPage key={id} me={me} id={id} />;
}

function Lists({ me }: { me: Me }) {
  const [loaded, reload] = useLoaded(() => readAppeals(me), me.pid);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { waiting, answered, overdue, mine } = loaded.value;
  const isEmpty = [waiting, answered, overdue, mine].every((rows) => rows.length === 0);
  return (
    <>
      <PageHead
        title="Kiến nghị chờ trả lời"
        lead={
          waiting.length > 0
            ? `${waiting.length} kiến nghị chờ tôi trả lời`
            : 'Không có kiến nghị nào đang chờ tôi'
        }
      >
        <a class="button" href={hrefOf({ page: 'queue', month: null })}>
          Về danh sách chờ tôi
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '40px' }}>
        {isEmpty && (
          <Notice>
            <p>
              Kiến nghị về kết quả do người thuộc thẩm quyền của tôi quyết định, và kiến nghị về quyết định
              của tôi, sẽ hiện ở đây ngay khi được gửi.
            </p>
          </Notice>
        )}
        <List title="Chờ tôi trả lời" rows={waiting} />
        <List title="Quá hạn trả lời" rows={overdue} />
        <List title="Về quyết định của tôi, do người khác trả lời" rows={mine} />
        <List title="Đã trả lời" rows={answered} />
      </div>
    </>
  );
}

function List({ title, rows }: { title: string; rows: Row<StoredAppeal>[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <table class="as-list">
        <caption class="hidden-visually">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Họ tên</th>
            <th scope="col">Chức vụ, đơn vị</th>
            <th scope="col">Kết quả</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Hạn trả lời</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, data: a }) => (
            <tr key={id}>
              <td>
                <a href={hrefOf({ page: 'appeals', id })}>{a.personName}</a>
              </td>
              <td>
                {a.post}
                <br />
                <span class="soft">{a.unitName}</span>
              </td>
              <td data-label="Kết quả">
                Tháng {formatMonth(a.month)}, lần {a.version}
              </td>
              <td>
                <AppealStanding appeal={a} />
              </td>
              <td data-label="Hạn trả lời">
                {a.state === 'filed' && a.dueDay ? dueText(today(), a.dueDay) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
