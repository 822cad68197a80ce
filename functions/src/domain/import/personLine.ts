// One line of a list of people: its cells by key, and the days in them.
import type { PersonValue } from '../changeRows.ts';
import type { Person, Unit } from '../organisation.ts';
import type { Profile } from '../profiles/table.ts';
import type { CivilDate } from '../words.ts';
import { textOf, type ReadDay } from './cells.ts';
import type { Cell, Grid, Mapping, PersonColumn } from './columns.ts';
import type { Draft } from './draft.ts';

export interface PeopleNow {
  profile: Profile;
  units: readonly Unit[];
  people: readonly (Person & { rev: number })[];
  day: CivilDate;
}

/** One line of the list with its cells by key. */
export interface Line {
  number: number;
  cell: (key: PersonColumn) => Cell | undefined;
  text: (key: PersonColumn) => string;
  has: (key: PersonColumn) => boolean;
}

export type PersonDraft = Draft<PersonValue, PersonColumn>;

export function linesOf(grid: Grid, head: number, mapping: Mapping<PersonColumn>): Line[] {
  return grid.flatMap((cells, i) => {
    if (i <= head || cells.every((cell) => cell === null || textOf(cell) === '')) return [];
    const cell = (key: PersonColumn) => {
      const at = mapping[key];
      return at === undefined ? undefined : (cells[at] ?? null);
    };
    const text = (key: PersonColumn) => textOf(cell(key));
    const has = (key: PersonColumn) => {
      const found = cell(key);
      return found instanceof Date || textOf(found) !== '';
    };
    return has('id') || has('name') || has('email') ? [{ number: i + 1, cell, text, has }] : [];
  });
}

/** Null where the cell is empty or can't be read; then the problem is noted. */
export function dayIn(
  draft: PersonDraft,
  line: Line,
  column: 'from' | 'joined' | 'left',
  readDay: ReadDay,
): CivilDate | null {
  if (!line.has(column)) return null;
  const found = readDay(line.cell(column) ?? null);
  const wrong = (reason: string) => draft.problems.push({ line: line.number, column, reason });
  if (found === undefined) {
    const cell = line.cell(column);
    wrong(
      `“${cell instanceof Date ? '' : textOf(cell)}” không phải ngày. Ghi ngày/tháng/năm, ví dụ 01/04/2026.`,
    );
    return null;
  }
  if (found !== null && found < '2000-01-01') {
    // Schema fields know no earlier days: nothing before concerns a month of this system.
    wrong('Ngày trước năm 2000 không cần ghi. Để trống ô này.');
    return null;
  }
  return found;
}
