// Ai xem được gì của tôi: everyone who can read something of one's own month, what, from when, and what not.
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { outside } from '../../../../functions/src/domain/vacant.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import { listDocuments, readDocument, readOrganisation } from '../../data/firestore.ts';
import { decidedOutsideText } from '../../data/edges.ts';
import { profileOf } from '../../data/profiles.ts';
import { readersOf, type Reader } from '../../data/readersOfMine.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';

interface Mine {
  sheet: Sheet;
  /** Words of the row by which somebody evaluates. */
  words: string;
  readers: Reader[];
}

async function readMine(me: Me, month: Month): Promise<Mine | null> {
  const [sheet, cycle, organisation] = await Promise.all([
    readDocument<Sheet>(me.org, 'sheets', personMonthId(me.pid, month)),
    readDocument<Cycle>(me.org, 'cycles', month),
    readOrganisation(me.org),
  ]);
  if (!sheet || !organisation) return null;
  const profile = profileOf(organisation.profile);
  const role = profile.aggregators[sheet.block];
  const [unit] = await listDocuments<UnitDocument>(me.org, 'units', { role });
  const rows = [...profile.rows, profile.fallback];
  const words =
    sheet.decider === outside ? decidedOutsideText : (rows.find(({ row }) => row === sheet.row)?.text ?? '');
  return { sheet, words, readers: readersOf(sheet, cycle, unit?.data.name ?? null) };
}

export function Readers({ me, month: asked }: { me: Me; month: Month | null }) {
  const month = asked ?? thisMonth();
  const [loaded, reload] = useLoaded(() => readMine(me, month), `${me.pid} ${month}`);
  return (
    <>
      <PageHead title="Ai xem được gì của tôi" lead="Theo thẩm quyền đã chốt trên phiếu của tháng">
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'readers', month: to })} />
      </PageHead>
      {loaded.at === 'loading' && <Loading />}
      {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
      {loaded.at === 'there' && (loaded.value ? <Shown {...loaded.value} /> : <None month={month} />)}
    </>
  );
}

function None({ month }: { month: Month }) {
  return (
    <Notice>
      <p>
        Không có phiếu tháng {formatMonth(month)}. Khi tháng mở, ở đây hiện ai đánh giá, ai quyết định và ai
        xem được phần nào của phiếu.
      </p>
    </Notice>
  );
}

function Shown({ sheet, words, readers }: Mine) {
  return (
    <div class="stack" style={{ '--gap': '24px' }}>
      <details class="narrow">
        <summary>
          {sheet.decider === sheet.evaluator
            ? `Vì sao ${sheet.evaluatorName} đánh giá và quyết định?`
            : `Vì sao ${sheet.evaluatorName} đánh giá, ${sheet.deciderName} quyết định?`}
        </summary>
        <p>
          {sheet.row === 0 ? 'Ngoài bảng thẩm quyền' : `Dòng ${sheet.row} bảng thẩm quyền`} ({sheet.clause}),
          theo chức vụ {sheet.post}, {sheet.unitName}.
        </p>
        <p class="soft">{words}</p>
        {sheet.headcount !== null && <p class="soft">Đơn vị có {sheet.headcount} CBCCVC khi mở tháng.</p>}
      </details>
      <table class="as-list readers">
        <caption class="hidden-visually">Ai xem được gì của phiếu tháng {formatMonth(sheet.month)}</caption>
        <thead>
          <tr>
            <th scope="col">Ai</th>
            <th scope="col">Thấy gì</th>
            <th scope="col">Khi nào</th>
            <th scope="col">Không thấy</th>
          </tr>
        </thead>
        <tbody>
          {readers.map((reader) => (
            <tr key={reader.who}>
              <td>
                {reader.who}
                {reader.name && (
                  <>
                    <br />
                    <span class="strong">{reader.name}</span>
                  </>
                )}
              </td>
              <td>{reader.sees}</td>
              <td data-label="Khi nào">{reader.when}</td>
              <td data-label="Không thấy">{reader.not}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
