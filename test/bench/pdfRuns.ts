// Prints the same form again and again with one engine, in the process that is measured: `pdfRuns.ts ENGINE RUNS FILE`.
import { writeFileSync } from 'node:fs';
import type { Phieu01Input } from '../../functions/src/report/phieu01Input.ts';
import { manyRows, typicalPhieu01 } from '../fixtures/reports.ts';

const input: Phieu01Input = {
  ...typicalPhieu01,
  rows: manyRows(10),
  counts: null,
  basis: null,
  manifestations: [],
};

type Print = () => Promise<Uint8Array>;

async function pdfmake(): Promise<Print> {
  const { pdfRenderer } = await import('../../functions/src/store/pdfRenderer.ts');
  return () => pdfRenderer.phieu01(input);
}

async function browser(): Promise<Print> {
  const [{ default: chromium }, { chromium: playwright }, { phieu01Html }] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
    import('./phieu01Html.ts'),
  ]);
  const launched = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !arg.startsWith('--headless')), '--no-sandbox'],
    headless: true,
  });
  const page = await launched.newPage();
  const header =
    '<div style="width:100%;text-align:center;font-size:14pt"><span class="pageNumber"></span></div>';
  return async () => {
    await page.setContent(phieu01Html(input));
    await page.evaluate('document.fonts.ready');
    const options = { preferCSSPageSize: true, displayHeaderFooter: true };
    return page.pdf({ ...options, headerTemplate: header, footerTemplate: '<i></i>' });
  };
}

const [engine, runs, file] = process.argv.slice(2);
const began = performance.now();
const print = await (engine === 'pdfmake' ? pdfmake() : browser());
let pdf = await print();
/** From nothing to the first form: loading, and for the browser its start. */
const firstMs = performance.now() - began;
const times: number[] = [];
const { stdin, stdout } = process;
const answer = () => new Promise<void>((resolve) => void stdin.once('data', () => resolve()));
/** Who measures looks at the clock of the processors before and after the warm runs. */
stdout.write('warm\n');
await answer();
for (let i = 0; i < Number(runs); i++) {
  const start = performance.now();
  pdf = await print();
  times.push(performance.now() - start);
}
writeFileSync(file ?? '', pdf);
stdout.write(`${JSON.stringify({ firstMs, times })}\n`);
await answer();
// The browser has no end of its own, and ends with this process.
process.exit(0);
