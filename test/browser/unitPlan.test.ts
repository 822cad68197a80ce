// A unit's plan of the year: filed by its head, changed with a reason, and read with its versions by who decides the head and by inspection.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, phone, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const [head, unit, decider, inspector] = ['tckh-truong', 'phong-tckh', 'chu-tich-ubnd', 'ubkt-chu-nhiem'];
const address = `#/ke-hoach-don-vi/${unit}/2026`;
const why = 'Quận giao thêm nhiệm vụ quyết toán dự án.';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

const text = (page: Page) => page.locator('main').innerText();
const history = (page: Page) =>
  page.locator('details', { hasText: 'Kế hoạch năm 2026: các lần nộp' }).first();

describe('a plan of the year', () => {
  it('is written from the page of the unit, names what it lacks at the field, and is filed', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, '#/don-vi/2026-04');
    await eventually(() => page.locator('[aria-labelledby="year-plan"]').innerText()).toContain('Chưa nộp');
    await page.getByRole('link', { name: 'Viết kế hoạch năm' }).click();
    await page.getByRole('button', { name: 'Nộp kế hoạch năm' }).click();
    await eventually(() => text(page)).toContain('Nhập ít nhất một nhiệm vụ trong năm 2026');
    await field(page, 'goals').fill('Giải ngân 95% vốn đầu tư công.');
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    await field(page, 'tasks.t1').fill('Trình dự toán năm 2027');
    // Key by key: "15/3" on the way there is a day of the plan's year, and nobody meant it.
    await field(page, 'taskDue.t1').pressSequentially('15/3/2027');
    await page.getByRole('button', { name: 'Nộp kế hoạch năm' }).click();
    await eventually(() => page.getByRole('alert').innerText()).toContain(
      'Hạn hoàn thành: nhập ngày/tháng/năm trong năm 2026',
    );
    expect(await field(page, 'taskDue.t1').inputValue()).toBe('15/3/2027');
    expect(await text(page)).toContain('Chưa nộp');
    await field(page, 'taskDue.t1').fill('15/11');
    await page.getByRole('button', { name: 'Nộp kế hoạch năm' }).click();
    await eventually(() => text(page)).toContain('Đã nộp');
    await suite.settle();
    await eventually(() => page.getByRole('button', { name: 'Bổ sung, sửa kế hoạch' }).isEnabled()).toBe(
      true,
    );
    expect(await text(page)).toContain('hạn 15/11/2026');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is changed with a reason, and each filing is kept with what it changed', async () => {
    const { page, troubles, close } = await office.enter(head, { viewport: phone });
    await visit(page, address);
    await page.getByRole('button', { name: 'Bổ sung, sửa kế hoạch' }).click();
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    await field(page, 'tasks.t2').fill('Quyết toán 04 dự án hoàn thành');
    await page.getByRole('button', { name: 'Nộp lại kế hoạch năm' }).click();
    await eventually(() => text(page)).toContain('Nêu lý do thay đổi kế hoạch');
    await field(page, 'changeNote').fill(why);
    await page.getByRole('button', { name: 'Nộp lại kế hoạch năm' }).click();
    await eventually(() => text(page)).toContain('Đã nộp');
    await suite.settle();
    await eventually(() => text(page)).toContain('đã nộp 2 lần');
    await history(page).locator('summary').first().click();
    await eventually(() => history(page).innerText()).toContain('Thêm: Quyết toán 04 dự án hoàn thành');
    expect(await history(page).innerText()).toContain(`Lý do: ${why}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is read by who decides the head, and with every version by inspection', async () => {
    const above = await office.enter(decider);
    await visit(above.page, address);
    await eventually(() => text(above.page)).toContain('Trình dự toán năm 2027');
    expect(await above.page.getByRole('button', { name: 'Bổ sung, sửa kế hoạch' }).count()).toBe(0);
    expect(above.troubles).toEqual([]);
    await above.close();

    const { page, troubles, close } = await office.enter(inspector);
    await visit(page, '#/ke-hoach/2026');
    await eventually(() => text(page)).toContain('Đã nộp');
    await page.getByRole('link', { name: 'Phòng Tài chính - Kế hoạch' }).click();
    await history(page).locator('summary').first().click();
    await eventually(() => history(page).innerText()).toContain('Thêm: Quyết toán 04 dự án hoàn thành');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is nobody else’s to read', async () => {
    const { page, close } = await office.enter('tckh-cv-01');
    await visit(page, address);
    await eventually(() => text(page)).toContain('hiện ở đây cho người đứng đầu đơn vị');
    expect(await text(page)).not.toContain('Trình dự toán năm 2027');
    await visit(page, '#/ke-hoach/2026');
    await eventually(() => text(page)).toContain('dành cho người kiểm tra và tổng hợp');
    await close();
  });
});

it('an added field doesn’t take the focus from one that is typed in before it is drawn', async () => {
  const { page, troubles, close } = await office.enter('qldt-truong');
  await visit(page, '#/don-vi/2026-04');
  const report = field(page, 'report');
  await report.waitFor();
  // A machine that draws no frame until it is told to.
  await page.evaluate(() => {
    const held: FrameRequestCallback[] = [];
    Object.assign(globalThis, {
      requestAnimationFrame: (frame: FrameRequestCallback) => held.push(frame),
      drawFrame: () => held.splice(0).forEach((frame) => frame(0)),
    });
  });
  const draw = () =>
    page.evaluate(() => {
      for (let i = 0; i < 4; i++) (globalThis as unknown as { drawFrame: () => void }).drawFrame();
    });
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const add = page.getByRole('button', { name: 'Thêm nhiệm vụ' }).first();
  await add.evaluate((button: HTMLElement) => {
    button.focus();
    button.click();
  });
  await draw();
  expect(await focused()).toBe('tasks.t1');
  await add.evaluate((button: HTMLElement) => {
    button.focus();
    button.click();
  });
  await report.evaluate((area: HTMLElement) => area.focus());
  await draw();
  expect(await focused()).toBe('report');
  expect(troubles).toEqual([]);
  await close();
});

it('what a unit filed with its month stays readable as a whole, and the plan of next month with it', async () => {
  const { page, troubles, close } = await office.enter(head);
  await visit(page, '#/don-vi/2026-04');
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).first().click();
  await field(page, 'tasks.t1').fill('Thẩm tra quyết toán quý I');
  await field(page, 'taskResult.t1').fill('Đã trình 12/12 hồ sơ');
  await field(page, 'report').fill('Hoàn thành kế hoạch tháng 4.');
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).last().click();
  await field(page, 'nextTasks.t1').fill('Giao dự toán bổ sung');
  await page.getByRole('button', { name: 'Nộp kế hoạch và báo cáo' }).click();
  const filed = () => page.locator('[aria-labelledby="unit-sheet"]').innerText();
  for (const part of ['Đã nộp', 'Thẩm tra quyết toán quý I', 'Đã trình 12/12 hồ sơ', 'Giao dự toán bổ sung'])
    await eventually(filed).toContain(part);
  await suite.settle();
  expect(troubles).toEqual([]);
  await close();

  const seat = await office.enter(inspector);
  await visit(seat.page, address);
  const may = seat.page.locator('details', { hasText: 'Kế hoạch tháng 5/2026: các lần nộp' });
  await may.locator('summary').click();
  await eventually(() => may.innerText()).toContain('Giao dự toán bổ sung');
  await seat.close();
});
