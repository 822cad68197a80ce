// The clerk keeps the organisation: a person edited with history, moved, taken in; a unit founded; each refusal at its field.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, phone, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
const person = 'qldt-cv-05';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

const open = async (page: Page, hash: string, title: string) => {
  await visit(page, hash);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
const save = (page: Page) => page.getByRole('button', { name: 'Lưu thay đổi' }).click();
const saved = (page: Page) =>
  page.getByText('Đã lưu. Thay đổi đứng ở đầu mục Lịch sử.').waitFor({ timeout: 30_000 });
const historyOf = (page: Page) => page.locator('.history li').first().innerText();

describe('a person', () => {
  it('is found in the tree, changed with a reason, and the change stands in the history', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await page.getByRole('link', { name: 'Tổ chức', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tổ chức' }).waitFor();
    await page.getByLabel('Tìm đơn vị').fill('quan ly do thi');
    await page.getByRole('navigation', { name: 'Cây đơn vị' }).getByText('Phòng Quản lý đô thị').click();
    await page.getByRole('heading', { level: 2, name: 'Phòng Quản lý đô thị' }).waitFor();
    await page.getByLabel('Tìm người').fill(person);
    await page
      .getByRole('table')
      .getByRole('link', { name: office.nameOf(person) })
      .click();
    await page.getByRole('heading', { level: 1, name: office.nameOf(person) }).waitFor();
    await field(page, 'posts.0.title').fill('Chuyên viên chính');
    await field(page, 'reason').fill('Quyết định số 12/QĐ-UBND');
    await save(page);
    await saved(page);
    const entry = await historyOf(page);
    expect(entry).toContain('Quyết định số 12/QĐ-UBND');
    expect(entry).toContain(office.nameOf(clerk));
    expect(entry).toContain('Chuyên viên chính, Phòng Quản lý đô thị');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is refused at the field, by the page and by the function, and nothing typed is lost', async () => {
    const { page, close } = await office.enter(clerk);
    await open(page, `#/nhan-su/${person}`, office.nameOf(person));
    await field(page, 'email').fill(office.emailOf('qldt-cv-01'));
    await save(page);
    await page.locator('#email-error').waitFor();
    expect(await page.locator('#email-error').innerText()).toContain(office.nameOf('qldt-cv-01'));
    await page.locator('#reason-error').waitFor();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /qldt-cv-01/ })
      .click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('email');
    await field(page, 'email').fill('dang.sua.do@namro.example');
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText('Đã lấy lại phần sửa dở').waitFor();
    expect(await field(page, 'email').inputValue()).toBe('dang.sua.do@namro.example');
    await page.getByRole('button', { name: 'Bỏ phần sửa dở' }).click();
    await eventually(() => field(page, 'email').inputValue()).toBe(office.emailOf(person));
    await close();
  });

  it('changed by somebody else meanwhile is refused by the function, and the page says so', async () => {
    const [one, two] = [await office.enter(clerk), await office.enter('vpub-cv')];
    for (const { page } of [one, two]) await open(page, '#/nhan-su/qldt-cv-06', office.nameOf('qldt-cv-06'));
    await field(one.page, 'posts.0.title').fill('Chuyên viên chính');
    await field(one.page, 'reason').fill('Nâng ngạch');
    await save(one.page);
    await saved(one.page);
    await field(two.page, 'posts.0.title').fill('Chuyên viên cao cấp');
    await field(two.page, 'reason').fill('Nâng ngạch');
    await save(two.page);
    await eventually(() => two.page.getByRole('alert').innerText()).toContain('tải lại');
    await one.close();
    await two.close();
  });

  it('is moved to another unit by a guided act: the old post ends the day before', async () => {
    const { page, close } = await office.enter(clerk);
    await open(page, `#/nhan-su/${person}`, office.nameOf(person));
    await page.getByRole('button', { name: 'Chuyển đơn vị' }).click();
    await page.getByRole('button', { name: 'Điền vào hồ sơ' }).click();
    await page.locator('[id="transfer.unit-error"]').waitFor();
    await field(page, 'transfer.unit').selectOption('phong-tu-phap');
    await field(page, 'transfer.kind').selectOption('staff');
    await field(page, 'transfer.title').fill('Chuyên viên');
    await field(page, 'transfer.from').fill('4/5/2026');
    await page.getByRole('button', { name: 'Điền vào hồ sơ' }).click();
    await field(page, 'reason').fill('Điều động');
    await save(page);
    await saved(page);
    const entry = await historyOf(page);
    expect(entry).toContain('đến 03/05/2026');
    expect(entry).toContain('Phòng Tư pháp (từ 04/05/2026)');
    await close();
  });

  it('new is taken in, and stands in the list', async () => {
    const { page, close } = await office.enter(clerk);
    await open(page, '#/them-nguoi/phong-tu-phap', 'Thêm người');
    await field(page, 'name').fill('Vũ Thị Mới');
    await page.getByRole('button', { name: 'Dùng mã vu-thi-moi' }).click();
    await field(page, 'email').fill('moi.vu@namro.example');
    await field(page, 'posts.0.kind').selectOption('staff');
    await field(page, 'posts.0.title').fill('Chuyên viên');
    await field(page, 'reason').fill('Tuyển dụng');
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Vũ Thị Mới' }).waitFor({ timeout: 30_000 });
    await saved(page);
    await open(page, '#/to-chuc/phong-tu-phap', 'Tổ chức');
    await page.getByRole('link', { name: 'Vũ Thị Mới' }).waitFor();
    await close();
  });
});

