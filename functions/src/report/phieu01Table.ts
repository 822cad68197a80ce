// The table of Phiếu 01: two rows of heads, sections I to IV, and what footnotes 3 and 5 ask for in its place.
import { footnoteFields, nothingStatement, personForm, type FormSection } from '../domain/labels.ts';
import type { Annexes } from './annexes.ts';
import type { Content, TableCell } from './definition.ts';
import { marked } from './footnotes.ts';
import { columnWidths, covered, grid, rowsTogether, spanWidth } from './grid.ts';
import { size } from './page.ts';
import { headRows, tableHead } from './tableHead.ts';
import type { Judgement, Phieu01Counts, Phieu01Input, Phieu01Row } from './phieu01Input.ts';

const { number, content, self, authority, note } = personForm;
const columns = [number, content, ...self.columns, ...authority.columns, note];
const judgementKeys = ['result', 'cause', 'identified', 'remedy'] as const;

export function phieu01Table(input: Phieu01Input, annexes: Annexes): Content {
  const table = new TableRows(annexes, widthsOf(input.rows));
  for (const section of personForm.sections) {
    table.head(section);
    // II is the head over II.1 and II.2.
    if (section.key === 'II') continue;
    if (section.key === 'II.2' && input.counts) table.counts(input.counts);
    const rows = input.rows.filter((row) => row.section === section.key);
    if (rows.length > 0) rows.forEach((row, i) => table.row(row, i + 1));
    else table.without(section, input);
  }
  return {
    table: {
      headerRows: headRows,
      // Or the page before ends in heads.
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: table.widths,
      body: [...tableHead([number, content, self, authority, note], table.widths), ...table.body],
    },
    layout: grid,
    fontSize: size.table,
  };
}

function widthsOf(rows: Phieu01Row[]): number[] {
  const judged = (side: 'self' | 'authority') =>
    judgementKeys.map((key) => ({ least: 46, texts: rows.map((row) => row[side]?.[key] ?? '') }));
  return columnWidths([
    { least: 24, texts: null },
    { least: 54, texts: rows.map((row) => row.content) },
    ...judged('self'),
    ...judged('authority'),
    { least: 34, texts: rows.map((row) => row.note) },
  ]);
}

class TableRows {
  readonly body: TableCell[][] = [];
  readonly widths: number[];
  readonly #annexes: Annexes;
  /** Heads of sections that wait for the first row under them. */
  #heads: TableCell[][] = [];

  constructor(annexes: Annexes, widths: number[]) {
    this.#annexes = annexes;
    this.widths = widths;
  }

  head({ number: label, title, footnote }: FormSection): void {
    this.#heads.push([
      { text: label, alignment: 'center', bold: true },
      { text: marked(title, footnote), colSpan: columns.length - 1, bold: true },
      ...covered(columns.length - 2),
    ]);
  }

  #row(cells: TableCell[]): void {
    this.body.push(this.#heads.length === 0 ? cells : rowsTogether([...this.#heads, cells], this.widths));
    this.#heads = [];
  }

  row(row: Phieu01Row, n: number): void {
    const where = `Mục ${row.section}, dòng ${n}`;
    const judgement = (of: Judgement | null, side: typeof self | typeof authority, first: number) =>
      judgementKeys.map((key, i) =>
        this.#cell(of?.[key] ?? '', first + i, `${where}: ${side.head}, ${side.columns[i]?.head ?? ''}`),
      );
    this.#row([
      { text: `${n}.`, alignment: 'center' },
      this.#cell(row.content, 1, `${where}: ${content.head}`),
      ...judgement(row.self, self, 2),
      ...judgement(row.authority, authority, 6),
      this.#cell(row.note, 10, `${where}: ${note.head}`),
    ]);
  }

  /** A section without a row says so; before its writer has spoken, it leaves a line to write on. */
  without({ key }: FormSection, { filed, nothing, outcome }: Phieu01Input): void {
    const spoken = key === 'IV' ? outcome !== null : filed || key === 'III';
    if (!spoken) this.#row([{ text: '1.', alignment: 'center' }, ...blanks(columns.length - 1)]);
    else if (nothing && key !== 'III' && key !== 'IV') {
      const statement = { text: nothingStatement, italics: true, colSpan: 4 };
      this.#row([dash(), '', statement, ...covered(3), ...blanks(5)]);
    } else this.#row([dash(), { text: 'Không có', italics: true }, ...blanks(columns.length - 2)]);
  }

  /** What footnote 5 asks for, under the person's four columns. */
  counts(counts: Phieu01Counts): void {
    const width = spanWidth(this.widths.slice(2, 6));
    const titled = (label: string, text: string) =>
      text.trim() === ''
        ? []
        : [`${label}: ${this.#annexes.cell(text, `Mục II.2, chú thích 5: ${label}`, width)}`];
    const figures = (
      ['undone', 'joint', 'jointLate', 'procedures', 'proceduresLate', 'proceduresOff'] as const
    )
      .map((key) => `${footnoteFields[key]}: ${counts[key]}`)
      .join('; ');
    const text = [
      figures,
      ...titled('Nhiệm vụ không hoàn thành, chậm và nguyên nhân', counts.tasks.join('\n')),
      ...titled(footnoteFields.share, counts.share),
      ...titled(footnoteFields.initiative, counts.initiative),
    ].join('\n');
    const title = { text: 'Số liệu theo chú thích 5', italics: true };
    this.#row([dash(), title, { text, colSpan: 4 }, ...covered(3), ...blanks(5)]);
  }

  #cell(text: string, column: number, where: string): TableCell {
    return { text: this.#annexes.cell(text, where, this.widths[column] ?? 0) };
  }
}

/** In the number's place of a row that isn't one of the shortcomings; each its own, since pdfmake writes into nodes. */
const dash = (): TableCell => ({ text: '–', alignment: 'center' });
const blanks = (cells: number): TableCell[] => Array.from({ length: cells }, () => '');
