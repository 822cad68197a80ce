// Which rows of a table must not stand last on a page, told to pdfmake, which knows no such rule for rows.
import type { TableCell, TDocumentDefinitions } from './definition.ts';

type PageBreakBefore = NonNullable<TDocumentDefinitions['pageBreakBefore']>;

/** Marks a line of running text that must not stand last on a page. */
export const keepWithNext = 1;
export const pageNumberId = 'page-number';
export const signatureId = 'signatures';

interface Kept {
  cells: TableCell[];
  /** Start of the id of what has to stand on the same page. */
  follower: string;
}

/**
 * Rows are laid out as blocks, and pdfmake tells the page on which a block came to stand only through nodes with an id:
 * so the first cell of every row that takes part carries one, and so does the first text of every block.
 */
export class Keeps {
  readonly #rows = new Map<string, Kept>();
  #ids = 0;

  /** The row with an id in its first cell; ids of one `kind` start alike. */
  row(kind: string, cells: TableCell[]): TableCell[] {
    this.#ids++;
    const [first, ...rest] = cells.map((cell) => (typeof cell === 'object' ? cell : { text: cell }));
    return [{ ...first, id: `${kind}-${this.#ids}` } as TableCell, ...rest];
  }

  /** Keeps a row made by `row` on the page of the next row or block whose id starts with `follower`. */
  keep(cells: TableCell[], follower: string): void {
    const [first] = cells;
    if (first && 'id' in first && typeof first.id === 'string') this.#rows.set(first.id, { cells, follower });
  }

  readonly pageBreakBefore: PageBreakBefore = (node, others) => {
    const page = node.startPosition.pageNumber;
    // Lines of a block tell the page on which the block was tried, its first line alone where it came to stand.
    const next = others
      .getFollowingNodesOnPage()
      .filter(({ startPosition }) => startPosition.pageNumber === page);
    if (node.headlineLevel === keepWithNext) {
      const text = next.find(({ headlineLevel }) => headlineLevel !== keepWithNext);
      return text === undefined || text.id === pageNumberId;
    }
    const kept = this.#rows.get(node.id ?? '');
    if (!kept || next.some(({ id }) => id?.startsWith(kept.follower))) return false;
    // A break in one cell moves that cell alone.
    for (const cell of kept.cells) Object.assign(cell, { pageBreak: 'before' });
    return true;
  };
}
