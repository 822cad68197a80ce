// A plan through two months: filed with April, changed in May, and the change before who evaluates.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';
import { submit, writeReport, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const person = 'qldt-cv-01';
const evaluator = 'qldt-pho-1';
const planned = 'Thẩm định hồ sơ cấp phép xây dựng tháng 5.';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

/** A whole month without a shortcoming. */
async function fileMonth(page: Page, next: string): Promise<void> {
  await writeReport(page);
  await page.getByLabel('Không có tồn tại, hạn chế phải đưa vào phiếu').check();
  await page.getByRole('button', { name: /^Thêm nhiệm vụ tháng/ }).click();
  await field(page, 'nextTasks.t1').fill(next);
  await submit(page);
  await suite.settle();
}

describe('a plan', () => {
  it('filed with April is what May begins with, and its version can be read', async () => {
    const april = await office.enter(person);
    await writeTasks(april.page);
    await fileMonth(april.page, planned);
    await april.close();
    await suite.clock.runUntil('2026-05-06T09:00');

    const { page, troubles, close } = await office.enter(person);
    await visit(page, '#/thang/2026-05');
    await eventually(() => field(page, 'tasks.t1').inputValue()).toBe(planned);
    const history = page.locator('details', { hasText: 'các lần nộp' });
    await history.getByText('các lần nộp').click();
    await eventually(() => history.innerText()).toContain(planned);
    expect(await history.innerText()).toContain('Kế hoạch, nộp');
    expect(troubles).toEqual([]);
    await close();
  });

  it('may be changed in its month: the page says whose consent that wants, and the evaluator reads the change', async () => {
    const desk = await office.enter(person);
    await visit(desk.page, '#/thang/2026-05');
    await desk.page.getByRole('button', { name: 'Bỏ khỏi kế hoạch' }).click();
    await desk.page.getByText('Nếu thuộc kế hoạch đã nộp, người đánh giá phải đồng ý').waitFor();
    await desk.page.getByRole('button', { name: 'Thêm việc đột xuất' }).click();
    await field(desk.page, 'tasks.t1').fill('Kiểm tra đột xuất trật tự xây dựng.');
    await field(desk.page, 'taskState.t1').getByText('Hoàn thành', { exact: true }).click();
    await field(desk.page, 'taskResult.t1').fill('Kiểm tra 12 công trình, lập 02 biên bản.');
    await fileMonth(desk.page, 'Thẩm định hồ sơ cấp phép xây dựng tháng 6.');
    expect(desk.troubles).toEqual([]);
    await desk.close();

    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/2026-05`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(`Bỏ: ${planned}`);
    expect(await main.innerText()).toContain('Đánh giá phiếu là đồng ý với các thay đổi này');
    await main.getByText('các lần nộp').click();
    await eventually(() => main.innerText()).toContain('Thực hiện có thay đổi so với kế hoạch');
    expect(troubles).toEqual([]);
    await close();
  });
});
