// On any day: December is published and January hasn't opened, and the pages still take what is seen, saying in which month it will count (ADR 0020).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectionPath, documentPath, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const person = 'qldt-cv-02';
const evaluator = 'qldt-pho-1';
const inspector = 'ubkt-chu-nhiem';
const [december, january] = ['2026-12', '2027-01'];
const later = 'Tháng 12/2026 đã công khai: biểu hiện ghi bây giờ được tính vào tháng 1/2027.';
let office: Office;

async function recorded(author: string) {
  const admin = openAdmin(suite);
  const found = await admin.firestore
    .collection(collectionPath(sampleOrg, 'findings'))
    .where('author', '==', author)
    .where('month', '==', december)
    .get();
  await admin.close();
  return found.docs.map((one) => ({ id: one.id, ...one.data() }));
}

async function write(page: Page, fact: string, confirmed: boolean): Promise<void> {
  await field(page, 'new.fact').fill(fact);
  const form = page.locator('form, .stack', { has: field(page, 'new.fact') }).last();
  await form.getByRole('button', { name: 'Chọn biểu hiện' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2.05', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await page.locator('[id="new.degree"] input[value="rare"]').check();
  await field(page, 'new.due').fill('15/2/2027');
  if (confirmed) await page.locator('[id="new.state"] input[value="confirmed"]').check();
  await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
}

beforeAll(async () => {
  await suite.resetData();
  const sample = await loadSample(suite, { at: '2026-11-30T20:00', runUntil: '2026-12-20T09:00' });
  office = new Office(suite.hostingUrl, sample);
});
afterAll(() => office.close());

describe('on 20 December', () => {
  it('the evaluator confirms one from the page of December, which counts in January', async () => {
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/${december}`);
    await page.getByRole('button', { name: 'Ghi nhận thêm biểu hiện' }).click();
    await eventually(() => page.locator('main').innerText()).toContain(later);
    await write(page, 'Ngày 18/12 trả 02 hồ sơ chậm 3 ngày.', true);
    await eventually(() => recorded(evaluator)).toHaveLength(1);
    await suite.settle();
    expect(await recorded(evaluator)).toMatchObject([
      { subject: person, state: 'confirmed', notified: true, countsIn: january },
    ]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('the person names one at themselves', async () => {
    const { page, troubles, close } = await office.enter(person);
    await visit(page, '#/thang');
    await page.getByRole('button', { name: 'Ghi một biểu hiện của tôi' }).click();
    await eventually(() => page.locator('main').innerText()).toContain(later);
    await write(page, 'Ngày 17/12 trả hồ sơ số 12 chậm 2 ngày so với giấy hẹn.', false);
    await eventually(() => recorded(person)).toHaveLength(1);
    expect(troubles).toEqual([]);
    await close();
  });

  it('the inspection committee suspects one', async () => {
    const { page, troubles, close } = await office.enter(inspector);
    await visit(page, '#/viec-ton');
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await field(page, 'unitFinding.unit').selectOption('phong-qldt');
    await field(page, 'unitFinding.person').selectOption(person);
    await eventually(() => page.locator('main').innerText()).toContain(later);
    await write(page, 'Qua kiểm tra ngày 18/12: 03 hồ sơ quá hạn không có văn bản xin lỗi.', false);
    await eventually(() => recorded(inspector)).toHaveLength(1);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('on 1 January', () => {
  it('what was confirmed stands in section III of the new sheet', async () => {
    await suite.settle();
    await suite.clock.runUntil('2027-01-01T09:00');
    const [confirmed] = await recorded(evaluator);
    const admin = openAdmin(suite);
    const sheet = await admin.firestore
      .doc(documentPath(sampleOrg, 'sheets', personMonthId(person, january)))
      .get();
    await admin.close();
    expect(Object.keys(sheet.get('carried') as object)).toContain(confirmed?.id);
  });
});
