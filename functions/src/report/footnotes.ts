// Footnote marks of the forms as superscripts, and the notes themselves in small type after the form.
import { footnotes } from '../domain/labels.ts';
import type { Content } from './definition.ts';
import { bodyWidth, size } from './page.ts';

/** Without a blank before it, so that no line can break between a word and its mark. */
const mark = (number: number) => ({ text: String(number), sup: true });

/** `text` with the mark of its footnote, if it has one. */
export function marked(text: string, footnote: number | null): Content[] {
  return footnote === null ? [text] : [text, mark(footnote)];
}

const note = ({ number, lead, items }: (typeof footnotes)[number]): Content => ({
  stack: [
    { text: [{ text: `${number} `, sup: true }, lead] },
    ...items.map((item): Content => ({ text: `- ${item}`, margin: [8, 0, 0, 0] })),
  ],
  margin: [0, 0, 0, 2],
});

/** In two columns, because in small type a line over the whole sheet can't be followed. */
export function footnoteContent(): Content {
  const half = footnotes.findIndex(({ number }) => number === 5);
  return {
    unbreakable: true,
    fontSize: size.small,
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: bodyWidth / 5, y2: 0, lineWidth: 0.5 }],
        margin: [0, 14, 0, 4],
      },
      {
        columnGap: 18,
        columns: [footnotes.slice(0, half), footnotes.slice(half)].map((part) => ({
          width: '*',
          stack: part.map(note),
        })),
      },
    ],
  };
}
