// Evidence files as a page has them: one is chosen, one is downloaded.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { field } from './pages.ts';

interface Chosen {
  name: string;
  content: Uint8Array;
}
/** Hands a file to the page, as the dialog of the browser does. */
export const choose = (page: Page, of: string, { name, content }: Chosen) =>
  field(page, `files.${of}`).setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

/** The content that the page hands to the browser. */
export async function fetched(page: Page, name: string): Promise<{ name: string; content: Uint8Array }> {
  const [done] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Tải về ${name}` }).click(),
  ]);
  return { name: done.suggestedFilename(), content: new Uint8Array(await readFile(await done.path())) };
}
