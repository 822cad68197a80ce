// A month that could not open: the clerk finds who lacks an evaluator, mends it on the pages, and the month opens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadedAt } from '../../local/sample/april.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
const formerHead = 'tckh-truong';
const newHead = 'tckh-pho-1';
const person = 'tckh-cv-01';
let office: Office;

/** The head of a division has left the post before the first month, and nobody was entered as the next one. */
async function vacate(): Promise<void> {
  const admin = openAdmin(suite);
  try {
    const head = admin.firestore.doc(documentPath(sampleOrg, 'people', formerHead));
    const [post] = (await head.get()).get('posts') as { to: string | null }[];
    await head.update({ posts: [{ ...post, to: '2026-03-30' }] });
  } finally {
    await admin.close();
  }
}

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite, { at: loadedAt, runUntil: null }));
  await vacate();
  await suite.clock.runUntil('2026-04-01T08:00');
});
afterAll(() => office.close());

const textOf = (page: Page) => eventually(() => page.locator('main').innerText());
const gapsOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Cần xử lý' }) });

describe('a month with a gap', () => {
  it('has not opened: nobody has a sheet, and the clerk’s page names everybody concerned', async () => {
    const staff = await office.enter(person);
    await textOf(staff.page).toContain('Không có phiếu tháng 4/2026');
    await staff.close();
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/kiem-tra');
    await textOf(page).toContain('Tháng 4/2026 chưa mở');
    await eventually(() => gapsOf(page).innerText()).toContain(office.nameOf(person));
    expect(await gapsOf(page).innerText()).toContain('chưa ghi ai là người đứng đầu');
    expect(await gapsOf(page).locator('tbody tr').count()).toBeGreaterThan(15);
    expect(troubles).toEqual([]);
    await close();
  });

  it('opens by itself once the clerk has entered the new head and set the former one aside', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/kiem-tra');
    const row = gapsOf(page).locator('tbody tr', { hasText: office.nameOf(formerHead) });
    await row.getByRole('button', { name: /Gác lại tháng này/ }).click();
    await row.getByRole('textbox').fill('Chờ quyết định điều động');
    await row.getByRole('button', { name: 'Gác lại tháng này' }).click();
    await textOf(page).toContain('Chờ quyết định điều động');
    await textOf(page).toContain('Tháng 4/2026 chưa mở');

    await visit(page, `#/nhan-su/${newHead}`);
    await page.getByRole('heading', { level: 1, name: office.nameOf(newHead) }).waitFor();
    await field(page, 'posts.0.kind').selectOption('head');
    await field(page, 'posts.0.title').fill('Trưởng phòng');
    await field(page, 'posts.0.from').fill('31/3/2026');
    await field(page, 'reason').fill('Quyết định bổ nhiệm số 31/QĐ-UBND');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await textOf(page).toContain('Đã lưu. Thay đổi đứng ở đầu mục Lịch sử.');
    await suite.settle();

    await visit(page, '#/kiem-tra/2026-04');
    await textOf(page).toContain('Tháng 4/2026 đã mở');
    await textOf(page).toContain('Không thiếu ai');
    expect(troubles).toEqual([]);
    await close();

    const staff = await office.enter(person);
    await staff.page.getByRole('heading', { name: 'Nhiệm vụ trong tháng' }).waitFor();
    await visit(staff.page, '#/ai-xem/2026-04');
    await textOf(staff.page).toContain(office.nameOf(newHead));
    await staff.close();
  });
});
