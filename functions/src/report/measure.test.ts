import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../test/fixtures/pdfText.ts';
import { prose } from '../../../test/fixtures/reports.ts';
import { momentOf } from '../domain/moment.ts';
import { renderPdf } from '../store/pdfRenderer.ts';
import { columnWidths, innerWidth } from './grid.ts';
import { Keeps } from './keep.ts';
import { linesOf, widthOf } from './measure.ts';
import { reportDefinition } from './page.ts';

const metadata = { title: 't', subject: 's', author: 'a', createdAt: momentOf(0) };

/** Lines that pdfmake makes of it. */
async function printedLines(text: string, width: number): Promise<number> {
  const table = { widths: [width], body: [[{ text }]] };
  const { pages } = await readPdf(
    await renderPdf(reportDefinition(metadata, [{ table, fontSize: 10 }], new Keeps())),
  );
  return new Set(pages.flatMap(({ items }, page) => items.map(({ y }) => `${page}/${y}`))).size;
}

describe('linesOf', () => {
  it('of nothing is none', () => expect(linesOf('', 50, 10)).toBe(0));

  it.each([
    [prose(390), 60],
    [prose(390), 120],
    [prose(300).toLocaleUpperCase('vi'), 80],
    ['dòng một\ndòng hai\n\ndòng bốn, sau một dòng trống', 200],
    ['ABCDEFGHIJ'.repeat(20), 60],
    ['ưươơ ƯƯỚỢ đĐ '.repeat(20), 70],
    ['số 412/UBND-TNMT; '.repeat(12), 55],
    ['— … “ ” ≥ ≤ × № '.repeat(15), 60],
  ])('never says fewer than are printed, nor many more: %#', async (text, width) => {
    const printed = await printedLines(text, width);
    const estimated = linesOf(text, width, 10);
    const empty = text.split('\n').filter((line) => line === '').length;
    expect(estimated).toBeGreaterThanOrEqual(printed);
    expect(estimated).toBeLessThanOrEqual(Math.ceil(printed * 1.45) + 1 + empty);
  });

  it('grows with the text and shrinks with the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        expect(linesOf(`${a} ${b}`, 60, 10)).toBeGreaterThanOrEqual(linesOf(a, 60, 10));
        expect(linesOf(a, 50, 10)).toBeGreaterThanOrEqual(linesOf(a, 500, 10));
      }),
    );
  });
});

it('a letter is as wide with its marks as without', () => {
  expect(widthOf('ắặẻỗ', 10)).toBeCloseTo(widthOf('aaeo', 10));
});

describe('columnWidths', () => {
  const column = (least: number, ...texts: string[]) => ({ least, texts });

  it('fills the page exactly, gives each its least, and a fixed column no more', () => {
    const widths = columnWidths([{ least: 20, texts: null }, column(40, prose(200)), column(50, 'x')]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(innerWidth(3));
    expect(widths[0]).toBe(20);
    expect(widths[1]).toBeGreaterThan(40);
    expect(widths[2]).toBeGreaterThan(50);
    expect(widths[1]).toBeGreaterThan(2 * (widths[2] ?? 0));
  });

  it('is even where nothing is written', () => {
    const [a, b] = columnWidths([column(40), column(40)]);
    expect(a).toBe(b);
  });

  it('counts a text that leaves for an annex by its first words', () => {
    const [a, b] = columnWidths([column(40, prose(5000)), column(40, prose(390))]);
    expect(a).toBeLessThan(b ?? 0);
  });
});
