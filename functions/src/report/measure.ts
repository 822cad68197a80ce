// How many lines a text takes in a column: what decides between a cell and an annex, and how wide a column gets.

/** Advance widths of Tinos Regular from U+0020 to U+007E, in thousandths of the font size; the metrics of Times. */
const ascii = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
  500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
  389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
  500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
const others: Record<string, number> = { đ: 500, ơ: 529, ư: 542, Ư: 776, '\u00a0': 250, '–': 500 };

/** Height of a line over the font size: ascender, descender and gap of Tinos. */
export const lineRatio = 1.15;

function advance(character: string): number {
  const known = others[character] ?? ascii[(character.codePointAt(0) ?? 0) - 0x20];
  if (known !== undefined) return known;
  // A letter with its marks is as wide as the letter, but for the horns of ơ and ư.
  const base = character.normalize('NFD')[0] ?? '';
  const horn = character.normalize('NFD').includes('\u031b') ? 60 : 0;
  // What isn't in the table is taken as wide as the widest: an estimate may err upwards only.
  return (base === character ? 1000 : (ascii[base.charCodeAt(0) - 0x20] ?? 1000)) + horn;
}

/** Width of `text` on one line in points. */
export function widthOf(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) sum += advance(character);
  return (sum * fontSize) / 1000;
}

/** Lines that `text` takes in a column of `width` points, wrapped at blanks and cut inside words that are wider. */
export function linesOf(text: string, width: number, fontSize: number): number {
  if (text === '') return 0;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const length = widthOf(word, fontSize);
      if (used > 0 && used + length > width) {
        lines++;
        used = 0;
      }
      if (length > width) {
        // Each cut line ends up to one letter short of the column.
        const cut = Math.ceil(length / Math.max(width - fontSize, fontSize)) - 1;
        lines += cut;
        used = Math.max(0, length - cut * (width - fontSize));
      } else used += length;
      used += widthOf(' ', fontSize);
    }
  }
  return lines;
}
