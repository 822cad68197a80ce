// Settings through the page: who may, a value that can't stand at its field, a change with its reason, and its history.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { orgPath } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
let office: Office;
let clerk = '';

describe('settings', () => {
  beforeAll(async () => {
    await suite.resetData();
    const sample = await loadSample(suite);
    office = new Office(suite.hostingUrl, sample);
    clerk = Object.entries(sample.members).find(([, member]) => member.clerk)?.[0] ?? '';
  });
  afterAll(() => office.close());

  it('are refused at their field, then changed with a reason, and remembered', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/cai-dat');
    const main = page.locator('main');
    await page.getByRole('heading', { level: 1, name: 'Cài đặt' }).waitFor();
    await field(page, 'headcount').fill('500');
    await page.getByLabel(/Công khai biểu hiện trong đơn vị/).selectOption('codes');
    await page.getByLabel('Lý do').fill('Theo hướng dẫn số 05-HD/QU');
    await page.getByRole('button', { name: 'Ghi cài đặt' }).click();
    await eventually(() => main.innerText()).toContain('Nhập số nguyên từ 2 đến 200 (người).');
    await field(page, 'headcount').fill('25');
    await page.getByRole('button', { name: 'Ghi cài đặt' }).click();
    await eventually(() => main.innerText()).toContain('Đã ghi cài đặt. Có hiệu lực ngay.');
    await eventually(() => main.innerText()).toContain('cấp phó phụ trách đánh giá: 20 người → 25 người');
    await eventually(() => main.innerText()).toContain(
      `Công khai biểu hiện trong đơn vị: Không → Mã biểu hiện. Theo hướng dẫn số 05-HD/QU (${office.nameOf(clerk)},`,
    );
    // What came of the last try is no answer to the next.
    await field(page, 'headcount').fill('1');
    await page.getByRole('button', { name: 'Ghi cài đặt' }).click();
    await eventually(() => main.innerText()).toContain('Nhập số nguyên từ 2 đến 200 (người).');
    expect(await main.innerText()).not.toContain('Đã ghi cài đặt');
    await page.getByRole('button', { name: 'Thôi' }).click();
    expect(await main.innerText()).not.toContain('Nhập số nguyên');
    expect(await field(page, 'headcount').inputValue()).toBe('25');
    const admin = openAdmin(suite);
    const organisation = (await admin.firestore.doc(orgPath(sampleOrg)).get()).data();
    await admin.close();
    expect(organisation?.['settings']).toMatchObject({ headcount: 25, publishedFindings: 'codes' });
    expect(troubles).toEqual([]);
    await close();
  });

  it('are no page for somebody else', async () => {
    const { page, troubles, close } = await office.enter('qldt-cv-01');
    await visit(page, '#/cai-dat');
    await eventually(() => page.locator('main').innerText()).toContain(
      'Trang này dành cho người phụ trách nhân sự',
    );
    expect(troubles).toEqual([]);
    await close();
  });
});
