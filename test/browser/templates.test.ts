// A scoring template through the web client: an administrator makes a version and issues it; a sheet opened by it is scored and judged.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { dismissSuspicions, eventually, field, Office, savedState, visit } from './pages.ts';
import { submit } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const administrator = 'vpub-cv';
const person = 'qldt-cv-01';
const evaluator = 'qldt-pho-1';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

async function fillPoints(page: Page, prefix: string, points: Record<string, string>): Promise<void> {
  for (const [code, value] of Object.entries(points)) await field(page, `${prefix}.${code}`).fill(value);
}
const common = {
  ...{ 'I.1': '5', 'I.2': '4,5', 'II.1': '2,5', 'II.2': '2', 'II.3': '2,5', 'II.4': '2,5' },
  ...{ 'III.1': '2', 'III.2': '2', 'III.3': '2,5', 'III.4': '2' },
};

describe('a scoring template', () => {
  it('is made from Mẫu số 01, told what is wrong at its fields, and issued', async () => {
    const { page, troubles, close } = await office.enter(administrator);
    await visit(page, '#/mau-cham');
    const row = page.getByRole('row').filter({ hasText: 'ND-335@1' });
    await row.getByRole('button', { name: 'Lập phiên bản' }).click();
    await field(page, 'name').fill('Mẫu KPI');
    await page.getByRole('button', { name: 'Lập bản nháp' }).click();
    await eventually(() => page.locator('#name-error').innerText()).toContain('chữ thường không dấu');
    await field(page, 'name').fill('kpi-quan');
    await page.getByRole('button', { name: 'Lập bản nháp' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mẫu chấm điểm kpi-quan@1' }).waitFor();

    await field(page, 'effectiveFrom').fill('1/4/2026');
    await field(page, 'criterionMax.II.1').fill('3');
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await eventually(() => page.locator('[id="effectiveFrom-error"]').innerText()).toContain(
      'Chọn tháng sau',
    );
    expect(await page.locator('[id="criterionMax.II.1-error"]').innerText()).toContain('cộng lại được 10,5');
    await field(page, 'effectiveFrom').fill('1/5/2026');
    await field(page, 'criterionMax.II.1').fill('2,5');
    await field(page, 'criteria.III.4').fill('Vì lợi ích chung của quận');
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã ban hành');
    expect(await page.getByRole('button', { name: 'Ban hành' }).count()).toBe(0);
    await visit(page, '#/mau-cham');
    await eventually(() => page.locator('main').innerText()).toContain('kpi-quan@1');
    expect(troubles).toEqual([]);
    await close();
  });

  it('opens the sheets of its month; points by criterion and KPI from the tasks give 91,4', async () => {
    await suite.clock.runUntil('2026-05-20T08:00');
    const { page, troubles, close } = await office.enter(person);
    await page.getByRole('button', { name: 'Thêm nhiệm vụ theo kế hoạch' }).click();
    await field(page, 'tasks.t1').fill('Thẩm định hồ sơ cấp phép xây dựng');
    await field(page, 'taskDue.t1').fill('20/5/2026');
    await field(page, 'taskState.t1').getByText('Hoàn thành chậm', { exact: true }).click();
    await field(page, 'taskResult.t1').fill('Đã trả 25/25 kết quả.');
    await field(page, 'taskWhy.t1').fill('Chờ số liệu.');
    await field(page, 'conduct').fill('Chấp hành nghiêm kỷ luật lao động.');
    await field(page, 'strengths').fill('Chủ động.');
    await page.getByLabel(/không có tồn tại/i).check();
    await page.getByRole('button', { name: 'Thêm nhiệm vụ tháng 6/2026' }).click();
    await field(page, 'nextTasks.t1').fill('Thẩm định hồ sơ tháng 6.');

    await fillPoints(page, 'points', { ...common, 'II.1': '3' });
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Vì lợi ích chung của quận');
    // Beside the field stood "trên 2.5", as no Vietnamese form writes it.
    expect(shown).toContain('trên 2,5');
    expect(shown).not.toContain('2.5');
    await eventually(() => page.locator('main').innerText()).toContain('Theo nhiệm vụ đã báo cáo: 75%');
    await field(page, 'points.II.1').fill('2,5');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await eventually(() => page.locator('[id="points.a-error"]').innerText()).toContain('từ 0 đến 100%');
    await fillPoints(page, 'points', { a: '95,2', b: '88,8', c: '90' });
    await eventually(() => page.locator('.total strong').innerText()).toBe('91,4');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await savedState(page, 'saved').waitFor();
    await submit(page);
    await eventually(() => page.locator('main').innerText()).toContain('Đã nộp, chờ đánh giá');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is what the evaluator scores on, beginning with the person’s points', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/2026-05`);
    await eventually(() => field(page, 'ePoints.I.2').inputValue()).toBe('4,5');
    expect(await page.locator('main').textContent()).toContain('kpi-quan@1');
    expect(await page.locator('main').innerText()).toContain('cao hơn mức 75% theo nhiệm vụ đã báo cáo');
    await page.getByRole('button', { name: 'Lấy tỷ lệ c theo nhiệm vụ' }).click();
    await eventually(() => page.locator('.total strong').innerText()).toBe('87,9');
    // April was never filed, and nobody has said yet what to make of that.
    await dismissSuspicions(page);
    await page.locator('[id="eRating"] input[value="B"]').check();
    await page.locator('[id="eLevel"] input[value="good"]').check();
    await page.getByRole('button', { name: 'Hoàn thành đánh giá' }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã đánh giá, chờ quyết định');
    expect(troubles).toEqual([]);
    await close();
  });
});
