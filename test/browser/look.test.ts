// Every page at a desk and on a phone, light and dark: no violation that axe finds, no sideways scrolling at 360 px; the long forms at 390 px too.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { field, Office, phone, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeRow, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const filer = 'qldt-cv-01';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
  const { page, close } = await office.enter(filer);
  await writeTasks(page);
  await writeReport(page);
  await writeRow(page);
  await writeNextPlan(page);
  await submit(page);
  await suite.settle();
  await close();
});
afterAll(() => office.close());

interface Place {
  name: string;
  who: string | null;
  hash: string;
  /** Text by which the page is known to be there. */
  until: string;
  then?: (page: Page) => Promise<void>;
  /** Looked at on a phone of the usual width besides the narrow one. */
  isWide?: true;
}

const places: readonly Place[] = [
  { name: 'sign-in', who: null, hash: '', until: 'Đăng nhập' },
  {
    name: 'sign-in with an error',
    who: null,
    hash: '',
    until: 'Đăng nhập',
    then: async (page) => {
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.locator('#email-error').waitFor();
    },
  },
  {
    name: 'my month, with a finding',
    who: 'qldt-cv-03',
    hash: '#/thang/2026-04',
    until: 'Biểu hiện đã thông báo',
  },
  {
    name: 'my month, told what is missing',
    who: 'qldt-cv-02',
    hash: '#/thang/2026-04',
    until: 'Nhiệm vụ trong tháng',
    then: async (page) => {
      await field(page, 'conduct').evaluate((el) => el.closest('section')?.scrollIntoView());
      await page.evaluate(() => dispatchEvent(new CustomEvent('nam-ro-jump', { detail: 'file-title' })));
      await page.getByRole('button', { name: 'Nộp phiếu' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'the picker of manifestations',
    who: 'qldt-cv-02',
    hash: '#/thang/2026-04',
    until: 'Nhiệm vụ trong tháng',
    then: async (page) => {
      await page.evaluate(() => dispatchEvent(new CustomEvent('nam-ro-jump', { detail: 'rows' })));
      await page.getByRole('button', { name: 'Thêm tồn tại ở mục I', exact: true }).click();
      await page.getByLabel('Có biểu hiện thường xuyên').check();
      await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'my month of a head', who: 'qldt-truong', hash: '#/thang/2026-04', until: 'Nhiệm vụ trong tháng' },
  { name: 'my month, filed', who: filer, hash: '#/thang/2026-04', until: 'Bước tiếp theo' },
  { name: 'queue', who: 'qldt-pho-1', hash: '#/cho-toi/2026-04', until: 'chờ tôi đánh giá' },
  { name: 'queue, empty', who: filer, hash: '#/cho-toi/2026-04', until: 'sẽ hiện ở đây' },
  {
    name: 'a sheet to evaluate',
    who: 'qldt-pho-1',
    hash: `#/phieu/${filer}/2026-04`,
    until: 'Cá nhân báo cáo',
  },
  {
    name: 'a finding to record',
    who: 'qldt-pho-1',
    hash: `#/phieu/${filer}/2026-04`,
    until: 'Cá nhân báo cáo',
    then: async (page) => {
      await page.evaluate(() => dispatchEvent(new CustomEvent('nam-ro-jump', { detail: 'findings-title' })));
      await page.getByRole('button', { name: 'Ghi nhận thêm biểu hiện' }).click();
      await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a sheet not mine',
    who: filer,
    hash: '#/phieu/qldt-cv-02/2026-04',
    until: 'Chưa có phiếu để đánh giá',
  },
  { name: 'who sees what of mine', who: filer, hash: '#/ai-xem/2026-04', until: 'Đồng nghiệp trong đơn vị' },
  { name: 'delegations', who: 'qldt-pho-1', hash: '#/uy-quyen', until: 'Uỷ quyền mới', isWide: true },
  {
    name: 'a delegation, told what is missing',
    who: 'qldt-pho-1',
    hash: '#/uy-quyen',
    until: 'Uỷ quyền mới',
    then: async (page) => {
      await page.getByRole('button', { name: 'Uỷ quyền', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'check before a month opens', who: 'nv-cv', hash: '#/kiem-tra', until: 'Không thiếu ai' },
  {
    name: 'who evaluates whom',
    who: 'nv-cv',
    hash: '#/tham-quyen',
    until: 'Tính cho ngày',
    then: async (page) => {
      await page.locator('#find').fill('do thi');
      await page.locator('.edges').first().waitFor();
      await page.locator('.clause-words summary').first().click();
    },
  },
  {
    name: 'authority to correct',
    who: 'nv-cv',
    hash: '#/tham-quyen/2026-04',
    until: 'Đã chốt khi mở tháng',
    isWide: true,
    then: async (page) => {
      await page.locator('#find').fill('do thi');
      await page
        .getByRole('button', { name: /Sửa thẩm quyền/ })
        .first()
        .click();
      await page.getByLabel('Ghi tên người đánh giá').check();
    },
  },
  {
    name: 'advice on a unit',
    who: 'nv-truong',
    hash: '#/tham-quyen/2026-04',
    until: 'Đã chốt khi mở tháng',
    isWide: true,
    then: async (page) => {
      await page.locator('#find').fill('do thi');
      await page
        .getByRole('button', { name: /Ghi tham mưu về đơn vị/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
      await page.locator('.field-error').waitFor();
    },
  },
  {
    name: 'units in my charge, a note to write',
    who: 'btg-truong',
    hash: '#/phu-trach/2026-04',
    until: 'UBND phường Mỹ Đình 1',
    isWide: true,
    then: async (page) => {
      await page
        .getByRole('button', { name: /Ghi ý kiến/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
      await page.locator('.field-error').waitFor();
    },
  },
  { name: 'units in my charge, of nobody', who: filer, hash: '#/phu-trach', until: 'Trang này dành cho' },
  { name: 'rights', who: 'vpub-cv', hash: '#/quyen', until: 'Giao quyền cho người khác' },
  {
    name: 'rights of one person',
    who: 'vpub-cv',
    hash: '#/quyen',
    until: 'Giao quyền cho người khác',
    then: async (page) => {
      await page
        .getByRole('button', { name: /Sửa quyền/ })
        .first()
        .click();
      await page.getByLabel('Lý do').waitFor();
    },
  },
  { name: 'unit of a head', who: 'qldt-truong', hash: '#/don-vi/2026-04', until: 'Người trong đơn vị' },
  { name: 'unit of a member', who: filer, hash: '#/don-vi/2026-04', until: 'sẽ hiện ở đây' },
];

const sizes = [
  { at: 'desk', options: {}, looked: places },
  { at: 'phone', options: { viewport: phone }, looked: places },
  {
    at: 'phone of 390 px',
    options: { viewport: { width: 390, height: 844 } },
    looked: places.filter(({ isWide }) => isWide),
  },
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  // A page that axe could not look at has no violation either.
  expect(passes.length).toBeGreaterThan(10);
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
}

describe.each(sizes)('$at', ({ options, looked }) => {
  it.each(looked)('$name', async ({ who, hash, until, then }) => {
    const { page, troubles, close } = await (who ? office.enter(who, options) : office.desk(options));
    if (hash) await visit(page, hash);
    await page.getByText(until).first().waitFor({ state: 'attached' });
    await then?.(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page)).toEqual([]);
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
    expect(width[0]).toBeLessThanOrEqual(width[1]);
    expect(troubles).toEqual([]);
    await close();
  });
});
