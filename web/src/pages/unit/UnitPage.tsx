// Đơn vị của tôi: for heads who has filed and how it stands, the unit's own plan and report; for everyone what was published.
import { civilDateOf, formatDate, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { personMonthId, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { Board, UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { now } from '../../now.ts';
import { monthToJudge } from '../../data/currentMonth.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { BoardTable } from './BoardTable.tsx';
import { UnitDownloads } from './UnitDownloads.tsx';
import { UnitForm } from './UnitForm.tsx';
import { UnitTable } from './UnitTable.tsx';

interface UnitView {
  month: Month;
  unit: string | null;
  unitName: string;
  isHead: boolean;
  cycle: Cycle | null;
  unitMonth: UnitMonth | null;
  board: Board | null;
}

/** The unit stands frozen on the sheet; without a sheet the primary post says it. */
async function unitOf(
  me: Me,
  month: Month,
): Promise<{ unit: string | null; unitName: string; isHead: boolean }> {
  const sheet = await readDocument<Sheet>(me.org, 'sheets', personMonthId(me.pid, month));
  if (sheet) return { unit: sheet.unit, unitName: sheet.unitName, isHead: sheet.isHead };
  const person = await readDocument<PersonDocument>(me.org, 'people', me.pid);
  const post = person?.posts.find((p) => p.primary) ?? person?.posts[0];
  return { unit: post?.unit ?? null, unitName: '', isHead: false };
}

async function readUnit(me: Me, asked: Month | null): Promise<UnitView> {
  const month = asked ?? (await monthToJudge(me.org));
  const mine = await unitOf(me, month);
  if (!mine.unit) return { month, ...mine, cycle: null, unitMonth: null, board: null };
  const id = unitMonthId(mine.unit, month);
  const [cycle, unitMonth] = await Promise.all([
    readDocument<Cycle>(me.org, 'cycles', month),
    readDocument<UnitMonth>(me.org, 'unitMonths', id),
  ]);
  // Before the day of publication there is no board, and asking for it would only be refused.
  const isOut = cycle !== null && now() >= cycle.deadlines.publish;
  const board = isOut ? await readDocument<Board>(me.org, 'boards', id) : null;
  return {
    month,
    ...mine,
    unitName: unitMonth?.unitName ?? board?.unitName ?? mine.unitName,
    cycle,
    unitMonth,
    board,
  };
}

export function UnitPage({ me, month: asked }: { me: Me; month: Month | null }) {
  const [loaded, reload] = useLoaded(() => readUnit(me, asked), `${me.pid} ${asked ?? ''}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { month, unit, unitName, isHead, cycle, unitMonth, board } = loaded.value;
  return (
    <>
      <PageHead title="Đơn vị của tôi" lead={unitName}>
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'unit', month: to })} />
      </PageHead>
      <div class="stack" style={{ '--gap': '48px' }}>
        {unitMonth && <UnitTable me={me} unitMonth={unitMonth} />}
        {unit && isHead && <UnitForm me={me} unit={unit} month={month} />}
        {unit && isHead && <UnitDownloads me={me} unit={unit} month={month} cycle={cycle} board={board} />}
        {board ? (
          <BoardTable board={board} />
        ) : (
          <Notice>
            <p>
              Kết quả tháng {formatMonth(month)} của đơn vị sẽ hiện ở đây khi được công khai
              {cycle ? `, ngày ${showDay(cycle)}` : ''}.
            </p>
          </Notice>
        )}
      </div>
    </>
  );
}

const showDay = (cycle: Cycle) => formatDate(civilDateOf(cycle.deadlines.publish));
