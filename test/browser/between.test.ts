// What passes between people within a month: a sheet returned, a finding told, remedied and answered, an authority asked.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, savedState, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeRow, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const person = 'qldt-cv-01';
const evaluator = 'qldt-pho-1';
const head = 'qldt-truong';
const consulted = 'ubnd-pct-do-thi';
const decider = 'chu-tich-ubnd';
const owing = 'qldt-cv-03';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

describe('a sheet returned', () => {
  it('goes back with its note, and the person finds note and date', async () => {
    const desk = await office.enter(person);
    await writeTasks(desk.page);
    await writeReport(desk.page);
    await writeRow(desk.page);
    await writeNextPlan(desk.page);
    await submit(desk.page);
    await suite.settle();

    const { page, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/2026-04`);
    await page.getByText(`Trả lại để ${office.nameOf(person)} bổ sung`).click();
    await page.getByRole('button', { name: 'Trả lại phiếu' }).click();
    await page.locator('#note-error').waitFor();
    await field(page, 'note').fill('Nêu rõ số công trình đã rà soát của từng phường.');
    await page.getByRole('button', { name: 'Trả lại phiếu' }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã trả lại phiếu');
    await close();
    await suite.settle();

    await desk.page.reload();
    const main = desk.page.locator('main');
    await eventually(() => main.innerText()).toContain('Nêu rõ số công trình đã rà soát của từng phường.');
    expect(await main.innerText()).toContain('Hạn nộp lại');
    await field(desk.page, 'taskResult.t2').fill(
      'Rà soát 10/10 phường, 46 công trình, lập biên bản 03 công trình.',
    );
    await submit(desk.page);
    await desk.close();
  });
});

describe('a finding', () => {
  it('recorded by the evaluator reaches the person, is remedied, and accepted', async () => {
    await suite.settle();
    const { page, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/2026-04`);
    await page.getByRole('button', { name: 'Ghi nhận thêm biểu hiện' }).click();
    await field(page, 'new.fact').fill('Ngày 14/4 không dự họp giao ban, không báo cáo.');
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    await page.getByRole('dialog').getByText('2.01', { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xong' }).click();
    await page.getByLabel('Có biểu hiện nhưng không thường xuyên').last().check();
    await field(page, 'new.due').fill('29/4');
    await page.getByLabel(/được báo ngay/).check();
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Ngày 14/4 không dự họp giao ban');
    await suite.settle();

    const desk = await office.enter(person);
    await desk.page.getByRole('heading', { name: 'Biểu hiện đã thông báo' }).waitFor();
    await desk.page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await desk.page.getByText('Nêu đã khắc phục thế nào và minh chứng').waitFor();
    await desk.page
      .getByLabel('Đã khắc phục thế nào, minh chứng')
      .fill('Đã báo cáo giải trình, dự đủ các cuộc họp sau.');
    await desk.page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await eventually(() => desk.page.locator('main').innerText()).toContain('chờ xác nhận');
    await suite.settle();

    await page.reload();
    await page.getByRole('button', { name: 'Chấp nhận đã khắc phục' }).click();
    await page.getByRole('button', { name: 'Chấp nhận đã khắc phục' }).waitFor({ state: 'detached' });
    await suite.settle();
    await desk.page.reload();
    await eventually(() => desk.page.locator('main').innerText()).toContain('1 biểu hiện đã kết thúc');
    await desk.close();
    await close();
  });

  it('of March is answered in section III, and the statement that there is nothing else goes with it', async () => {
    const { page, troubles, close } = await office.enter(owing);
    await writeTasks(page);
    await writeReport(page);
    await page.getByLabel('Không có tồn tại, hạn chế phải đưa vào phiếu').check();
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /mục III/ })
      .first()
      .click();
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.insertText('Đã trả 03/05 hồ sơ, còn 02 hồ sơ chờ ý kiến Sở.');
    await page.getByLabel('Phương hướng, giải pháp khắc phục').fill('Trả hết trước 30/4.');
    await writeNextPlan(page);
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByText('Đã đủ ba phần').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('a head', () => {
  it('answers for the unit, is asked about by the vice chair, and waits for the final run', async () => {
    await suite.clock.runUntil('2026-04-24T09:00');
    const desk = await office.enter(head);
    await writeTasks(desk.page);
    await writeReport(desk.page);
    await writeRow(desk.page);
    await writeNextPlan(desk.page);
    await field(desk.page, 'headDuty').fill('Chịu trách nhiệm về hồ sơ cấp phép chậm của Phòng.');
    for (const area of await desk.page.locator('[id^="headWords."]').all()) {
      if ((await area.getAttribute('id'))?.match(/-(error|hint)$/)) continue;
      await area.fill('Đã giao Phó Trưởng phòng đôn đốc hằng tuần.');
    }
    await submit(desk.page);
    await desk.close();
    await suite.settle();

    const asked = await office.enter(consulted);
    await visit(asked.page, '#/cho-toi/2026-04');
    await asked.page.getByText('Chờ ý kiến của tôi').first().waitFor();
    await asked.page.getByRole('link', { name: office.nameOf(head) }).click();
    await asked.page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await asked.page.locator('#note-error').waitFor();
    await field(asked.page, 'note').fill('Phòng phối hợp tốt; cần rút ngắn thời gian thẩm định.');
    await asked.page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await eventually(() => asked.page.locator('main').innerText()).toContain('Đã gửi:');
    await asked.close();
    await suite.settle();

    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/phieu/${head}/2026-04`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('cần rút ngắn thời gian thẩm định');
    expect(await main.innerText()).toContain('Chờ tổng hợp lúc 06:00 ngày 30/04/2026');
    const button = page.getByRole('button', { name: 'Đánh giá và quyết định' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await field(page, 'eComment').fill('Ghi trước khi tổng hợp.');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await savedState(page, 'saved').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });
});
