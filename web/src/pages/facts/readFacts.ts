// Facts beside the sheet, as far as they are mine to answer for, to settle, or to see beside somebody's sheet.
import type { StoredBacklog } from '../../../../functions/src/schema/backlog.ts';
import type { StoredCoordination } from '../../../../functions/src/schema/coordination.ts';
import type { StoredLimitation } from '../../../../functions/src/schema/limitation.ts';
import { listDocuments, updateDocument, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export type LimitationRow = Row<StoredLimitation>;
export type CoordinationRow = Row<StoredCoordination>;
export type BacklogRow = Row<StoredBacklog>;

/** One thing may answer two queries: each once, open ones first, the newest of them first. */
function once<T extends { month: string; state: string }>(lists: readonly Row<T>[][]): Row<T>[] {
  const isOpen = ({ data }: Row<T>) =>
    data.state === 'open' || data.state === 'answered' || data.state === 'done';
  const rows = [...new Map(lists.flat().map((row) => [row.id, row])).values()];
  return rows.sort(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (b.data.month + b.id > a.data.month + a.id ? 1 : -1),
  );
}

export interface FactsOfMine {
  backlogs: BacklogRow[];
  coordinations: CoordinationRow[];
  /** Of those whom I decide: proposals to answer, what is to be confirmed, trouble to settle. */
  below: BacklogRow[];
  trouble: CoordinationRow[];
}

/** Five queries, each of them one read where there is nothing. */
export async function readMine(me: Me): Promise<FactsOfMine> {
  const [backlogs, mine, theirs, below, trouble] = await Promise.all([
    listDocuments<StoredBacklog>(me.org, 'backlogs', { holder: me.pid }),
    listDocuments<StoredCoordination>(me.org, 'coordinations', { head: me.pid }),
    listDocuments<StoredCoordination>(me.org, 'coordinations', { otherHead: me.pid }),
    listDocuments<StoredBacklog>(me.org, 'backlogs', { decider: me.pid }),
    listDocuments<StoredCoordination>(me.org, 'coordinations', { authority: me.pid }),
  ]);
  return {
    backlogs: once([backlogs]),
    coordinations: once([mine, theirs]),
    below: once([below]),
    trouble: once([trouble]),
  };
}

export const readMyLimitations = async (me: Me): Promise<LimitationRow[]> =>
  once([await listDocuments<StoredLimitation>(me.org, 'limitations', { holder: me.pid })]);

export interface FactsBeside {
  limitations: LimitationRow[];
  coordinations: CoordinationRow[];
  backlogs: BacklogRow[];
}

/** Of a person and the units they head, for who judges them; two reads at least, four for a head. */
export async function readBesideSheet(
  me: Me,
  person: string,
  as: 'evaluator' | 'decider',
  isHead: boolean,
): Promise<FactsBeside> {
  const [limitations, backlogs, mine, theirs] = await Promise.all([
    as === 'decider'
      ? listDocuments<StoredLimitation>(me.org, 'limitations', { holder: person, decider: me.pid })
      : listDocuments<StoredLimitation>(me.org, 'limitations', { holder: person, evaluator: me.pid }),
    as === 'decider'
      ? listDocuments<StoredBacklog>(me.org, 'backlogs', { holder: person, decider: me.pid })
      : listDocuments<StoredBacklog>(me.org, 'backlogs', { holder: person, evaluator: me.pid }),
    isHead && as === 'decider'
      ? listDocuments<StoredCoordination>(me.org, 'coordinations', { head: person, headDecider: me.pid })
      : [],
    isHead && as === 'decider'
      ? listDocuments<StoredCoordination>(me.org, 'coordinations', {
          otherHead: person,
          otherDecider: me.pid,
        })
      : [],
  ]);
  return {
    limitations: once([limitations]),
    backlogs: once([backlogs]),
    coordinations: once([mine, theirs]),
  };
}

/** The next act on a fact, signed. */
export const actOn = (
  me: Me,
  name: 'limitations' | 'coordinations' | 'backlogs',
  { id, data }: Row<{ rev: number }>,
  fields: Record<string, unknown>,
): Promise<void> =>
  updateDocument(me.org, name, id, { ...fields, rev: data.rev + 1, actor: me.pid }, ['savedAt']);
