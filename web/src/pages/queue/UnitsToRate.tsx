// The units whose heads I decide, with how each stands; read after the queue, which is what waits first.
import { levelLabels, ratingShortLabels } from '../../../../functions/src/domain/labels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { listDocuments } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';

export function UnitsToRate({ me, month }: { me: Me; month: Month }) {
  const [loaded] = useLoaded(
    () => listDocuments<UnitRating>(me.org, 'unitRatings', { decider: me.pid, month }),
    `${me.pid} ${month}`,
  );
  if (loaded.at !== 'there' || loaded.value.length === 0) return null;
  const rows = loaded.value
    .map(({ data }) => data)
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi'));
  return (
    <section class="stack" aria-labelledby="units-to-rate" style={{ marginTop: '48px' }}>
      <h2 id="units-to-rate">Đơn vị do tôi quyết định xếp loại</h2>
      <table class="as-list">
        <caption class="hidden-visually">Đơn vị do tôi quyết định xếp loại trong tháng</caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Người đứng đầu</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Kết quả</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit}>
              <td>
                <a href={hrefOf({ page: 'rate-unit', unit: row.unit, month })}>{row.unitName}</a>
              </td>
              <td data-label="Người đứng đầu">{row.headName}</td>
              <td>
                <Standing row={row} />
              </td>
              <td data-label="Kết quả">
                {row.state === 'decided' && row.dRating && row.dLevel
                  ? `${ratingShortLabels[row.dRating]} · ${levelLabels[row.dLevel]}`
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Standing({ row: { state, frozen, held } }: { row: UnitRating }) {
  if (frozen)
    return (
      <State tone="public" icon="check">
        Đã công khai
      </State>
    );
  if (state === 'decided')
    return (
      <State tone="waiting" icon="check">
        Đã quyết định, chờ công khai
      </State>
    );
  return held ? (
    <State tone="quiet" icon="hourglass">
      Chờ lần tổng hợp
    </State>
  ) : (
    <State tone="waiting" icon="hourglass">
      Chờ tôi xếp loại
    </State>
  );
}
