// Reads a list and dry-runs it beside the page, so that 5,000 rows never hold up a keystroke.
import {
  findHead,
  guessMapping,
  type Grid,
  type Mapping,
} from '../../../../functions/src/domain/import/columns.ts';
import type { DryRun } from '../../../../functions/src/domain/import/dryRun.ts';
import { columnsOf, dryRunOf, type AgainstNow, type ListKind } from './dryRunOf.ts';
import { readList, Unreadable } from './readList.ts';

export type Asked =
  | { ask: 'read'; kind: ListKind; name: string; bytes: ArrayBuffer }
  | { ask: 'dry-run'; kind: ListKind; head: number; mapping: Mapping; now: AgainstNow };
export type Answered =
  | { at: 'read'; first: Grid; rows: number; head: number; mapping: Mapping }
  | { at: 'unreadable'; reason: string }
  | { at: 'dry-run'; run: DryRun<unknown> };

/** As many lines as a head is looked for in, and a few below it as examples. */
const firstLines = 40;

let grid: Grid = [];

async function answer(asked: Asked): Promise<Answered> {
  if (asked.ask === 'dry-run')
    return { at: 'dry-run', run: dryRunOf(asked.kind, { ...asked, grid }, asked.now) };
  try {
    grid = await readList(asked.name, asked.bytes);
  } catch (error) {
    if (error instanceof Unreadable) return { at: 'unreadable', reason: error.message };
    throw error;
  }
  const columns = columnsOf(asked.kind);
  const head = findHead(grid, columns);
  const mapping = guessMapping(grid[head] ?? [], columns);
  return { at: 'read', first: grid.slice(0, firstLines), rows: grid.length, head, mapping };
}

/** A question with its number, which comes back with the answer: what is no longer asked can then be told apart. */
export interface Numbered<T> {
  turn: number;
  of: T;
}

addEventListener('message', (event: MessageEvent<Numbered<Asked>>) => {
  const { turn, of } = event.data;
  const tell = (answered: Answered) => postMessage({ turn, of: answered });
  answer(of).then(tell, () =>
    tell({ at: 'unreadable', reason: 'Không đọc được tệp này. Lưu lại dạng XLSX rồi chọn lại.' }),
  );
});
