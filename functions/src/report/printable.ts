// Which characters the embedded fonts can print, and what becomes of the others.

/**
 * Code points of the subset fonts, as inclusive ranges: scripts/subsetFonts.mjs cuts the faces to exactly these,
 * so that what `printable` lets through always has a glyph.
 */
export const printableRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xac], // Latin-1 without the soft hyphen
  [0xae, 0xff],
  [0x100, 0x17f], // Latin Extended-A: ă đ ĩ ũ, and names of neighbours
  [0x1a0, 0x1a1], // Ơ ơ
  [0x1af, 0x1b0], // Ư ư
  [0x300, 0x304], // combining marks that have no composed form with their letter
  [0x306, 0x30c],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9], // Latin Extended Additional: the Vietnamese letters with tones
  [0x2002, 0x200a], // spaces
  [0x2010, 0x2016], // hyphens and dashes
  [0x2018, 0x201f], // quotation marks
  [0x2020, 0x2022], // † ‡ •
  [0x2026, 0x2026], // …
  [0x202f, 0x2030], // narrow no-break space, ‰
  [0x2032, 0x2033], // ′ ″
  [0x2039, 0x203b], // ‹ › ※
  [0x2044, 0x2044], // fraction slash
  [0x2070, 0x2070], // superscripts
  [0x2074, 0x2079],
  [0x2080, 0x2089], // subscripts, as in CO₂
  [0x20ab, 0x20ac], // ₫ €
  [0x2103, 0x2103], // ℃
  [0x2116, 0x2116], // №
  [0x2122, 0x2122], // ™
  [0x2153, 0x2154], // ⅓ ⅔
  [0x2190, 0x2194], // arrows
  [0x2212, 0x2212], // −
  [0x221a, 0x221a], // √
  [0x221e, 0x221e], // ∞
  [0x2248, 0x2248], // ≈
  [0x2260, 0x2261], // ≠ ≡
  [0x2264, 0x2265], // ≤ ≥
  [0x25a0, 0x25a1], // ■ □
  [0x25aa, 0x25ab], // ▪ ▫
  [0x25b2, 0x25b2], // ▲
  [0x25ba, 0x25ba], // ►
  [0x25bc, 0x25bc], // ▼
  [0x25ca, 0x25cb], // ◊ ○
  [0x25cf, 0x25cf], // ●
  [0xfffd, 0xfffd], // the replacement itself
];

/** Printed in the place of a character without a glyph: a gap would change what somebody wrote without a trace. */
export const replacement = '\ufffd';

/** Newlines of other systems, and the vertical tabs and form feeds of pasted documents. */
const newlines = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
/** Steer a renderer and print nothing: controls, and formats such as soft hyphen, zero width and direction. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const glyphs = new Set<number>();
for (const [first, last] of printableRanges) for (let c = first; c <= last; c++) glyphs.add(c);

/** True iff the embedded fonts draw the character `codePoint`. */
export function isPrintable(codePoint: number): boolean {
  return glyphs.has(codePoint);
}

/** `text` as it can be printed: composed (NFC), newlines as \n, and a visible mark for what has no glyph. */
export function printable(text: string): string {
  const visible = text.replace(newlines, '\n').replace(/\t/gu, ' ').replace(invisible, '');
  // After the invisible ones are gone: one of them may stand between a letter and its mark.
  const composed = visible.normalize('NFC');
  let out = '';
  for (const character of composed) {
    out += character === '\n' || glyphs.has(character.codePointAt(0) ?? -1) ? character : replacement;
  }
  return out
    .replace(/[ \u00a0]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
