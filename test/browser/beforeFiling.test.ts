// On any day before somebody files, whoever evaluates them records what was seen, concludes on it, and answers their remedy (domain.md section 2).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { refOf } from '../../functions/src/schema/refs.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const [person, evaluator, stranger] = ['qldt-cv-02', 'qldt-pho-1', 'tckh-truong'];
const month = '2026-04';
const seen = 'Ngày 20/4 trả 01 hồ sơ chậm 2 ngày.';
const noticed = 'Qua kiểm tra: 02 văn bản chưa trả lời.';
let office: Office;

/** As inspection records it. */
async function suspect(): Promise<void> {
  const admin = openAdmin(suite);
  const sheet = (
    await admin.firestore.doc(refOf(sampleOrg, 'sheets', `${person}_${month}`).path).get()
  ).data();
  const { unit, block, decider } = sheet as { unit: string; block: string; decider: string };
  await admin.firestore
    .doc(refOf(sampleOrg, 'findings', `${person}_${month}_k1`).path)
    .create({
      ...{ subject: person, unit, block, evaluator, decider, month, key: 'k1', source: 'inspection' },
      ...{ author: 'ubkt-chu-nhiem', codes: '2.05', article: '', fact: noticed, degree: 'rare', due: null },
      ...{
        state: 'suspected',
        settleReason: '',
        remedy: '',
        remedyState: 'none',
        remedyAt: null,
        remedyNote: '',
      },
      ...{ rev: 1, actor: 'ubkt-chu-nhiem', actedFor: null, savedAt: null, notified: false },
    });
  await admin.close();
  await suite.settle();
}

const text = (page: Page) => page.locator('main').innerText();
const entry = (page: Page, fact: string) => page.locator('.entry', { hasText: fact });

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
  await suspect();
});
afterAll(() => office.close());

describe('somebody who has not filed', () => {
  it('is found by their evaluator from the queue, who records a manifestation; the person is told at once', async () => {
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/cho-toi/${month}`);
    await page.getByText('Người chưa nộp phiếu: ghi nhận biểu hiện trong tháng').click();
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await eventually(() => text(page)).toContain('Chưa nộp phiếu');
    await page.getByRole('button', { name: 'Ghi nhận biểu hiện' }).click();
    await field(page, 'new.fact').fill(seen);
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.05', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="new.degree"] input[value="rare"]').check();
    await field(page, 'new.due').fill('29/4/2026');
    await page.locator('[id="new.state"] input[value="confirmed"]').check();
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => text(page)).toContain(seen);
    await suite.settle();
    expect(troubles).toEqual([]);
    await close();

    const own = await office.enter(person);
    await eventually(() => text(own.page)).toContain(seen);
    await entry(own.page, seen).locator('textarea').first().fill('Đã trả hồ sơ và xin lỗi công dân.');
    await entry(own.page, seen).getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await suite.settle();
    expect(own.troubles).toEqual([]);
    await own.close();
  });

  it('has the remedy answered and the sign of inspection concluded, each gap said at its field', async () => {
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/${month}`);
    await entry(page, seen).getByRole('button', { name: 'Chấp nhận đã khắc phục' }).click();
    await suite.settle();
    await eventually(() => entry(page, seen).innerText()).toContain('Đã khắc phục');
    const sign = entry(page, noticed);
    await sign.getByRole('button', { name: 'Bác bỏ' }).click();
    await eventually(() => sign.innerText()).toContain('Nêu lý do bác bỏ.');
    await sign.getByRole('button', { name: 'Xác nhận biểu hiện' }).click();
    await eventually(() => sign.innerText()).toContain('Nêu hạn khắc phục.');
    await field(page, `settle.due.${person}_${month}_k1`).fill('28/4');
    await sign.getByRole('button', { name: 'Xác nhận biểu hiện' }).click();
    await suite.settle();
    await eventually(() => sign.innerText()).not.toContain('Xác nhận biểu hiện');
    await eventually(() => sign.innerText()).toContain('hạn khắc phục 28/04/2026');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is no page for somebody else', async () => {
    const { page, close } = await office.enter(stranger);
    await visit(page, `#/phieu/${person}/${month}`);
    await eventually(() => text(page)).not.toContain('Đang tải');
    expect(await text(page)).not.toContain(seen);
    await close();
  });
});
