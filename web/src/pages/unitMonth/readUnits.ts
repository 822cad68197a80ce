// The units of a head as their judge reads them: what is rated, what was filed, what was found; and what a head reads of their own.
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { PlanChange } from '../../../../functions/src/domain/plan.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { plansPath } from '../../../../functions/src/schema/paths.ts';
import type { UnitMonthPlan } from '../../../../functions/src/schema/plan.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import type { StoredUnitFinding } from '../../../../functions/src/schema/unitFinding.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { listAt, listDocuments, readDocument, troubleOf, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export type UnitFindingRow = Row<StoredUnitFinding>;

export interface UnitBeside {
  id: string;
  rating: UnitRating;
  /** Not for who stands in for the decider. */
  sheet: UnitSheet | null;
  /** What was reported otherwise than the unit had planned. */
  planChanges: readonly PlanChange[];
  findings: UnitFindingRow[];
}

/** A delegation for other acts or another unit doesn't reach this; what it doesn't reach isn't there. */
async function orNothing<T>(list: Promise<T[]>): Promise<T[]> {
  try {
    return await list;
  } catch (error) {
    if (troubleOf(error) === 'refused') return [];
    throw error;
  }
}

/** Each once, open ones first, the newest of them first. */
export function inOrder(rows: readonly UnitFindingRow[]): UnitFindingRow[] {
  const isOpen = ({ data: { state } }: UnitFindingRow) => state === 'suspected' || state === 'confirmed';
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (b.data.month + b.id > a.data.month + a.id ? 1 : -1),
  );
}

async function findingsOf(me: Me, unit: string): Promise<UnitFindingRow[]> {
  const lists = await Promise.all([
    orNothing(listDocuments<StoredUnitFinding>(me.org, 'unitFindings', { unit, decider: me.pid })),
    orNothing(listDocuments<StoredUnitFinding>(me.org, 'unitFindings', { unit, evaluator: me.pid })),
  ]);
  return inOrder(lists.flat());
}

export async function unitBeside(me: Me, { id, data: rating }: Row<UnitRating>): Promise<UnitBeside> {
  const [sheet, findings, plans] = await Promise.all([
    readDocument<UnitSheet>(me.org, 'unitSheets', id),
    findingsOf(me, rating.unit),
    orNothing(listAt<UnitMonthPlan>(plansPath(me.org, id, 'unitSheets'))),
  ]);
  const reported = plans.find(({ data }) => data.filedWith === data.month);
  return { id, rating, sheet, findings, planChanges: reported?.data.changes ?? [] };
}

/** Of every unit that the person heads, for who evaluates or decides them or stands in for the decider. */
export async function unitsOfHead(
  me: Me,
  head: string,
  month: Month,
  delegations: readonly Delegation[],
): Promise<UnitBeside[]> {
  const lists = await Promise.all([
    listDocuments<UnitRating>(me.org, 'unitRatings', { head, month, decider: me.pid }),
    listDocuments<UnitRating>(me.org, 'unitRatings', { head, month, evaluator: me.pid }),
    ...delegations.map(({ giver, unit }) =>
      orNothing(
        unit === null
          ? listDocuments<UnitRating>(me.org, 'unitRatings', { head, month, decider: giver })
          : listDocuments<UnitRating>(me.org, 'unitRatings', { head, month, decider: giver, unit }),
      ),
    ),
  ]);
  const rows = [...new Map(lists.flat().map((row) => [row.id, row])).values()];
  return Promise.all(rows.map((row) => unitBeside(me, row)));
}
