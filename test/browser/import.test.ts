// A list of the office: dry run, all of it, and nothing the second time; one bad line refuses all; 5,000 lines stay usable and are taken in whole.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { categoryLabels } from '../../functions/src/domain/labels.ts';
import { loadSample } from '../../local/sample/load.ts';
import type { SampleOrganisation } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
let office: Office;
let sample: SampleOrganisation;

beforeAll(async () => {
  await suite.resetData();
  sample = await loadSample(suite);
  office = new Office(suite.hostingUrl, sample);
});
afterAll(() => office.close());

const head = ['Mã', 'Họ và tên', 'Thư điện tử', 'Đối tượng', 'Đơn vị', 'Chức vụ'];
/** Everybody of the sample as an office would list them. */
function listed(): string[][] {
  const units = new Map(sample.organisation.units.map(({ id, name }) => [id, name]));
  return sample.organisation.people.map(({ id, name, email, category, posts: [post] }) => [
    id,
    name,
    email,
    categoryLabels[category],
    units.get(post?.unit ?? '') ?? '',
    post?.title ?? '',
  ]);
}
/** As Excel saves it in Việt Nam: BOM, semicolons, titles above, letters decomposed as on a Mac. */
const csv = (rows: string[][]) => ({
  name: 'danh-sach.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `\ufeffDANH SÁCH CÁN BỘ\r\n\r\n${[head, ...rows].map((row) => row.join(';')).join('\r\n')}`.normalize(
      'NFD',
    ),
  ),
});
const xlsx = async (rows: string[][]) => ({
  name: 'danh-sach.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await writeExcelFile([head, ...rows].map((row) => row.map((value) => ({ value })))).toBuffer(),
});

async function openImport(page: Page): Promise<void> {
  await visit(page, '#/nhap-danh-sach');
  await page.getByLabel('Chọn tệp').waitFor();
}
const pick = (page: Page, file: Awaited<ReturnType<typeof xlsx>>) =>
  page.getByLabel('Chọn tệp').setInputFiles(file);
const outcomes = async (page: Page) =>
  (await page.getByRole('group', { name: 'Lọc theo kết quả' }).innerText()).replace(/\s+/g, ' ');
const fiveThousand = () =>
  Array.from({ length: 5000 }, (_, i) => [
    `nhap-${i}`,
    `Nguyễn Thị ${i}`,
    `nhap${i}@namro.example`,
    'Viên chức',
    'Trường THCS Hướng Dương',
    'Giáo viên',
  ]);
const everybody = () => sample.organisation.people.length;

