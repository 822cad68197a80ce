// The gaps one by one: why, the way to mend it, or set aside for this month with a reason.
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { AsideGap, OpenGap } from '../../data/completeness.ts';
import { useChange } from '../../data/useChange.ts';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  month: Month;
  gaps: OpenGap[];
  onDone: () => void;
}

export function GapTable(props: Props) {
  const { gaps } = props;
  return (
    <section class="stack" aria-labelledby="gaps">
      <h2 id="gaps">Cần xử lý</h2>
      <table class="as-list gaps-table">
        <caption class="hidden-visually">Những người thiếu người đánh giá hoặc người quyết định</caption>
        <thead>
          <tr>
            <th scope="col">Họ tên</th>
            <th scope="col">Thiếu gì, vì sao</th>
            <th scope="col">Xử lý</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <GapRow key={gap.person} {...props} gap={gap} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Who({ gap }: { gap: OpenGap }) {
  return (
    <td>
      <span class="strong">{gap.name}</span>
      <br />
      {gap.post}
      <br />
      <span class="soft">{gap.unitName}</span>
    </td>
  );
}

function GapRow({ me, month, gap, onDone }: Props & { gap: OpenGap }) {
  const [isAside, setAside] = useState(false);
  const { isBusy, outcome, send } = useChange(me);
  const setItAside = async (reason: string) => {
    const rows = [{ person: gap.person, month }];
    if (await send({ kind: 'setAside', reason, rows }, `Đã gác lại trường hợp của ${gap.name}.`)) onDone();
  };
  return (
    <tr>
      <Who gap={gap} />
      <td>{gap.reason}</td>
      <td>
        {isAside ? (
          <ReasonForm
            id={`aside-${gap.person}`}
            label={`Lý do gác lại trong tháng ${formatMonth(month)}`}
            hint={`${gap.name} không có phiếu cho đến khi có người đánh giá và người quyết định.`}
            button="Gác lại tháng này"
            isBusy={isBusy}
            outcome={outcome}
            onSend={(reason) => void setItAside(reason)}
            onCancel={() => setAside(false)}
          />
        ) : (
          <ul class="plain">
            <li>
              <a href={hrefOf({ page: 'person', id: gap.person })}>
                Sửa hồ sơ<span class="hidden-visually"> của {gap.name}</span>
              </a>
            </li>
            {gap.unit !== null && (
              <li>
                <a href={hrefOf({ page: 'organisation', unit: gap.unit })}>Xem người trong đơn vị</a>
              </li>
            )}
            <li>
              <button type="button" class="link" onClick={() => setAside(true)}>
                Gác lại tháng này<span class="hidden-visually">: {gap.name}</span>
              </button>
            </li>
          </ul>
        )}
      </td>
    </tr>
  );
}

export function AsideTable({ month, asides }: { month: Month; asides: AsideGap[] }) {
  return (
    <section class="stack" aria-labelledby="asides">
      <h2 id="asides">Đã gác lại trong tháng {formatMonth(month)}</h2>
      <table class="as-list gaps-table">
        <caption class="hidden-visually">Những người đã được gác lại</caption>
        <thead>
          <tr>
            <th scope="col">Họ tên</th>
            <th scope="col">Thiếu gì, vì sao</th>
            <th scope="col">Lý do gác lại</th>
          </tr>
        </thead>
        <tbody>
          {asides.map((gap) => (
            <tr key={gap.person}>
              <Who gap={gap} />
              <td>{gap.reason}</td>
              <td data-label="Lý do gác lại">
                {gap.why}
                <br />
                <span class="soft">{gap.by}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
