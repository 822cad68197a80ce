import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footnotes, formSections, personForm, unitForm } from '../domain/labels.ts';
import { manifestations } from '../domain/catalogue.ts';
import { isPrintable, printable, printableRanges, replacement } from './printable.ts';

interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { path: { commands: unknown[] } };
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(data: Buffer): Font };
const fonts = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => ({
  face,
  font: fontkit.create(readFileSync(new URL(`../../assets/fonts/Tinos-${face}.ttf`, import.meta.url))),
}));

/** Every letter of the alphabet in both cases, the vowels with each of the six tones, composed. */
function alphabet(): string[] {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const letters = [...vowels, ...'bcdđghklmnpqrstvxfjwz'];
  return [...letters, ...letters.map((letter) => letter.toLocaleUpperCase('vi'))];
}

const wording = [
  ...manifestations.map(({ text }) => text),
  ...footnotes.flatMap(({ lead, items }) => [lead, ...items]),
  ...formSections.map(({ title }) => title),
  JSON.stringify([personForm, unitForm]),
].join('');

describe.each(fonts)('Tinos-$face', ({ font }) => {
  const draws = (character: string) => {
    const codePoint = character.codePointAt(0) ?? -1;
    const blank = character.trim() === '';
    return (
      font.hasGlyphForCodePoint(codePoint) &&
      (blank || font.glyphForCodePoint(codePoint).path.commands.length > 0)
    );
  };

  it('draws the 186 Vietnamese letters, each composed into one character', () => {
    const letters = alphabet();
    expect(new Set(letters).size).toBe((12 * 6 + 21) * 2);
    expect(letters.filter((letter) => [...letter].length !== 1)).toEqual([]);
    expect(letters.filter((letter) => !draws(letter))).toEqual([]);
  });

  it('draws punctuation and signs of offices', () => {
    expect([...'–—…“”‘’•≥≤×/№−°%§«»₫€½²³'].filter((sign) => !draws(sign))).toEqual([]);
  });

  it('draws the replacement', () => {
    expect(draws(replacement)).toBe(true);
  });

  it('draws every character of the official wording', () => {
    expect([...new Set(wording)].filter((character) => !draws(character))).toEqual([]);
  });

  it('has every character that printable() lets through', () => {
    const missing = printableRanges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
        (codePoint) => !font.hasGlyphForCodePoint(codePoint),
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** Any of them, lone surrogates included, and often enough the marks, invisibles and blanks that interact. */
const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }),
  fc.constantFrom(...[...'ae \t\n\r\u00a0\u0301\u0323\u200b\u00ad'].map((c) => c.charCodeAt(0))),
);

describe('printable', () => {
  it('composes what was typed with separate marks', () => {
    const text = 'Nguyễn Thị Ánh: Đã khắc phục đúng hạn';
    expect(text.normalize('NFD')).not.toBe(text);
    expect(printable(text.normalize('NFD'))).toBe(text);
  });

  it.each([
    ['an emoji', 'Đã xong 👍', `Đã xong ${replacement}`],
    ['Chinese', '文', replacement],
    ['half of a surrogate pair', 'a\ud83d', `a${replacement}`],
    ['a letter of the private area', '\ue000', replacement],
  ])('prints a visible mark for %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each([
    ['newlines of Windows, of the old Mac, and page ends', 'a\r\nb\rc\fd\u2028e', 'a\nb\nc\nd\ne'],
    ['tabs', 'a\tb', 'a b'],
    ['a mark parted from its letter by something invisible', 'e\u200b\u0301', 'é'],
    ['blanks before a line end, and many empty lines', 'a  \n\n\n\nb', 'a\n\nb'],
    [
      'soft hyphens, zero widths, direction marks and control characters',
      'a\u00ad\u200b\u202e\u0007\ufeffb',
      'ab',
    ],
    ['blanks around', '  a ', 'a'],
  ])('settles %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('gives nothing but characters with a glyph and newlines, and the same when applied again', () => {
    fc.assert(
      fc.property(fc.array(codePoint, { maxLength: 60 }), (codePoints) => {
        const text = String.fromCodePoint(...codePoints);
        const once = printable(text);
        expect([...once].every((c) => c === '\n' || isPrintable(c.codePointAt(0) ?? -1))).toBe(true);
        expect(printable(once)).toBe(once);
      }),
    );
  });

  it('leaves ordinary text as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet(), ...'0123456789 ,.;:–()/%'), { maxLength: 80 }),
        (letters) => {
          const text = letters.join('').trim();
          expect(printable(text)).toBe(text);
        },
      ),
    );
  });
});