describe('a list', () => {
  it('that says what stands changes nothing, and there is nothing to press', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await openImport(page);
    await pick(page, csv(listed()));
    await page.getByText('Không có gì thay đổi').waitFor({ timeout: 30_000 });
    expect(await outcomes(page)).toContain(`${everybody()} Giữ nguyên`);
    expect(await page.getByRole('button', { name: /^Nhập/ }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('with one bad line refuses all: line, column and reason are told, nothing can be imported', async () => {
    const { page, close } = await office.enter(clerk);
    await openImport(page);
    const rows = listed();
    const line = rows.length + 4;
    await pick(
      page,
      csv([...rows, ['moi-1', 'Lê Thị Sai', 'khong-phai-thu', 'Công chức', 'Phòng Tư pháp', 'Chuyên viên']]),
    );
    await page.getByText('Chưa nhập được').waitFor({ timeout: 30_000 });
    const row = await page.getByRole('table').locator('tbody tr').first().innerText();
    expect(row).toContain(String(line));
    expect(row).toContain('Cột Thư điện tử');
    expect(row).toContain('không phải địa chỉ thư điện tử');
    expect(await page.getByRole('button', { name: /^Nhập/ }).count()).toBe(0);
    await close();
  });

  it('half read imports nothing', async () => {
    const { page, close } = await office.enter(clerk);
    await openImport(page);
    const file = await xlsx(listed());
    await pick(page, { ...file, buffer: file.buffer.subarray(0, file.buffer.length / 2) });
    await page.getByText('Tệp XLSX bị hỏng').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await close();
  });

  it('of XLSX adds and changes all at once, leaves history, and run again changes nothing', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await openImport(page);
    const rows = listed();
    const changed = rows.find(([id]) => id === 'qldt-cv-02');
    if (!changed) throw new Error('the sample has no qldt-cv-02');
    changed[5] = 'Chuyên viên chính';
    rows.push(['', 'Trần Văn Nhập', 'nhap.tran@namro.example', 'Công chức', 'Phòng Tư pháp', 'Chuyên viên']);
    await pick(page, await xlsx(rows));
    await eventually(() => outcomes(page)).toContain('1 Thêm mới 1 Thay đổi');
    await page.getByRole('button', { name: /Thay đổi/ }).click();
    const difference = await page.getByRole('table').innerText();
    expect(difference).toContain('Chuyên viên chính, Phòng Quản lý đô thị');
    await page.getByRole('button', { name: 'Nhập 2 hồ sơ' }).click();
    await page.locator('#reason-error').waitFor();
    await field(page, 'reason').fill('Danh sách quý II');
    await page.getByRole('button', { name: 'Nhập 2 hồ sơ' }).click();
    await page.getByText('Đã nhập xong: thêm 1 người, thay đổi 1 hồ sơ.').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Kiểm tra lại tệp này' }).click();
    await page.getByText('Không có gì thay đổi').waitFor({ timeout: 30_000 });
    await visit(page, '#/nhan-su/qldt-cv-02');
    await eventually(() => page.locator('.history li').first().innerText()).toContain('Danh sách quý II');
    await visit(page, '#/nhan-su/tran-van-nhap');
    await page.getByRole('heading', { level: 1, name: 'Trần Văn Nhập' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('with heads of its own is mapped once and remembered', async () => {
    const { page, close } = await office.enter(clerk);
    await openImport(page);
    const rows = listed();
    const promoted = rows.find(([id]) => id === 'qldt-cv-07');
    if (!promoted) throw new Error('the sample has no qldt-cv-07');
    promoted[5] = 'Chuyên viên cao cấp';
    const file = csv(rows);
    const odd = {
      ...file,
      buffer: Buffer.from(file.buffer.toString().replace('Chức vụ'.normalize('NFD'), 'Vị trí')),
    };
    await pick(page, odd);
    await page.getByText('thiếu Chức vụ').waitFor({ timeout: 30_000 });
    await page.getByLabel('Chức vụ', { exact: true }).selectOption({ label: 'Vị trí' });
    await page.getByText('Chuyên viên cao cấp, Phòng Quản lý đô thị').waitFor({ timeout: 30_000 });
    await page.reload();
    await page.getByLabel('Chọn tệp').waitFor();
    await pick(page, odd);
    await page.getByText('Cột của tệp: nhận ra 6').waitFor({ timeout: 30_000 });
    expect(await page.getByText('thiếu Chức vụ').count()).toBe(0);
    await close();
  });

  it('of 5,000 lines is dry-run while the page stays responsive', async () => {
    const { page, close } = await office.enter(clerk);
    await openImport(page);
    // The longest time for which the page answered nothing.
    await page.evaluate(() => {
      const state = window as unknown as { last: number; worst: number };
      [state.last, state.worst] = [performance.now(), 0];
      setInterval(() => {
        const now = performance.now();
        state.worst = Math.max(state.worst, now - state.last);
        state.last = now;
      }, 20);
    });
    await pick(page, csv(fiveThousand()));
    await eventually(() => outcomes(page)).toContain('5.000 Thêm mới');
    const worst = await page.evaluate(() => (window as unknown as { worst: number }).worst);
    expect(worst).toBeLessThan(1000);
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await page.getByText('51–100 trong 5.000 hồ sơ').waitFor();
    await close();
  });

  it('of 5,000 lines is taken in whole while a bar moves, and changes nothing the second time', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await openImport(page);
    await pick(page, csv(fiveThousand()));
    await page.getByRole('button', { name: 'Nhập 5.000 hồ sơ' }).waitFor({ timeout: 60_000 });
    await field(page, 'reason').fill('Danh sách toàn ngành');
    // Every value that the bar shows, however briefly.
    await page.evaluate(() => {
      const shown: number[] = [];
      (window as unknown as { shown: number[] }).shown = shown;
      const look = () => {
        const bar = document.querySelector('progress');
        if (bar && bar.value !== shown.at(-1)) shown.push(bar.value);
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await page.getByRole('button', { name: 'Nhập 5.000 hồ sơ' }).click();
    await page.getByText('Đã nhập xong: thêm 5.000 người').waitFor({ timeout: 120_000 });
    const shown = await page.evaluate(() => (window as unknown as { shown: number[] }).shown);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(shown.at(-1)).toBe(5000);
    await page.getByRole('button', { name: 'Kiểm tra lại tệp này' }).click();
    await page.getByText('Không có gì thay đổi').waitFor({ timeout: 120_000 });
    expect(await outcomes(page)).toContain('5.000 Giữ nguyên');
    expect(await page.getByRole('button', { name: /^Nhập/ }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  }, 300_000);
});
