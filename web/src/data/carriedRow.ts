// Which row of section III answers a finding that was open last month.
import type { SheetDraft } from '../../../functions/src/schema/sheet.ts';
import { idsOf, nextId } from './entries.ts';

type Rows = Pick<SheetDraft, 'rowSection' | 'rowFinding'>;

/** The row's id: the one that answers, or the one that will once the first word is written. */
export function carriedRow(
  { rowSection, rowFinding }: Rows,
  carried: Record<string, string>,
  finding: string,
): string {
  const rows = idsOf(rowSection);
  const answering = rows.find((row) => rowFinding[row] === finding);
  if (answering) return answering;
  const answered = new Set(Object.values(rowFinding));
  const waiting = Object.keys(carried).filter((key) => !answered.has(key));
  const taken = [...rows];
  for (const key of waiting) {
    const id = nextId('r', taken);
    if (key === finding) return id;
    taken.push(id);
  }
  throw new RangeError(`${finding} is not carried into this month`);
}
