// What an overseer reads of each unit assigned: the state and counts of its month, and what was published in it.
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Note } from '../../../../functions/src/schema/note.ts';
import { noteId, personMonthId, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { Board, UnitDocument, UnitMonth } from '../../../../functions/src/schema/unit.ts';
import { monthToJudge } from '../../data/currentMonth.ts';
import { readDocument } from '../../data/firestore.ts';
import { now } from '../../now.ts';
import type { Me } from '../../session.ts';

export interface OverseenUnit {
  id: string;
  name: string;
  /** Null until the first filing of the unit in this month. */
  unitMonth: UnitMonth | null;
  board: Board | null;
  /** What I said of it. */
  note: Note | null;
}

export interface OverseenMonth {
  month: Month;
  cycle: Cycle | null;
  /** Where I stand myself, frozen with my own sheet. */
  ownUnit: string | null;
  units: OverseenUnit[];
}

async function readUnit(me: Me, id: string, month: Month, isOut: boolean): Promise<OverseenUnit> {
  const key = unitMonthId(id, month);
  const [unit, unitMonth, board, note] = await Promise.all([
    readDocument<UnitDocument>(me.org, 'units', id),
    readDocument<UnitMonth>(me.org, 'unitMonths', key),
    // Before the day of publication there is no board, and asking for it would only be refused.
    isOut ? readDocument<Board>(me.org, 'boards', key) : Promise.resolve(null),
    readDocument<Note>(me.org, 'notes', noteId(id, month, me.pid)),
  ]);
  return { id, name: unitMonth?.unitName ?? unit?.name ?? id, unitMonth, board, note };
}

export async function readOverseen(
  me: Me,
  { oversees }: Pick<Member, 'oversees'>,
  asked: Month | null,
): Promise<OverseenMonth> {
  const month = asked ?? (await monthToJudge(me.org));
  const [cycle, mine] = await Promise.all([
    readDocument<Cycle>(me.org, 'cycles', month),
    readDocument<Sheet>(me.org, 'sheets', personMonthId(me.pid, month)),
  ]);
  const isOut = cycle !== null && now() >= cycle.deadlines.publish;
  const units = await Promise.all(oversees.map((id) => readUnit(me, id, month, isOut)));
  return {
    month,
    cycle,
    ownUnit: mine?.unit ?? null,
    units: units.sort((a, b) => a.name.localeCompare(b.name, 'vi')),
  };
}
