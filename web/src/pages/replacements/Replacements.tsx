// Hồ sơ xem xét thay thế, bố trí công tác khác: those that wait for me, those under way, those that are over, and what I was told.
import { useState } from 'preact/hooks';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import {
  replacementGroundLabels,
  replacementLimits,
  replacementTitle,
} from '../../../../functions/src/domain/replacementLabels.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { useFollowed } from '../facts/useFollowed.ts';
import { CaseState } from './CaseState.tsx';
import { NewReplacement } from './NewReplacement.tsx';
import { readReplacements, type CaseRow } from './readReplacements.ts';
import { ReplacementPage } from './ReplacementPage.tsx';

/** `id`: null for the list. */
export function Replacements({ me, id }: { me: Me; id: string | null }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  return id === null ? (
    <Lists me={me} member={member} />
  ) : (
    <ReplacementPage key={id} me={me} member={member} id={id} />
  );
}

function Lists({ me, member }: { me: Me; member: Member | null }) {
  const [loaded, reload] = useLoaded(() => readReplacements(me, member), me.pid);
  const followed = useFollowed(reload);
  const [isNew, setNew] = useState(false);
  const [isDone, setDone] = useState(false);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { waiting, underway, over, mine } = loaded.value;
  const isEmpty = [waiting, underway, over, mine].every((rows) => rows.length === 0);
  return (
    <>
      <PageHead
        title={replacementTitle}
        lead={waiting.length > 0 ? `${waiting.length} hồ sơ chờ tôi` : 'Không có hồ sơ nào đang chờ tôi'}
      >
        <a class="button" href={hrefOf({ page: 'queue', month: null })}>
          Về danh sách chờ tôi
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '32px' }}>
        <p class="soft narrow">{replacementLimits}</p>
        {isDone && (
          <Notice tone="good" role="status">
            <p>Đã lập hồ sơ. Việc tiếp theo: chuyển xem xét, trong danh sách “Chờ tôi”.</p>
          </Notice>
        )}
        {isEmpty && !isNew && (
          <Notice>
            <p>
              Hồ sơ mở tự động khi kết quả năm đã công khai của một người đến mức phải xem xét, hoặc khi cấp
              có thẩm quyền nêu ảnh hưởng của biểu hiện kéo dài. Hồ sơ thuộc thẩm quyền xem sẽ hiện ở đây.
            </p>
          </Notice>
        )}
        <List title="Chờ tôi" rows={waiting} />
        <List title="Đang xem xét" rows={underway} />
        <List title="Về tôi" rows={mine} />
        <List title="Đã kết thúc" rows={over} />
        {isNew ? (
          <NewReplacement
            me={me}
            onDone={() => {
              setNew(false);
              setDone(true);
              followed();
            }}
            onCancel={() => setNew(false)}
          />
        ) : (
          <p>
            <button type="button" class="button" onClick={() => setNew(true)}>
              Đề xuất hồ sơ
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function List({ title, rows }: { title: string; rows: readonly CaseRow[] }) {
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
            <th scope="col">Căn cứ</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Mở hồ sơ</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, data }) => (
            <tr key={id}>
              <td>
                <a href={hrefOf({ page: 'replacements', id })}>{data.personName || 'Đang lập hồ sơ'}</a>
              </td>
              <td>
                {data.post}
                <br />
                <span class="soft">{data.unitName}</span>
              </td>
              <td data-label="Căn cứ">
                {replacementGroundLabels[data.ground]}, năm {data.year}
              </td>
              <td>
                <CaseState state={data.state} />
              </td>
              <td data-label="Mở hồ sơ">{data.openedAt ? formatMoment(data.openedAt) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
