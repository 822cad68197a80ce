// A correction of authority that comes after the decision: refused with the reason at the form, and nothing typed is lost.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
// Evaluated and decided by one and the same, in one act.
const person = 'tckh-cv-01';
const decider = 'tckh-truong';
const other = 'tckh-pho-1';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

async function file(): Promise<void> {
  const { page, close } = await office.enter(person);
  await writeTasks(page);
  await writeReport(page);
  await page.getByLabel('Không có tồn tại, hạn chế phải đưa vào phiếu').check();
  await writeNextPlan(page);
  await submit(page);
  await suite.settle();
  await close();
}

async function decide(): Promise<void> {
  const { page, close } = await office.enter(decider);
  await visit(page, `#/phieu/${person}/2026-04`);
  await page.getByLabel('Hoàn thành tốt nhiệm vụ').check();
  await field(page, 'eLevel').locator('input[value=good]').check();
  await page.getByRole('button', { name: 'Đánh giá và quyết định' }).click();
  if (await page.getByRole('alert').count()) {
    // The score of II.2 may leave what the share of tasks proposes; the page then wants its sentence.
    await field(page, 'eReason').fill('Chấm theo kết quả thực tế của các nhiệm vụ.');
    await page.getByRole('button', { name: 'Đánh giá và quyết định' }).click();
  }
  await eventually(() => page.locator('main').innerText()).toContain('Đã quyết định.');
  await suite.settle();
  await close();
}

const rowOf = (page: Page) => page.locator('.edges tbody tr', { hasText: office.nameOf(person) }).first();

it('is refused at the form, with what was typed still in it, and authority stays as it was', async () => {
  await file();
  const { page, troubles, close } = await office.enter(clerk);
  await visit(page, '#/tham-quyen/2026-04');
  await page.locator('#find').fill(office.nameOf(person));
  await rowOf(page)
    .getByRole('button', { name: /Sửa thẩm quyền/ })
    .click();
  const form = page.locator('tr.correction');
  await form.getByLabel('Ghi tên người đánh giá').check();
  await form.getByRole('button', { name: /Chọn người khác cho ô người đánh giá/ }).click();
  await field(page, 'evaluator').fill(office.nameOf(other));
  await form
    .getByRole('button', { name: office.nameOf(other) })
    .first()
    .click();
  await form.getByLabel('Lý do').fill('Phân công lại từ ngày 20/4');
  // While the clerk was writing, the head decided.
  await decide();
  await form.getByRole('button', { name: 'Sửa thẩm quyền' }).click();
  await eventually(() => form.getByRole('alert').innerText()).toContain(
    'Tháng này đã quyết định; thẩm quyền chỉ sửa được trước khi quyết định.',
  );
  expect(await form.getByLabel('Lý do').inputValue()).toBe('Phân công lại từ ngày 20/4');
  expect(await form.getByLabel('Ghi tên người đánh giá').isChecked()).toBe(true);
  expect(await form.innerText()).toContain(office.nameOf(other));
  await page.reload();
  await page.locator('#find').fill(office.nameOf(person));
  const row = await rowOf(page).innerText();
  expect(row).toContain(office.nameOf(decider));
  expect(row).not.toContain('Đã sửa');
  expect(troubles).toEqual([]);
  await close();
});