describe('a unit', () => {
  it('is founded below another, and told in the tree', async () => {
    const { page, close } = await office.enter(clerk);
    await open(page, '#/them-don-vi/ubnd', 'Thêm đơn vị');
    await field(page, 'name').fill('Phòng Kinh tế');
    await page.getByRole('button', { name: 'Dùng mã phong-kinh-te' }).click();
    await field(page, 'reason').fill('Nghị quyết HĐND');
    await save(page);
    await page.locator('#kind-error').waitFor();
    await field(page, 'kind').selectOption('division');
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Phòng Kinh tế' }).waitFor({ timeout: 30_000 });
    await saved(page);
    await open(page, '#/to-chuc/phong-kinh-te', 'Tổ chức');
    await page.getByText('Chưa có người đứng đầu').first().waitFor();
    await close();
  });

  it('with people in it is not closed', async () => {
    const { page, close } = await office.enter(clerk);
    await open(page, '#/sua-don-vi/phong-qldt', 'Phòng Quản lý đô thị');
    await field(page, 'closed').fill('30/4/2026');
    await field(page, 'reason').fill('Sáp nhập');
    await save(page);
    await page.locator('#closed-error').waitFor();
    await close();
  });
});

it('is not shown to who keeps no people', async () => {
  const { page, close } = await office.enter('qldt-truong');
  await visit(page, '#/to-chuc');
  await page.getByText('dành cho người phụ trách nhân sự').waitFor();
  expect(await page.getByRole('link', { name: 'Tổ chức', exact: true }).count()).toBe(0);
  expect(await page.getByText(office.nameOf('qldt-cv-01')).count()).toBe(0);
  await close();
});

const places = [
  ['tree and people', '#/to-chuc/phong-qldt', 'Tổ chức'],
  ['a person', '#/nhan-su/qldt-pho-1', null],
  ['a unit', '#/sua-don-vi/phong-qldt', null],
  ['the import', '#/nhap-danh-sach', 'Nhập danh sách'],
] as const;
describe.each([
  ['desk', {}],
  ['phone', { viewport: phone }],
])('%s', (_, options) => {
  it.each(places)(
    '%s is without a violation that axe finds, and no wider than the screen',
    async (_name, hash, title) => {
      const { page, troubles, close } = await office.enter(clerk, options);
      await visit(page, hash);
      await page
        .getByRole('heading', title === null ? { name: 'Lịch sử' } : { level: 1, name: title })
        .waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        expect(passes.length).toBeGreaterThan(10);
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
      }
      const [wide, inner] = await page.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      );
      expect(wide).toBeLessThanOrEqual(inner);
      expect(troubles).toEqual([]);
      await close();
    },
  );
});
