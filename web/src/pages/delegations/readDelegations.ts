// What the page of delegations shows: those given and received, and the people whom the giver knows from the month at hand.
import { previousMonth } from '../../../../functions/src/domain/civilDate.ts';
import { personMonthId, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { Board, UnitDocument } from '../../../../functions/src/schema/unit.ts';
import { listDocuments, readDocument, type Row } from '../../data/firestore.ts';
import { compareNames } from '../../data/queue.ts';
import { thisMonth } from '../../now.ts';
import type { Pickable } from '../../parts/Picker.tsx';
import type { Me } from '../../session.ts';

/** With the name of the unit that it is limited to. */
export type NamedDelegation = Delegation & { unitName: string | null };

export interface Shown {
  given: NamedDelegation[];
  received: NamedDelegation[];
  /** Whom the giver may choose without knowing a code: nobody but clerks reads the list of people. */
  known: Pickable[];
  /** Units of those whom the giver evaluates or decides. */
  units: { id: string; name: string }[];
  /** False for who evaluates and decides nobody this month. */
  hasAuthority: boolean;
}

export async function readDelegations(me: Me): Promise<Shown> {
  const month = thisMonth();
  const [given, received, asEvaluator, asDecider, own] = await Promise.all([
    listDocuments<Delegation>(me.org, 'delegations', { giver: me.pid }),
    listDocuments<Delegation>(me.org, 'delegations', { delegate: me.pid }),
    listDocuments<Sheet>(me.org, 'sheets', { evaluator: me.pid, month }),
    listDocuments<Sheet>(me.org, 'sheets', { decider: me.pid, month }),
    readDocument<Sheet>(me.org, 'sheets', personMonthId(me.pid, month)),
  ]);
  const board = own
    ? await readDocument<Board>(me.org, 'boards', unitMonthId(own.unit, previousMonth(month)))
    : null;
  const mine = [...asEvaluator, ...asDecider].map(({ data }) => data);
  return {
    given: await named(me, given),
    received: await named(me, received),
    known: knownPeople(mine, own, board).filter(({ id }) => id !== me.pid),
    units: [...new Map(mine.map((s) => [s.unit, { id: s.unit, name: s.unitName }])).values()].sort((a, b) =>
      compareNames(a.name, b.name),
    ),
    hasAuthority: mine.length > 0,
  };
}

const named = (me: Me, rows: readonly Row<Delegation>[]): Promise<NamedDelegation[]> =>
  Promise.all(
    rows
      .map(({ data }) => data)
      .sort(newestFirst)
      .map(async (d) => {
        const unit = d.unit === null ? null : await readDocument<UnitDocument>(me.org, 'units', d.unit);
        return { ...d, unitName: unit?.name ?? d.unit };
      }),
  );

const newestFirst = (a: Delegation, b: Delegation) => (a.fromDay < b.fromDay ? 1 : -1);

function knownPeople(mine: readonly Sheet[], own: Sheet | null, board: Board | null): Pickable[] {
  const found = new Map<string, Pickable>();
  const add = (id: string, name: string, hint: string) => {
    if (!found.has(id)) found.set(id, { id, name, hint });
  };
  for (const s of mine) add(s.person, s.personName, `${s.post}, ${s.unitName}`);
  for (const [id, row] of Object.entries(board?.rows ?? {}))
    add(id, row.name, `${row.post}, ${board?.unitName}`);
  for (const s of mine) {
    add(s.evaluator, s.evaluatorName, `đánh giá ở ${s.unitName}`);
    add(s.decider, s.deciderName, `quyết định ở ${s.unitName}`);
  }
  if (own) {
    add(own.evaluator, own.evaluatorName, 'đánh giá phiếu của tôi');
    add(own.decider, own.deciderName, 'quyết định phiếu của tôi');
  }
  return [...found.values()].sort((a, b) => compareNames(a.name, b.name));
}
