// Đơn vị của tôi: for heads who has filed and how it stands, the unit's own plan and report; for everyone what was published.
import { civilDateOf, formatDate, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { amongHeads, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Board, UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { now } from '../../now.ts';
import { monthToJudge } from '../../data/currentMonth.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { lazy } from '../../lazy.tsx';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { BoardTable } from './BoardTable.tsx';
import { UnitDownloads } from './UnitDownloads.tsx';
import { UnitForm } from './UnitForm.tsx';
import { unitsOf, type MyUnit } from './unitsOf.ts';
import { UnitSwitch } from './UnitSwitch.tsx';
import { UnitTable } from './UnitTable.tsx';
import { YearPlan } from './YearPlan.tsx';

const UnitOwn = lazy(() => import('../unitMonth/UnitOwn.tsx').then((m) => m.UnitOwn));
const MyUnitFindings = lazy(() => import('../unitMonth/MyUnitFindings.tsx').then((m) => m.MyUnitFindings));
const SubItems = lazy(() => import('../unitMonth/SubItems.tsx').then((m) => m.SubItems));
const UnitFacts = lazy(() => import('../facts/UnitFacts.tsx').then((m) => m.UnitFacts));

interface UnitView {
  month: Month;
  units: MyUnit[];
  /** The one that is shown; null for who stands in none. */
  at: MyUnit | null;
  cycle: Cycle | null;
  unitMonth: UnitMonth | null;
  board: Board | null;
  /** Of the heads of all units, for a head where the organisation shows it. */
  heads: Board | null;
}

async function readUnit(me: Me, askedMonth: Month | null, askedUnit: string | null): Promise<UnitView> {
  const month = askedMonth ?? (await monthToJudge(me.org));
  const units = await unitsOf(me, month);
  // Another month may know nothing of a unit that is headed in this one.
  const at = units.find(({ unit }) => unit === askedUnit) ?? units[0] ?? null;
  if (!at) return { month, units, at, cycle: null, unitMonth: null, board: null, heads: null };
  const id = unitMonthId(at.unit, month);
  const [cycle, unitMonth] = await Promise.all([
    readDocument<Cycle>(me.org, 'cycles', month),
    readDocument<UnitMonth>(me.org, 'unitMonths', id),
  ]);
  // Before the day of publication there is no board, and asking for it would only be refused.
  const isOut = cycle !== null && now() >= cycle.deadlines.publish;
  const [board, heads] = isOut
    ? await Promise.all([
        readDocument<Board>(me.org, 'boards', id),
        at.isHeaded ? readDocument<Board>(me.org, 'boards', unitMonthId(amongHeads, month)) : null,
      ])
    : [null, null];
  const name = unitMonth?.unitName ?? board?.unitName ?? at.name;
  return { month, units, at: { ...at, name }, cycle, unitMonth, board, heads };
}

export function UnitPage({ me, month, unit }: { me: Me; month: Month | null; unit: string | null }) {
  const key = `${me.pid} ${month ?? ''} ${unit ?? ''}`;
  const [loaded, reload] = useLoaded(() => readUnit(me, month, unit), key);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { at, units, month: shown } = loaded.value;
  return (
    <>
      <PageHead title="Đơn vị của tôi" lead={at?.name}>
        <div class="row">
          {at && <a href={hrefOf({ page: 'unit-year', year: shown.slice(0, 4), unit: at.unit })}>Cả năm</a>}
          <MonthNav
            month={shown}
            hrefFor={(to) => hrefOf({ page: 'unit', month: to, ...(unit ? { unit } : {}) })}
          />
        </div>
      </PageHead>
      {at && <UnitSwitch units={units} at={at} month={shown} />}
      <div class="stack" style={{ '--gap': '48px' }}>
        {at ? (
          <OneUnit key={at.unit} me={me} view={loaded.value} at={at} />
        ) : (
          <Notice>
            <p>Tháng {formatMonth(shown)} chưa ghi chức vụ ở đơn vị nào.</p>
          </Notice>
        )}
      </div>
    </>
  );
}

function OneUnit({ me, view, at }: { me: Me; view: UnitView; at: MyUnit }) {
  const { month, cycle, unitMonth, board, heads } = view;
  const { unit, isHeaded, isOwn } = at;
  // A unit headed by a post beside may have nobody's month in it, so nothing to sum up and no results.
  const hasPeople = isOwn || unitMonth !== null || board !== null;
  return (
    <>
      {(isHeaded || unitMonth || board) && (
        <UnitOwn me={me} unit={unit} month={month} isHeaded={isHeaded} unitMonth={unitMonth} board={board} />
      )}
      {unitMonth && <UnitTable me={me} unitMonth={unitMonth} />}
      {isHeaded && <YearPlan me={me} unit={unit} month={month} />}
      {isHeaded && <UnitForm me={me} unit={unit} month={month} />}
      {isHeaded && <MyUnitFindings me={me} unit={unit} />}
      {isHeaded && <UnitFacts me={me} unit={unit} unitMonth={unitMonth} />}
      {isHeaded && hasPeople && (
        <UnitDownloads me={me} unit={unit} month={month} cycle={cycle} board={board} />
      )}
      <SubItems
        me={me}
        unit={unit}
        mayWrite={isHeaded}
        nameOf={(id) =>
          id === me.pid ? me.name : (unitMonth?.rows[id]?.name ?? board?.rows[id]?.name ?? id)
        }
      />
      {board ? (
        <BoardTable board={board} />
      ) : (
        hasPeople && (
          <Notice>
            <p>
              Kết quả tháng {formatMonth(month)} của đơn vị sẽ hiện ở đây khi được công khai
              {cycle ? `, ngày ${showDay(cycle)}` : ''}.
            </p>
          </Notice>
        )
      )}
      {heads && <BoardTable board={heads} of=" của người đứng đầu các đơn vị" />}
    </>
  );
}

const showDay = (cycle: Cycle) => formatDate(civilDateOf(cycle.deadlines.publish));
