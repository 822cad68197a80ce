// Cells that are too long for a column of a form move to a numbered annex, which breaks over pages as text does.
import type { Content } from './definition.ts';
import { keepWithNext } from './keep.ts';
import { longestCell } from './grid.ts';
import { linesOf } from './measure.ts';
import { size } from './page.ts';
import { printable } from './printable.ts';

/** Rows don't break over pages, so the highest cell must fit one under the head of the table. */
const maxLines = 24;
const excerptLength = 90;

interface Annex {
  title: string;
  text: string;
}

/** The first words of `text`, so that the form can be followed without turning the page. */
function excerpt(text: string): string {
  const line = text.replaceAll('\n', ' ').slice(0, excerptLength);
  return `${line.slice(0, Math.max(line.lastIndexOf(' '), excerptLength / 2))}…`;
}

/** Collects annexes in the order in which the form refers to them. */
export class Annexes {
  readonly #annexes: Annex[] = [];

  /** What the cell prints: the text, or its first words and the number of the annex that carries it whole. */
  cell(raw: string, title: string, width: number): string {
    const text = printable(raw);
    if (text.length <= longestCell && linesOf(text, width, size.table) <= maxLines) return text;
    this.#annexes.push({ title, text });
    return `${excerpt(text)} (xem Phụ lục ${this.#annexes.length})`;
  }

  content(): Content[] {
    return this.#annexes.flatMap(({ title, text }, i) => [
      {
        text: `Phụ lục ${i + 1}. ${printable(title)}`,
        bold: true,
        fontSize: size.running,
        headlineLevel: keepWithNext,
        margin: [0, 12, 0, 4],
      },
      { text, fontSize: size.running, alignment: 'justify', lineHeight: 1.1 },
    ]);
  }
}
