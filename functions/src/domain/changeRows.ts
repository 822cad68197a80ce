// Rows of a change beside the organisation as it is: which are new, which differ, which were made from an older record (ADR 0006).
import type { Person, Unit } from './organisation.ts';
import type { Block } from './words.ts';

export interface UnitRecord extends Unit {
  /** Titles of posts whose holder is classified: kept without a name, and nobody is entered in them (domain.md section 11). */
  excludedFromSystem: string[];
}
export interface MemberRights {
  inspects: boolean;
  aggregates: Block[];
  offices: Block[];
  clerk: boolean;
  administrator: boolean;
  oversees: string[];
  supervises: boolean;
}
/** What a row carries: the record without its id and without what functions write. */
export type PersonValue = Omit<Person, 'id'>;
export type UnitValue = Omit<UnitRecord, 'id'>;

interface Versioned {
  rev: number;
}
/** The organisation that a change is judged against; documents of `units`, `people` and `members` serve as they are. */
export interface OrganisationNow {
  units: readonly (UnitRecord & Versioned)[];
  people: readonly (Person & Versioned)[];
}
export interface MembersNow extends OrganisationNow {
  members: readonly (MemberRights & Versioned & { id: string })[];
}

/** `row` counts from 0 as sent; `base` is the `rev` that it was made from, null where it is new. */
export interface ChangeRow<V> {
  row: number;
  id: string;
  base: number | null;
  value: V;
}
/** `field` is a path such as `email` or `posts.1.to`; null where the row as a whole is to blame. Row -1: the whole change. */
export interface RowProblem {
  row: number;
  field: string | null;
  reason: string;
}
export interface Judged<V> {
  problems: RowProblem[];
  /** Ids, in the order of the rows. */
  added: string[];
  changed: string[];
  unchanged: string[];
  /** What is to be written: rows added and changed, with their texts in one Unicode form. */
  records: ChangeRow<V>[];
}

/** Fields in which two records differ, in the order of `after`. */
export function changedFields<V extends object>(before: object, after: V): (keyof V & string)[] {
  const was = before as Partial<Record<keyof V, unknown>>;
  return (Object.keys(after) as (keyof V & string)[]).filter(
    (key) => canonical(was[key]) !== canonical(after[key]),
  );
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Sorts rows into new, changed and unchanged; who was changed since the row was made, or comes twice, is a problem. */
export function sortRows<V extends object>(
  existing: ReadonlyMap<string, object & Versioned>,
  rows: readonly ChangeRow<V>[],
): Judged<V> {
  const judged: Judged<V> = { problems: [], added: [], changed: [], unchanged: [], records: [] };
  const seen = new Set<string>();
  for (const sent of rows) {
    const row = { ...sent, value: inOneForm(sent.value) };
    const { id, base } = row;
    const known = existing.get(id);
    if (seen.has(id)) judged.problems.push(problem(row, 'id', `Mã “${id}” có ở hai dòng.`));
    seen.add(id);
    if (known && changedFields(known, row.value).length === 0) {
      judged.unchanged.push(id);
      continue;
    }
    const stale = staleness(known, base, id);
    if (stale !== null) judged.problems.push(problem(row, null, stale));
    judged.records.push(row);
    (known ? judged.changed : judged.added).push(id);
  }
  return judged;
}

function staleness(known: Versioned | undefined, base: number | null, id: string): string | null {
  if (known === undefined)
    return base === null ? null : `Mã “${id}” không còn trong danh sách; tải lại rồi sửa.`;
  if (base === null) return `Mã “${id}” đã có trong danh sách; tải lại rồi sửa.`;
  return base === known.rev ? null : 'Đã có người khác sửa sau khi trang này được mở; tải lại rồi sửa.';
}

/** Texts without blanks around them and in one Unicode form (NFC), so that a list from another machine is not a change. */
function inOneForm<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC').trim().replace(/\s+/gu, ' ') as T;
  if (Array.isArray(value)) return (value as unknown[]).map(inOneForm) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inOneForm(inner)])) as T;
}

export function problem({ row }: { row: number }, field: string | null, reason: string): RowProblem {
  return { row, field, reason };
}

/** The records as they will be: what stands, with the rows laid over it. */
export function laidOver<T extends { id: string }, V extends object>(
  existing: readonly T[],
  records: readonly ChangeRow<V>[],
): Map<string, Omit<T, 'rev'> & V> {
  const after = new Map<string, Omit<T, 'rev'> & V>();
  for (const one of existing) after.set(one.id, one as unknown as Omit<T, 'rev'> & V);
  for (const { id, value } of records) after.set(id, { ...value, id } as unknown as Omit<T, 'rev'> & V);
  return after;
}
