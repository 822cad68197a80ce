import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readPdf } from '../../../test/fixtures/pdfText.ts';
import { typicalPhieu01 } from '../../../test/fixtures/reports.ts';
import { rowSections } from '../domain/words.ts';
import { renderPdf } from '../store/pdfRenderer.ts';
import { phieu01 } from './phieu01.ts';
import { printable } from './printable.ts';

vi.setConfig({ testTimeout: 300_000 });

const squash = (text: string) => text.replace(/\s/gu, '');

const word = fc.constantFrom(
  'khắc',
  'phục',
  'chậm',
  'ƯỚC',
  '07',
  '412/UBND-TNMT',
  '👍',
  'nghiêng'.repeat(9),
  '\n',
  '…',
  'ệ\u0301',
);
/** From nothing to what no cell can hold. */
const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(word, { maxLength: 20 }) },
    { weight: 2, arbitrary: fc.array(word, { minLength: 50, maxLength: 90 }) },
    { weight: 1, arbitrary: fc.array(word, { minLength: 300, maxLength: 900 }) },
  )
  .map((words) => words.join(' '));
const judgement = fc.option(fc.record({ result: text, cause: text, identified: text, remedy: text }));
const row = fc.record({
  section: fc.constantFrom(...rowSections),
  content: text,
  self: judgement,
  authority: judgement,
  note: text,
});

it('prints every text whole and inside the margins, whatever was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), text, text, async (rows, share, fact) => {
      const input = {
        ...typicalPhieu01,
        rows,
        counts: typicalPhieu01.counts && {
          ...typicalPhieu01.counts,
          share,
          initiative: share,
          tasks: [share, fact],
        },
        basis: {
          statements: [],
          warnings: [fact],
          trace: [{ clause: 'S3', rule: share, facts: [fact, fact], outcome: 'x' }],
        },
      };
      const pdf = await readPdf(await renderPdf(phieu01(input)));
      const printed = squash(pdf.text);
      const sides = rows.flatMap(({ self, authority }) => [self, authority]);
      const texts = [
        ...rows.flatMap(({ content, note }) => [content, note]),
        ...sides.flatMap((side) => Object.values(side ?? {})),
        share,
        fact,
      ];
      for (const one of texts) expect(printed).toContain(squash(printable(one)));
      for (const { items, width } of pdf.pages) {
        for (const item of items) {
          expect(item.x + item.width, item.text).toBeLessThanOrEqual(width - (15 * 72) / 25.4 + 0.1);
          expect(item.y, item.text).toBeGreaterThanOrEqual((20 * 72) / 25.4 - 0.1);
        }
      }
    }),
    { numRuns: 6 },
  );
});
