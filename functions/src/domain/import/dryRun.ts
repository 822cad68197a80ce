// What an import would do, before it does anything: each record added, changed field by field, unchanged or refused, and why.
import type { ChangeRow, Judged } from '../changeRows.ts';
import type { Difference } from './differences.ts';
import type { CellProblem, Draft } from './draft.ts';

export const outcomes = ['refused', 'added', 'changed', 'unchanged'] as const;
export type Outcome = (typeof outcomes)[number];

export interface DryRow {
  id: string;
  name: string;
  lines: number[];
  outcome: Outcome;
  isDerived: boolean;
  notes: string[];
  differences: Difference[];
  problems: CellProblem[];
}

export interface DryRun<V> {
  rows: DryRow[];
  counts: Record<Outcome, number>;
  /** What is wrong with the list as a whole. */
  general: string[];
  /** Rows of the change: what is new and what differs; empty while anything is refused. */
  toSend: { id: string; base: number | null; value: V }[];
}

export interface Judging<V> {
  judge: (rows: readonly ChangeRow<V>[]) => Judged<V>;
  /** Column of the list that a field of the record came from. */
  columnOf: (field: string) => string | null;
  differences: (id: string, value: V) => Difference[];
}

export function dryRun<V extends { name: string }>(
  drafts: readonly Draft<V>[],
  { judge, columnOf, differences }: Judging<V>,
): DryRun<V> {
  const judged = judge(drafts.map(({ id, base, value }, row) => ({ row, id, base, value })));
  const problems = new Map<number, CellProblem[]>();
  for (const { row, field, reason } of judged.problems) {
    const line = drafts[row]?.lines[0];
    if (line === undefined) continue;
    const column = field === null ? null : columnOf(field);
    problems.set(row, [...(problems.get(row) ?? []), { line, column, reason }]);
  }
  const [added, changed] = [new Set(judged.added), new Set(judged.changed)];
  const rows = drafts.map((draft, row): DryRow => {
    // What couldn't be read is said as such; what the half-read record then lacks would only repeat it.
    const own = draft.problems.length > 0 ? draft.problems : (problems.get(row) ?? []);
    const outcome =
      own.length > 0
        ? 'refused'
        : added.has(draft.id)
          ? 'added'
          : changed.has(draft.id)
            ? 'changed'
            : 'unchanged';
    const { id, lines, isDerived, notes, value } = draft;
    return {
      id,
      name: value.name,
      lines,
      outcome,
      isDerived,
      notes,
      differences: outcome === 'added' || outcome === 'changed' ? differences(id, value) : [],
      problems: own,
    };
  });
  const counts = { refused: 0, added: 0, changed: 0, unchanged: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  const general = judged.problems.filter(({ row }) => row < 0).map(({ reason }) => reason);
  const isWhole = counts.refused === 0 && general.length === 0;
  const toSend = drafts.filter((_, i) => ['added', 'changed'].includes(rows[i]?.outcome ?? ''));
  return {
    rows,
    counts,
    general,
    toSend: isWhole ? toSend.map(({ id, base, value }) => ({ id, base, value })) : [],
  };
}

const personFieldColumns: Record<string, string> = {
  unit: 'unit',
  kind: 'kind',
  title: 'title',
  from: 'from',
  to: 'from',
  primary: 'secondary',
  acting: 'acting',
  inCharge: 'inCharge',
  fields: 'fields',
};

/** "posts.1.unit" → "unit": fields of a person to the columns of the list; what stands in no column is the line's. */
export function personColumnOf(field: string): string | null {
  const parts = field.split('.');
  if (parts[0] === 'posts') return personFieldColumns[parts[2] ?? ''] ?? 'title';
  return [
    'id',
    'name',
    'email',
    'category',
    'partyMember',
    'decidedOutside',
    'managedByBTV',
    'joined',
    'left',
  ].includes(field)
    ? field
    : null;
}
