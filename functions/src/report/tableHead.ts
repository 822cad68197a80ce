// The head of a form's table in two rows: single columns over both, groups with their columns below.
import type { FormColumn, FormColumnGroup } from '../domain/labels.ts';
import type { TableCell, TextCell } from './definition.ts';
import { marked } from './footnotes.ts';
import { covered, rowPadding, spanWidth } from './grid.ts';
import { lineRatio, linesOf } from './measure.ts';
import { size } from './page.ts';

export type HeadColumn = Pick<FormColumn, 'head' | 'footnote'> | Pick<FormColumnGroup, 'head' | 'columns'>;

export const headRows = 2;

const lineHeight = size.table * lineRatio;
/** Bold type is a little wider than the regular that is measured. */
const boldRatio = 1.06;
const heightOf = (text: string, width: number) => linesOf(text, width / boldRatio, size.table) * lineHeight;

/** In the middle of `height`: pdfmake's own alignment loses its way in a row that spans and is repeated. */
function headCell(text: string, footnote: number | null, width: number, height: number): TextCell {
  const above = Math.max(0, (height - heightOf(text, width)) / 2);
  return { text: marked(text, footnote), bold: true, alignment: 'center', margin: [0, above, 0, 0] };
}

export function tableHead(columns: readonly HeadColumn[], widths: readonly number[]): TableCell[][] {
  let at = 0;
  const placed = columns.map((column) => {
    const cells = 'columns' in column ? column.columns : null;
    const own = widths.slice(at, (at += cells?.length ?? 1));
    return { head: column.head, footnote: 'footnote' in column ? column.footnote : null, cells, own };
  });
  const groups = placed.flatMap(({ cells, head, own }) => (cells ? [{ head, cells, own }] : []));
  const top = Math.max(...groups.map(({ head, own }) => heightOf(head, spanWidth(own))));
  const bottom = Math.max(
    ...groups.flatMap(({ cells, own }) => cells.map(({ head }, i) => heightOf(head, own[i] ?? 0))),
  );
  const first = placed.flatMap(({ head, footnote, cells, own }): TableCell[] => {
    const height = cells ? top : top + rowPadding + bottom;
    const cell = headCell(head, footnote, spanWidth(own), height);
    return cells
      ? [{ ...cell, colSpan: cells.length }, ...covered(cells.length - 1)]
      : [{ ...cell, rowSpan: headRows }];
  });
  const second = placed.flatMap(({ cells, own }): TableCell[] =>
    cells ? cells.map(({ head, footnote }, i) => headCell(head, footnote, own[i] ?? 0, bottom)) : covered(1),
  );
  return [first, second];
}
