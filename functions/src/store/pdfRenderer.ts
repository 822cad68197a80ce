// Renders document definitions to PDF with the embedded fonts; pdfmake is loaded on the first report, not with the function.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Renderer } from '../handlers/ports.ts';
import type { TDocumentDefinitions } from '../report/definition.ts';
import { family } from '../report/page.ts';
import { phieu01 } from '../report/phieu01.ts';
import { phieu02 } from '../report/phieu02.ts';

/** Beside src/ in the repository and beside lib/ where it is deployed. */
const fontFolder = join(import.meta.dirname, '../../assets/fonts');
const faces = {
  normal: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italics: 'Tinos-Italic.ttf',
  bolditalics: 'Tinos-BoldItalic.ttf',
} as const;

/** What the typings of pdfmake leave out. */
interface VirtualFiles {
  writeFileSync(name: string, content: Buffer): void;
}

async function loadPdfmake() {
  const { default: pdfmake } = await import('pdfmake');
  const { virtualfs } = pdfmake as unknown as { virtualfs: VirtualFiles };
  for (const face of Object.values(faces))
    virtualfs.writeFileSync(face, await readFile(join(fontFolder, face)));
  pdfmake.setFonts({ [family]: faces });
  // A report brings no resource of its own: whatever asks for one is not ours.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}

/**
 * A layout is garbage a moment later. V8 takes that for a reason to let the young generation grow with every form:
 * after 100 of them a process holds 290 MiB. The size it has after the first is enough: 150 MiB, and no slower.
 */
function holdMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

let loading: ReturnType<typeof loadPdfmake> | null = null;
/** End of the queue of reports of this process. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The PDF of a definition; the same definition gives the same bytes. pdfmake writes into the definition, so each call
 * needs its own. One at a time: layout blocks the process anyway, and two documents at once double the peak of memory.
 */
export function renderPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  const job = last.then(async () => {
    // A failure to read the fonts must not outlive its cause.
    loading ??= loadPdfmake().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    const pdfmake = await loading;
    const pdf = await pdfmake.createPdf(definition).getBuffer();
    holdMemory();
    return pdf;
  });
  last = job.catch(() => undefined);
  return job;
}

export const pdfRenderer: Renderer = {
  phieu01: (input) => renderPdf(phieu01(input)),
  phieu02: (input) => renderPdf(phieu02(input)),
};
