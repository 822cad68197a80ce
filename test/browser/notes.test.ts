// Notes on units and people: written by overseer and aggregator, read by who decides, with name and capacity.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const overseer = 'btg-truong';
const aggregator = 'nv-truong';
const unit = 'my-dinh-1-ub';
const unitName = 'UBND phường Mỹ Đình 1';
const head = 'my-dinh-1-chu-tich';
const decider = 'chu-tich-ubnd';
const filer = 'md1-ho-tich';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
  const { page, close } = await office.enter(filer);
  await writeTasks(page);
  await writeReport(page);
  await page.getByLabel('Không có tồn tại, hạn chế phải đưa vào phiếu').check();
  await writeNextPlan(page);
  await submit(page);
  await close();
  // A unit is counted anew some seconds after a change.
  await suite.clock.advance('PT1M');
});
afterAll(() => office.close());

const textOf = (page: Page) => eventually(() => page.locator('main').innerText());
const sectionOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: unitName }) });

async function openOverseen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Phụ trách', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Đơn vị được phụ trách' }).waitFor();
}

describe('an overseer', () => {
  it('finds the units assigned, how their month stands, and at which step each person is', async () => {
    const { page, troubles, close } = await office.enter(overseer);
    await openOverseen(page);
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toHaveLength(6);
    // Of units in which nobody has filed, from the opening on.
    expect(await page.locator('main').innerText()).toMatch(/0\/\d+/);
    const section = sectionOf(page);
    const people = await section.getByText(/Từng người đang ở bước nào/).innerText();
    const count = Number(/\((\d+)\)/.exec(people)?.[1]);
    expect(await section.locator('dl').first().innerText()).toContain(`1/${count}`);
    await section.getByText(/Từng người đang ở bước nào/).click();
    await eventually(() => section.locator('tbody tr').count()).toBe(count);
    expect(await section.locator('table').innerText()).toContain('Chưa nộp phiếu');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is told to write something, loses nothing to a broken connection, and sends', async () => {
    const { page, troubles, close } = await office.enter(overseer);
    await openOverseen(page);
    await page.getByRole('button', { name: `Ghi ý kiến về ${unitName}` }).click();
    const note = field(page, `note-unit-${unit}`);
    await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
    await eventually(() => page.locator(`[id="note-unit-${unit}-error"]`).innerText()).toContain(
      'Viết ý kiến',
    );
    await note.fill('Giải phóng mặt bằng tuyến đường 2,5 chậm 3 tuần.');
    await page.context().route('**/documents:commit*', (route) => route.abort());
    await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
    await eventually(() => page.getByRole('alert').innerText()).toContain('chưa gửi được');
    await page.context().unroute('**/documents:commit*');
    await page.reload();
    await page.getByRole('button', { name: `Ghi ý kiến về ${unitName}` }).click();
    await eventually(() => note.inputValue()).toBe('Giải phóng mặt bằng tuyến đường 2,5 chậm 3 tuần.');
    await textOf(page).toContain('Đã lấy lại phần viết trên máy này');
    await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
    await textOf(page).toContain('Đã gửi.');
    expect(troubles).toEqual([]);
    await close();
  });

  it('finds the note again and rewrites it, after the function has put the name on it', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(overseer);
    await openOverseen(page);
    await eventually(() => sectionOf(page).innerText()).toContain('chậm 3 tuần');
    await page.getByRole('button', { name: `Sửa ý kiến về ${unitName}` }).click();
    await field(page, `note-unit-${unit}`).fill('Giải phóng mặt bằng tuyến đường 2,5 chậm 4 tuần.');
    await page.getByRole('button', { name: 'Gửi bản sửa' }).click();
    await textOf(page).toContain('Đã gửi.');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await eventually(() => sectionOf(page).innerText()).toContain('chậm 4 tuần');
    expect(troubles).toEqual([]);
    await close();
  });

  it('alone is shown the way to the page', async () => {
    const { page, close } = await office.enter(head);
    expect(await page.getByRole('link', { name: 'Phụ trách', exact: true }).count()).toBe(0);
    await visit(page, '#/phu-trach');
    await textOf(page).toContain('dành cho người được phân công phụ trách đơn vị');
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
    await close();
  });
});

describe('an aggregator', () => {
  it('advises on a unit of the block and on its head, and not on the own unit', async () => {
    const { page, troubles, close } = await office.enter(aggregator);
    await visit(page, '#/tham-quyen/2026-04');
    await page.locator('#find').fill('ubnd phuong my dinh 1');
    await page.getByRole('button', { name: `Ghi tham mưu về đơn vị ${unitName}` }).click();
    await field(page, `note-unit-${unit}`).fill('Đơn vị nộp báo cáo đúng hạn cả quý I.');
    await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
    await textOf(page).toContain('Đã gửi.');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: `Ghi tham mưu về ${office.nameOf(head)}` }).click();
    await field(page, `note-person-${head}`).fill('Chủ động, chỉ đạo sát.');
    await page.getByRole('button', { name: 'Gửi người quyết định' }).click();
    await textOf(page).toContain('Đã gửi.');
    await page.locator('#find').fill('phong noi vu');
    await page.locator('.edges').first().waitFor();
    expect(await page.getByRole('button', { name: 'Ghi tham mưu về đơn vị Phòng Nội vụ' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('who decides on the head', () => {
  it('reads what was said of the head and of the unit, by whom and in what capacity', async () => {
    // Past the deadline of heads: who has not filed is judged all the same.
    await suite.clock.runUntil('2026-04-29T09:00');
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/phieu/${head}/2026-04`);
    await page.getByRole('heading', { name: `Ý kiến về ${unitName}` }).waitFor();
    const told = await page.locator('main').innerText();
    expect(told).toContain(`${office.nameOf(overseer)} (phụ trách đơn vị)`);
    expect(told).toContain('chậm 4 tuần');
    expect(told).not.toContain('chậm 3 tuần');
    expect(told).toContain(`${office.nameOf(aggregator)} (tham mưu tổng hợp)`);
    expect(told).toContain('Đơn vị nộp báo cáo đúng hạn cả quý I.');
    expect(told).toContain('Chủ động, chỉ đạo sát.');
    expect(troubles).toEqual([]);
    await close();
  });
});
