import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { readPdf } from '../../../test/fixtures/pdfText.ts';
import { manyPeople, typicalPhieu01, typicalPhieu02 } from '../../../test/fixtures/reports.ts';
import { momentOf } from '../domain/moment.ts';
import { Keeps } from '../report/keep.ts';
import { reportDefinition } from '../report/page.ts';
import { replacement } from '../report/printable.ts';
import { pdfRenderer, renderPdf } from './pdfRenderer.ts';

vi.setConfig({ testTimeout: 120_000 });

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const execute = promisify(execFile);

/** Runs `script` in a process of its own, with the renderer and the figures at hand. */
async function inNewProcess(script: string, ...flags: string[]): Promise<string> {
  const head = `
    import { createHash } from 'node:crypto';
    import { pdfRenderer } from ${JSON.stringify(import.meta.resolve('./pdfRenderer.ts'))};
    import { typicalPhieu01, typicalPhieu02 } from ${JSON.stringify(import.meta.resolve('../../../test/fixtures/reports.ts'))};
    const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');`;
  const { stdout } = await execute(process.execPath, [
    ...flags,
    '--no-warnings',
    '--input-type=module',
    '--eval',
    head + script,
  ]);
  return stdout.trim();
}

describe('the same figures', () => {
  it('give the same bytes in two processes, whatever was rendered before', async () => {
    const script = `
      const first = hash(await pdfRenderer.phieu01(typicalPhieu01));
      console.log(first, hash(await pdfRenderer.phieu02(typicalPhieu02)));`;
    await pdfRenderer.phieu02({ ...typicalPhieu02, rows: manyPeople(9) });
    const second = hash(await pdfRenderer.phieu02(typicalPhieu02));
    const first = hash(await pdfRenderer.phieu01(typicalPhieu01));
    expect(await inNewProcess(script)).toBe(`${first} ${second}`);
  });

  it('at another moment give other bytes: it is the moment that is fixed', async () => {
    const later = { ...typicalPhieu01, createdAt: momentOf(Date.UTC(2026, 4, 6)) };
    expect(hash(await pdfRenderer.phieu01(later))).not.toBe(hash(await pdfRenderer.phieu01(typicalPhieu01)));
  });
});

describe('many at once', () => {
  it('come out as each would alone, and one that fails harms none', async () => {
    const names = ['Một', 'Hai', 'Ba'];
    const broken = renderPdf({ content: [{ text: 'x', font: 'Roboto' }] });
    const jobs = names.map((personName) => pdfRenderer.phieu01({ ...typicalPhieu01, personName }));
    await expect(broken).rejects.toThrow('Roboto');
    const texts = (await Promise.all((await Promise.all(jobs)).map(readPdf))).map(({ text }) => text);
    expect(texts.map((text) => /Họ và tên: (\S+)/u.exec(text)?.[1])).toEqual(names);
  });

  it('stay within a heap of 48 MiB over 60 forms', async () => {
    const script = `
      for (let i = 0; i < 60; i++) await pdfRenderer.phieu01(typicalPhieu01);
      console.log('done');`;
    expect(await inNewProcess(script, '--max-old-space-size=48')).toBe('done');
  });
});

describe('a document', () => {
  const definition = (text: string) =>
    reportDefinition(
      { title: 'Tên', subject: 'Chủ đề', author: 'Đơn vị', createdAt: momentOf(Date.UTC(2026, 4, 5)) },
      [{ text }],
      new Keeps(),
    );

  it('carries its metadata and language', async () => {
    const { info } = await readPdf(await renderPdf(definition('x')));
    expect(info).toMatchObject({
      Title: 'Tên',
      Subject: 'Chủ đề',
      Author: 'Đơn vị',
      Creator: 'Năm Rõ',
      CreationDate: 'D:20260505000000Z',
      Language: 'vi-VN',
    });
  });

  it('gives its text back for searching and copying, tones and all', async () => {
    const text = 'Ằ ằ Ẵ ẵ Ộ ộ Ữ ữ Ỷ ỷ Đ đ “tự diễn biến” ≥ 50 % – №';
    expect((await readPdf(await renderPdf(definition(text)))).text).toBe(text);
  });

  it('fetches nothing and reads no file but its fonts', async () => {
    await expect(renderPdf({ ...definition('x'), content: [{ image: '/etc/hostname' }] })).rejects.toThrow(
      /denied/u,
    );
    await expect(
      renderPdf({ ...definition('x'), images: { a: 'http://127.0.0.1:9/a.png' }, content: [{ image: 'a' }] }),
    ).rejects.toThrow(/denied/u);
  });
});

it('prints a visible mark for what has no glyph, composes what came decomposed, and does not fail', async () => {
  const personName = `${'Nguyễn Thị Ánh'.normalize('NFD')} 👍 文 \ud800`;
  const { text } = await readPdf(await pdfRenderer.phieu01({ ...typicalPhieu01, personName }));
  expect(text).toContain(`Họ và tên: Nguyễn Thị Ánh ${replacement} ${replacement} ${replacement} Đơn vị`);
});
