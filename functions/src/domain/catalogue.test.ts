import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCodes,
  groups,
  manifestationOf,
  manifestations,
  otherCode,
  searchCatalogue,
  organisationWordOf,
  wordingOf,
} from './catalogue.ts';

/** The annex of S0 as scanned, with the one slip mended and the lines of a page break joined. */
function annex(): { group: number; number: number; text: string }[] {
  const scan = readFileSync(new URL('./sources/S0-annex.txt', import.meta.url), 'utf8');
  const items: { group: number; number: number; text: string }[] = [];
  let group = 0;
  for (const line of scan
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')) {
    const title = /^#*\s*\*\*(\d)\. Nhóm/.exec(line);
    const item = /^\((\d+)\)\.? (.*)$/.exec(line);
    if (line.startsWith('*\\*')) break;
    if (title) group = Number(title[1]);
    else if (item) items.push({ group, number: Number(item[1]), text: item[2] ?? '' });
    else if (items.length > 0)
      items.splice(-1, 1, { ...items.at(-1)!, text: `${items.at(-1)!.text} ${line}` });
  }
  return items.map((item) => ({
    ...item,
    text: item.text.replace('tình trạng những nhiễu', 'tình trạng nhũng nhiễu'),
  }));
}

describe('the catalogue', () => {
  it('is the annex of S0 word for word: 25 manifestations, 12/9/4 (S0 annex I)', () => {
    const named = manifestations.filter(({ code }) => code !== otherCode);
    expect(named.map(({ code, text }) => ({ code, text }))).toEqual(
      annex().map(({ group, number, text }) => ({
        code: `${group}.${String(number).padStart(2, '0')}`,
        text,
      })),
    );
    expect(named).toHaveLength(25);
    expect(
      groups.map(({ number, size }) => [number, size, named.filter((m) => m.group === number).length]),
    ).toEqual([
      [1, 12, 12],
      [2, 9, 9],
      [3, 4, 4],
    ]);
  });

  it('names the groups as the annex titles them', () => {
    const scan = readFileSync(new URL('./sources/S0-annex.txt', import.meta.url), 'utf8');
    for (const { number, name, size } of groups)
      expect(scan).toMatch(new RegExp(`\\*\\*${number}\\. ${name}: 0?${size} biểu hiện\\*\\*`));
  });

  it('has one code more, 69, for Quy định 69-QĐ/TW (S0 annex, closing note)', () => {
    const scan = readFileSync(new URL('./sources/S0-annex.txt', import.meta.url), 'utf8');
    const other = manifestationOf('69');
    expect(other).toMatchObject({ group: null, appliesTo: 'all' });
    expect(scan.toLowerCase()).toContain(other?.text.toLowerCase());
  });

  it('is normalised, so that a search by bytes and a comparison of texts hold', () => {
    for (const { text } of manifestations) expect(text).toBe(text.normalize('NFC'));
  });

  it('depends on the organisation in one word of 1.01 only', () => {
    for (const { code, text } of manifestations) {
      expect(wordingOf(code, 'xã')).toBe(text);
      expect(wordingOf(code, 'quận') === text).toBe(code !== '1.01');
    }
    expect(wordingOf('1.01', 'quận')).toMatch(/của Trung ương, Thành phố và của quận\.$/);
    expect(() => wordingOf('1.13', 'xã')).toThrow(RangeError);
  });

  it.each([
    ['Quận Nam Từ Liêm', 'quận'],
    ['Xã Ô Diên', 'xã'],
    ['Phường Tây Mỗ', 'phường'],
    ['QUẬN NAM TỪ LIÊM'.normalize('NFD'), 'quận'],
    ['Ô Diên', 'xã'],
  ] as const)('is the same on screen and on paper for %s', (name, word) => {
    expect(organisationWordOf(name)).toBe(word);
  });

  it.each([
    ['1.01', 'party-member'],
    ['1.10', 'receives-citizens'],
    ['1.11', 'organisation'],
    ['1.12', 'leader'],
    ...['1.04', '1.05', '1.07', '1.09', '2.08', '3.01', '3.02', '3.03'].map((code) => [code, 'manager']),
    ['2.03', 'all'],
    ['3.04', 'all'],
  ])('hints whom %s concerns: %s (domain.md section 2)', (code, hint) => {
    expect(manifestationOf(code)?.appliesTo).toBe(hint);
  });

  it.each(['1.00', '1.13', '2.10', '3.05', '4.01', '1.1', '', 'x'])('knows no code %j', (code) => {
    expect(manifestationOf(code)).toBeNull();
  });
});

describe('order and search', () => {
  it('keeps the order of the annex, 69 after the 25, unknown codes last', () => {
    const codes = manifestations.map(({ code }) => code);
    fc.assert(
      fc.property(fc.shuffledSubarray([...codes], { minLength: 26 }), (shuffled) => {
        expect(shuffled.sort(compareCodes)).toEqual(codes);
      }),
    );
    expect(['zz', '69', 'aa', '1.12', '1.02'].sort(compareCodes)).toEqual(['1.02', '1.12', '69', 'aa', 'zz']);
    expect(['1.13', '2.01', '69'].sort(compareCodes)).toEqual(['2.01', '69', '1.13']);
    expect(compareCodes('zz', 'zz')).toBe(0);
  });

  it.each([
    ['', 26],
    ['   ', 26],
    ['nhũng nhiễu', 1],
    ['NHUNG NHIEU', 1],
    ['đùn đẩy', 9],
    ['ne tranh', 9],
    ['ua', 0],
    ['2.0', 9],
    ['69', 1],
    ['giam sat phong chong tham nhung', 1],
    ['mttq', 1],
  ])('finds for %j: %i', (words, count) => {
    expect(searchCatalogue(words)).toHaveLength(count);
  });

  it('finds a manifestation by any of its words, with diacritics or without', () => {
    fc.assert(
      fc.property(fc.constantFrom(...manifestations), fc.nat(), (m, n) => {
        const words = m.text.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 1);
        const word = words[n % words.length]!;
        const bare = word
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .replace(/đ/g, 'd')
          .replace(/Đ/g, 'D');
        expect(searchCatalogue(word)).toContain(m);
        expect(searchCatalogue(bare)).toContain(m);
      }),
    );
  });
});
