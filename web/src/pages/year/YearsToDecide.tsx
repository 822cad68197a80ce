// Xếp loại năm chờ tôi: everybody whose December I decide, with what their year comes to.
import { ratingShortLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { YearAssessment } from '../../../../functions/src/schema/year.ts';
import type { Row } from '../../data/firestore.ts';
import { compareNames } from '../../data/queue.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { Digits } from '../../parts/Digits.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { showScore } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import { YearNav } from '../../parts/YearNav.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { readYearsToDecide } from './readYear.ts';
import { boundsIn, proposalOf } from './yearWords.ts';

/** Until June one still works on the year before: appeals against it are answered by then. */
export function yearToDecide(month: string): string {
  const year = month.slice(0, 4);
  return Number(month.slice(5)) <= 6 ? String(Number(year) - 1) : year;
}

export function YearsToDecide(props: { me: Me; year: string | null }) {
  const { me } = props;
  const year = props.year ?? yearToDecide(thisMonth());
  const [loaded, reload] = useLoaded(() => readYearsToDecide(me, year), `${me.pid} ${year}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const rows = [...loaded.value].sort((a, b) => compareNames(a.data.personName, b.data.personName));
  const waiting = rows.filter(({ data }) => data.state === 'waiting' && !data.held).length;
  const outdated = rows.filter(({ data }) => data.state === 'published' && data.outdated).length;
  return (
    <>
      <PageHead
        title="Xếp loại năm chờ tôi"
        lead={[
          waiting > 0 ? `${waiting} người chờ quyết định` : 'Không có ai đang chờ quyết định',
          ...(outdated > 0 ? [`${outdated} người có tháng được sửa sau khi công khai năm`] : []),
        ].join('; ')}
      >
        <div class="row">
          <a href={hrefOf({ page: 'queue', month: null })}>Về danh sách tháng</a>
          <YearNav year={year} hrefFor={(to) => hrefOf({ page: 'years-to-decide', year: to })} />
        </div>
      </PageHead>
      {rows.length === 0 ? (
        <Notice>
          <p>
            Người nào thuộc thẩm quyền quyết định tháng 12/{year} sẽ hiện ở đây khi tháng 12 của người đó được
            quyết định.
          </p>
        </Notice>
      ) : (
        <List rows={rows} year={year} />
      )}
    </>
  );
}

function List({ rows, year }: { rows: Row<YearAssessment>[]; year: string }) {
  return (
    <table class="as-list">
      <caption class="hidden-visually">Xếp loại năm {year}</caption>
      <thead>
        <tr>
          <th scope="col">Họ tên</th>
          <th scope="col">Chức vụ, đơn vị</th>
          <th scope="col">Tình trạng</th>
          <th scope="col" class="figure">
            Bình quân
          </th>
          <th scope="col">Hệ thống đề xuất</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, data: a }) => (
          <tr key={id}>
            <td>
              <a href={hrefOf({ page: 'decide-year', person: a.person, year })}>{a.personName}</a>
            </td>
            <td>
              {a.post}
              <br />
              <span class="soft">{a.unitName}</span>
            </td>
            <td>
              <Standing a={a} />
            </td>
            <td class="figure" data-label="Bình quân">
              {a.proposal.mean === null ? '' : <Digits>{showScore(a.proposal.mean)}</Digits>}
            </td>
            <td data-label="Hệ thống đề xuất">
              {proposalOf(a)}
              {[
                ...boundsIn(a),
                ...(a.proposal.openReading ? ['Đúng 3 tháng Kém: xem nghĩa áp dụng.'] : []),
              ].map((text) => (
                <div class="soft small" key={text}>
                  {text}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ a }: { a: YearAssessment }) {
  if (a.state === 'waiting') {
    return a.held ? (
      <State tone="quiet" icon="circle">
        Tháng 12 chưa quyết định
      </State>
    ) : (
      <State tone="todo" icon="circle">
        {a.publishedAt === null ? 'Chờ quyết định' : 'Mở lại, chờ quyết định'}
      </State>
    );
  }
  const rating = a.dRating === null ? unratedLabel : ratingShortLabels[a.dRating];
  if (a.state === 'published' && a.outdated)
    return <State tone="todo" icon="warning">{`${rating}, có tháng được sửa sau đó`}</State>;
  return a.state === 'decided' ? (
    <State tone="waiting" icon="hourglass">{`${rating}, chờ công khai`}</State>
  ) : (
    <State tone="public" icon="check">{`${rating}, đã công khai`}</State>
  );
}
