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
 * so the first cell of a row that takes part carries one, and so does every text of a block below a heading.
 */
export class Keeps {
  readonly #rows = new Map<string, Kept>();

  /** The row, to be kept on the page of the block whose ids start with `follower`. */
  keep(row: readonly TableCell[], follower: string): TableCell[] {
    const id = `kept-${this.#rows.size}`;
    const cells = row.map((cell, i): TableCell => {
      const node = typeof cell === 'object' ? cell : { text: cell };
      return (i === 0 ? { ...node, id } : node) as TableCell;
    });
    this.#rows.set(id, { cells, follower });
    return cells;
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
