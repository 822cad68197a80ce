// A sign seen from outside the line: the inspection committee records it at a person, as a suspicion that the person doesn't read.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectionPath } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const inspector = 'ubkt-chu-nhiem';
const person = 'qldt-cv-02';
const fact = 'Qua kiểm tra ngày 15/4: 03 hồ sơ cấp phép để quá hạn không có văn bản xin lỗi công dân.';
let office: Office;

async function recorded(): Promise<Record<string, unknown>[]> {
  const admin = openAdmin(suite);
  const found = await admin.firestore
    .collection(collectionPath(sampleOrg, 'findings'))
    .where('author', '==', inspector)
    .get();
  await admin.close();
  return found.docs.map((one) => one.data());
}

describe('the inspection committee', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
  });
  afterAll(() => office.close());

  it('records a sign at a person, each gap at its field, and finds it in its list', async () => {
    const { page, troubles, close } = await office.enter(inspector);
    await visit(page, '#/viec-ton');
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await field(page, 'unitFinding.unit').selectOption('phong-qldt');
    await field(page, 'unitFinding.person').selectOption(person);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(`Ghi dấu hiệu của ${office.nameOf(person)}`);
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await eventually(() => main.innerText()).toContain('Còn 4 chỗ cần bổ sung');
    await field(page, 'new.fact').fill(fact);
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.05', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="new.degree"] input[value="rare"]').check();
    await field(page, 'new.due').fill('15/5/2026');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await eventually(() => main.innerText()).toContain('Đã ghi. Người có thẩm quyền đánh giá sẽ xác nhận');
    expect(await recorded()).toMatchObject([
      { subject: person, source: 'inspection', state: 'suspected', notified: false, codes: '2.05', fact },
    ]);
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await page.getByText('Dấu hiệu tôi đã ghi đối với cá nhân trong tháng 4/2026: 1').click();
    await eventually(() => main.innerText()).toContain(fact);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is not read by the person, nor told to them', async () => {
    await suite.settle();
    const own = await office.enter(person);
    await visit(own.page, '#/hop-tin');
    const main = own.page.locator('main');
    await eventually(() => main.innerText()).toContain('1 tin chưa đọc');
    expect(await main.innerText()).toContain('Nộp phiếu tháng 4/2026');
    await visit(own.page, '#/thang/2026-04');
    await own.page.getByRole('button', { name: 'Nộp phiếu' }).waitFor();
    expect(await main.innerText()).not.toContain(fact);
    expect(own.troubles).toEqual([]);
    await own.close();
  });

  it('stays one of two where the person names another at themselves, on a day of their own', async () => {
    const { page, troubles, close } = await office.enter(person);
    await visit(page, '#/thang/2026-04');
    const own = 'Ngày 20/4 trả hồ sơ số 12 chậm 2 ngày so với giấy hẹn.';
    await page.getByRole('button', { name: 'Ghi một biểu hiện của tôi' }).click();
    await field(page, 'new.fact').fill(own);
    await page
      .locator('[aria-labelledby="own-finding"]')
      .getByRole('button', { name: 'Chọn biểu hiện' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.05', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="new.degree"] input[value="rare"]').check();
    await field(page, 'new.due').fill('15/5/2026');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('chậm nhất khi đánh giá');
    expect(troubles).toEqual([]);
    await close();
    const judge = await office.enter('qldt-pho-1');
    await visit(judge.page, `#/phieu/${person}/2026-04`);
    await eventually(() => judge.page.locator('main').innerText()).toContain(own);
    await judge.close();
  });
});
