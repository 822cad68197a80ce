// The hierarchy through the web client: gaps before a month opens, who evaluates whom, corrections, rights, who sees what of mine.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
const administrator = 'vpub-cv';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

const textOf = (page: Page) => eventually(() => page.locator('main').innerText());

/** The head of a division leaves the post on the last day of April, and nobody follows. */
async function vacate(): Promise<void> {
  const admin = openAdmin(suite);
  try {
    const head = admin.firestore.doc(documentPath(sampleOrg, 'people', 'tckh-truong'));
    const [post] = (await head.get()).get('posts') as { to: string | null }[];
    await head.update({ posts: [{ ...post, to: '2026-04-30' }] });
  } finally {
    await admin.close();
  }
}

describe('before a month opens', () => {
  it('says that nobody is missing', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await page.getByRole('link', { name: 'Tổ chức' }).click();
    await page.getByRole('link', { name: 'Kiểm tra trước khi mở tháng' }).click();
    await textOf(page).toContain('Tháng 5/2026 mở lúc 0 giờ ngày 01/05/2026');
    await textOf(page).toContain('Không thiếu ai');
    expect(troubles).toEqual([]);
    await close();
  });

  it('names who would lack an evaluator and why, and sets one aside with a reason', async () => {
    await vacate();
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/kiem-tra/2026-05');
    const gaps = page.locator('section', { has: page.getByRole('heading', { name: 'Cần xử lý' }) });
    await eventually(() => gaps.innerText()).toContain('chưa ghi ai là người đứng đầu');
    const before = await gaps.locator('tbody tr').count();
    expect(before).toBeGreaterThan(15);
    const row = gaps.locator('tbody tr', { hasText: office.nameOf('tckh-truong') });
    await row.getByRole('button', { name: /Gác lại tháng này/ }).click();
    await row.getByRole('button', { name: 'Gác lại tháng này' }).click();
    await eventually(() => row.innerText()).toContain('Nêu lý do');
    await row.getByRole('textbox').fill('Chờ quyết định điều động');
    await row.getByRole('button', { name: 'Gác lại tháng này' }).click();
    const asides = page.locator('section', {
      has: page.getByRole('heading', { name: 'Đã gác lại trong tháng 5/2026' }),
    });
    await eventually(() => asides.innerText()).toContain('Chờ quyết định điều động');
    expect(await gaps.locator('tbody tr').count()).toBe(before - 1);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('who evaluates whom', () => {
  it('is found by name or unit without diacritics, with the words of its row on demand', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/tham-quyen');
    await page.locator('#find').fill('quan ly do thi');
    const row = page.locator('.edges tbody tr', { hasText: office.nameOf('qldt-cv-01') });
    await eventually(() => row.innerText()).toContain(office.nameOf('qldt-pho-1'));
    expect(await row.innerText()).toContain(office.nameOf('qldt-truong'));
    await row.getByText('Dòng 10').click();
    await eventually(() => row.innerText()).toContain('cấp trưởng đơn vị quyết định xếp loại');
    await row.getByRole('button', { name: office.nameOf('qldt-pho-1') }).click();
    await textOf(page).toContain(`Thuộc thẩm quyền của ${office.nameOf('qldt-pho-1')}`);
    expect(await page.locator('.edges tbody tr').count()).toBe(5);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is shown frozen to inspectors, in their block to aggregators, and to nobody else', async () => {
    const inspector = await office.enter('ubkt-chu-nhiem');
    await visit(inspector.page, '#/tham-quyen/2026-04');
    await textOf(inspector.page).toContain('Phòng Quản lý đô thị');
    await textOf(inspector.page).toContain('Văn phòng Quận ủy');
    expect(await inspector.page.getByRole('button', { name: /Sửa thẩm quyền/ }).count()).toBe(0);
    await inspector.close();
    const aggregator = await office.enter('nv-truong');
    await visit(aggregator.page, '#/tham-quyen/2026-04');
    await textOf(aggregator.page).toContain('Phòng Quản lý đô thị');
    expect(await aggregator.page.locator('main').innerText()).not.toContain('Văn phòng Quận ủy');
    await aggregator.close();
    const member = await office.enter('qldt-cv-01');
    expect(await member.page.getByRole('link', { name: 'Tổ chức' }).count()).toBe(0);
    await visit(member.page, '#/tham-quyen/2026-04');
    await textOf(member.page).toContain('Trang này dành cho');
    await member.close();
  });

  it('is corrected in an open month with a reason, and the sheet follows', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/tham-quyen/2026-04');
    await page.locator('#find').fill('quan ly do thi');
    const row = page.locator('.edges tbody tr', { hasText: office.nameOf('qldt-cv-02') }).first();
    await row.getByRole('button', { name: /Sửa thẩm quyền/ }).click();
    const form = page.locator('tr.correction');
    await form.getByLabel('Ghi tên người đánh giá').check();
    await form.getByRole('button', { name: /Chọn người khác cho ô người đánh giá/ }).click();
    await field(page, 'evaluator').fill(office.nameOf('qldt-pho-2'));
    await form
      .getByRole('button', { name: office.nameOf('qldt-pho-2') })
      .first()
      .click();
    await form.getByRole('button', { name: 'Sửa thẩm quyền' }).click();
    await eventually(() => form.innerText()).toContain('Nêu lý do');
    await form.getByLabel('Lý do').fill('Phân công lại phụ trách từ 20/4');
    await form.getByRole('button', { name: 'Sửa thẩm quyền' }).click();
    await eventually(() => row.innerText()).toContain('Đã sửa: Phân công lại phụ trách từ 20/4');
    expect(await row.innerText()).toContain(office.nameOf('qldt-pho-2'));
    expect(troubles).toEqual([]);
    await close();

    const mine = await office.enter('qldt-cv-02');
    await visit(mine.page, '#/ai-xem/2026-04');
    await textOf(mine.page).toContain(office.nameOf('qldt-pho-2'));
    expect(await mine.page.locator('main').innerText()).toContain('Phòng Nội vụ');
    await mine.close();
  });
});

describe('rights', () => {
  it('are given by an administrator to another, never to oneself, and take effect', async () => {
    const { page, troubles, close } = await office.enter(administrator);
    await visit(page, '#/quyen');
    await page.getByRole('button', { name: `Sửa quyền của ${office.nameOf(administrator)}` }).click();
    await field(page, 'inspects').check();
    await page.getByLabel('Lý do').fill('Kiêm nhiệm');
    await page.getByRole('button', { name: 'Ghi quyền' }).click();
    await textOf(page).toContain('Không ai tự giao thêm quyền cho mình');
    await page.getByRole('button', { name: 'Thôi' }).click();
    await field(page, 'add').fill('qldt-cv-04');
    await page.getByRole('button', { name: office.nameOf('qldt-cv-04') }).click();
    await field(page, 'clerk').check();
    await page.getByLabel('Lý do').fill('Thay đồng nghiệp nghỉ phép');
    await page.getByRole('button', { name: 'Ghi quyền' }).click();
    await textOf(page).toContain(`Đã ghi quyền của ${office.nameOf('qldt-cv-04')}`);
    expect(troubles).toEqual([]);
    await close();

    const given = await office.enter('qldt-cv-04');
    await given.page.getByRole('link', { name: 'Tổ chức' }).click();
    await given.page.getByRole('link', { name: 'Ai đánh giá ai' }).click();
    await textOf(given.page).toContain('Phòng Quản lý đô thị');
    await given.close();
  });
});
