// The ruled table of the forms: its lines, and how it shares out the width of the page among columns of text.
import type { TableCell, TableLayout } from './definition.ts';
import { bodyWidth } from './page.ts';

const line = 0.5;
const padding = 3;
const above = 2;
const below = 3;

export const grid: TableLayout = {
  hLineWidth: () => line,
  vLineWidth: () => line,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => above,
  paddingBottom: () => below,
};

/** Placeholders of the cells that a spanning cell covers. */
export const covered = (cells: number): TableCell[] => Array.from({ length: cells }, () => ({}));

/**
 * Several rows as one, which no page break can part: pdfmake knows whole rows, but no rows that belong together. They
 * are a table in one cell, pulled out by the padding and the line of that cell so that its lines fall on the outer ones.
 */
export function rowsTogether(rows: TableCell[][], widths: readonly number[]): TableCell[] {
  const cell: TableCell = {
    table: { widths: [...widths], body: rows },
    layout: grid,
    margin: [-padding - line, -above - line, -padding - line, -below - line],
    colSpan: widths.length,
  };
  return [cell, ...covered(widths.length - 1)];
}

/** What lies between the texts of two rows. */
export const rowPadding = above + line + below;

/** Width that `columns` columns share between the margins once their lines and paddings are taken off. */
export const innerWidth = (columns: number) => bodyWidth - columns * 2 * padding - (columns + 1) * line;

/** Width of a cell that spans the columns of these widths. */
export const spanWidth = (widths: readonly number[]) =>
  widths.reduce((sum, width) => sum + width, 0) + (widths.length - 1) * (2 * padding + line);

export interface Column {
  /** Narrowest width at which its head is legible and a hand can still write into it. */
  least: number;
  /** Texts of the column; null for a column of fixed width. */
  texts: readonly string[] | null;
}

/** In characters; above this a text leaves the form for an annex and counts as its first words only. */
export const longestCell = 400;
const excerpt = 110;
/** What a column without a text weighs, so that an empty form has columns that are alike. */
const base = 20;

/** Widths of the columns: each gets its least, and what is left goes where the text is. */
export function columnWidths(columns: readonly Column[]): number[] {
  const spare = innerWidth(columns.length) - columns.reduce((sum, column) => sum + column.least, 0);
  const weights = columns.map(({ texts }) => {
    if (texts === null) return 0;
    // By their squares, because the highest cell alone makes the height of a row.
    const amount = texts.reduce((sum, { length }) => sum + (length > longestCell ? excerpt : length) ** 2, 0);
    return base + Math.sqrt(amount);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return columns.map(({ least }, i) => least + (spare * (weights[i] ?? 0)) / total);
}
