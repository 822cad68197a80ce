// Replacement cases as far as they are mine to refer, to decide or to see; and those I was told of.
import type { Member } from '../../../../functions/src/schema/person.ts';
import type { StoredReplacement } from '../../../../functions/src/schema/replacement.ts';
import { listDocuments, updateDocument, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export type CaseRow = Row<StoredReplacement>;

/** Whom it was referred to considers it; nobody does their own. */
export function considers(
  me: Me,
  member: Member | null,
  { person, managed, toBlock, decider }: StoredReplacement,
) {
  if (person === me.pid) return false;
  if (managed === false) return decider === me.pid;
  return managed === true && !!toBlock && (member?.aggregates.includes(toBlock) ?? false);
}

/** What I may do with it now; null for nothing. */
export function actOfMine(me: Me, member: Member | null, data: StoredReplacement) {
  if (data.state === 'proposed') return data.decider === me.pid && data.person !== me.pid ? 'refer' : null;
  if (!considers(me, member, data)) return null;
  return data.state === 'referred' ? 'decide' : data.state === 'decided' ? 'close' : null;
}

export interface CaseLists {
  waiting: CaseRow[];
  underway: CaseRow[];
  over: CaseRow[];
  /** About me, once decided. */
  mine: CaseRow[];
}

const newest = (a: CaseRow, b: CaseRow) => (b.data.openedAt ?? '9').localeCompare(a.data.openedAt ?? '9');

/** Two queries, and one for each right beyond the hierarchy. */
export async function readReplacements(me: Me, member: Member | null): Promise<CaseLists> {
  const [mine, decided, inspected, referred] = await Promise.all([
    readTold(me),
    listDocuments<StoredReplacement>(me.org, 'replacements', { decider: me.pid }),
    member?.inspects ? listDocuments<StoredReplacement>(me.org, 'replacements', {}, { person: me.pid }) : [],
    Promise.all(
      (member?.aggregates ?? []).map((toBlock) =>
        listDocuments<StoredReplacement>(me.org, 'replacements', { toBlock }, { person: me.pid }),
      ),
    ),
  ]);
  const all = [...decided, ...inspected, ...referred.flat()].filter(({ data }) => data.person !== me.pid);
  const rows = [...new Map(all.map((row) => [row.id, row])).values()].sort(newest);
  const isMine = ({ data }: CaseRow) => actOfMine(me, member, data) !== null;
  const isOver = ({ data: { state } }: CaseRow) => state === 'closed' || state === 'dropped';
  return {
    waiting: rows.filter(isMine),
    underway: rows.filter((row) => !isMine(row) && !isOver(row)),
    over: rows.filter(isOver),
    mine: mine.sort(newest),
  };
}

export const readTold = (me: Me): Promise<CaseRow[]> =>
  listDocuments<StoredReplacement>(me.org, 'replacements', { person: me.pid, told: true });

/** Of one person in one year, for who decides on them. */
export async function readOfPerson(me: Me, person: string, year: string): Promise<CaseRow[]> {
  const rows = await listDocuments<StoredReplacement>(me.org, 'replacements', { decider: me.pid });
  return rows.filter(({ data }) => data.person === person && data.year === year).sort(newest);
}

/** The next act on a case, signed. */
export const actOn = (me: Me, { id, data }: CaseRow, fields: Partial<StoredReplacement>): Promise<void> =>
  updateDocument(me.org, 'replacements', id, { ...fields, rev: data.rev + 1, actor: me.pid }, ['savedAt']);
