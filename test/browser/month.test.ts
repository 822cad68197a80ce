// A month through the web client: written, filed, evaluated, decided, published, downloaded.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, savedState, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeRow, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const person = 'qldt-cv-01';
const evaluator = 'qldt-pho-1';
const decider = 'qldt-truong';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

describe('a month, in order', () => {
  it('refuses a wrong password at its field, and an address that is none', async () => {
    const { page, close } = await office.desk();
    await page.getByLabel('Thư điện tử').fill('lan');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('#email-error').innerText()).toContain('Nhập địa chỉ thư điện tử');
    await page.getByLabel('Thư điện tử').fill(office.emailOf(person));
    await page.getByLabel('Mật khẩu').fill('sai');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('#password-error').innerText()).toContain('không đúng');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await close();
  });

  it('the person is told each gap at its field, writes, saves, files', async () => {
    const { page, troubles, close } = await office.enter(person);
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').count()).toBeGreaterThan(4);
    await summary.getByRole('link', { name: 'Nhập ưu điểm trong tháng' }).click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('strengths');
    expect(await page.locator('#strengths-error').innerText()).toContain('Nhập ưu điểm');

    await writeTasks(page);
    await writeReport(page);
    await writeRow(page);
    await writeNextPlan(page);
    expect(await page.locator('.total strong').innerText()).toBe('88,5');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await savedState(page, 'saved').waitFor();
    expect(await summary.count()).toBe(0);

    await page.reload();
    await eventually(() => field(page, 'tasks.t2').inputValue()).toContain('trật tự xây dựng');
    await submit(page);
    await expect.poll(() => page.locator('main').innerText()).toContain('Đã nộp, chờ đánh giá');
    // Not "Phiếu chưa nộp" until the function has noted the filing.
    expect(await page.locator('main').innerText()).toContain('Phiếu đã nộp');
    expect(await page.locator('main').innerText()).not.toContain('Hệ thống đề xuất');
    expect(troubles).toEqual([]);
    await close();
  });

  it('the evaluator sees who waits, settles, adds, evaluates with the keyboard', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, '#/cho-toi/2026-04');
    await page.getByRole('link', { name: office.nameOf(person) }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: office.nameOf(person) }).waitFor();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Hệ thống đề xuất theo quy định');

    await page.getByRole('button', { name: 'Hoàn thành đánh giá' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Kết luận về dấu hiệu/ })
      .waitFor();
    await page.getByRole('button', { name: 'Nhất trí với cá nhân tự đánh giá' }).press('Enter');
    await page.getByLabel('Có biểu hiện, đang khắc phục trong hạn').press('Space');
    // The evaluator's points begin as the person's own.
    expect(await field(page, 'eScore22').inputValue()).toBe('42');
    await page.getByLabel('Hoàn thành tốt nhiệm vụ').press('Space');
    await page.getByLabel('Trung bình').press('Space');
    await field(page, 'eComment').fill('Đồng ý với cá nhân; cần đôn đốc sớm hơn.');
    await page.getByRole('button', { name: 'Lưu', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Hoàn thành đánh giá' }).press('Enter');
    if (await page.getByRole('alert').count()) {
      // The score of II.2 may leave what the share of tasks proposes; the page then wants its sentence.
      await field(page, 'eReason').fill('Chấm theo kết quả thực tế của các nhiệm vụ.');
      await page.getByRole('button', { name: 'Hoàn thành đánh giá' }).press('Enter');
    }
    await eventually(() => main.innerText()).toContain('Đã đánh giá và chuyển');
    await eventually(() => main.innerText()).toContain('Rút lại đánh giá');
    expect(troubles).toEqual([]);
    await close();
  });

  it('the decider has the evaluation beside, changes with a reason, decides', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/phieu/${person}/2026-04`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Đồng ý với cá nhân; cần đôn đốc sớm hơn.');
    await page.getByLabel('Hoàn thành nhiệm vụ', { exact: true }).check();
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Nêu lý do/ })
      .waitFor();
    await field(page, 'dReason').fill('Báo cáo chậm ảnh hưởng tiến độ chung của Phòng.');
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
    await eventually(() => main.innerText()).toContain('Đã quyết định');
    expect(troubles).toEqual([]);
    await close();
  });

  it('after publication the person reads both results with reasons and downloads the PDF', async () => {
    await suite.clock.runUntil('2026-05-05T09:00');
    const { page, troubles, close } = await office.enter(person);
    await visit(page, '#/thang/2026-04');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Kết quả đánh giá, xếp loại tháng');
    const text = await main.innerText();
    expect(text).toContain('Hoàn thành nhiệm vụ');
    expect(text).toContain('Báo cáo chậm ảnh hưởng tiến độ chung của Phòng.');
    // Printed folded, the reasons were a heading without a word below it.
    await page.emulateMedia({ media: 'print' });
    const step = page.locator('details', { hasText: 'Vì sao có kết quả này?' }).locator('li').first();
    const isDrawn = () => step.evaluate((element) => element.checkVisibility());
    expect(await isDrawn()).toBe(true);
    await page.emulateMedia({ media: null });
    expect(await isDrawn()).toBe(false);
    await page.getByText('Vì sao có kết quả này?').click();
    expect(await page.locator('.trace li').count()).toBeGreaterThan(3);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải Phiếu số 01 (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe(`phieu-01-${person}-2026-04.pdf`);
    expect(troubles).toEqual([]);
    await close();
  });

  it('the head sees the unit and downloads Phiếu tổng hợp', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, '#/don-vi/2026-04');
    await page.getByRole('heading', { name: 'Người trong đơn vị' }).waitFor();
    const main = page.locator('main');
    expect(await main.innerText()).toContain(office.nameOf(person));
    for (const name of ['Tải Phiếu tổng hợp dự kiến (PDF)', 'Tải Phiếu tổng hợp (PDF)']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      expect((await download).suggestedFilename()).toMatch(/^phieu-tong-hop-.*\.pdf$/);
    }
    expect(troubles).toEqual([]);
    await close();
  });
});
