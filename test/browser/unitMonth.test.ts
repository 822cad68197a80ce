// A unit's own month through the pages: something found at it and remedied, its sub-items, its rating in the act on its head, its result.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { dismissSuspicions, eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
const unit = 'hoi-nong-dan';
const head = 'hnd-chu-tich';
const decider = 'bi-thu';
const fact = 'Chưa ban hành kế hoạch kiểm tra quý II theo yêu cầu tại cuộc họp ngày 06/4.';
const subItem = 'Không ban hành chương trình công tác quý trước ngày 05 của tháng đầu quý';
const reason = 'Hoàn thành nhiệm vụ trọng tâm; chưa nộp kế hoạch, báo cáo';
let office: Office;

const pick = (page: Page, id: string, value: string) =>
  page.locator(`[id="${id}"] input[value="${value}"]`).check();
const ofUnit = (name: string) => `unit.${unit}.${name}`;
const text = (page: Page) => page.locator('main').innerText();
const pictures = process.env['NAM_RO_PICTURES'];
/** For whoever wants to look: `NAM_RO_PICTURES=folder`. */
async function look(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  for (const [width, height] of [
    [1440, 1000],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('the month of a unit, in order', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
  });
  afterAll(() => office.close());

  it('gets a sub-item from its head, which stands below the official text where codes are chosen', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, `#/don-vi/${month}`);
    await page.getByRole('heading', { name: 'Biểu hiện được đơn vị cụ thể hóa' }).waitFor();
    await field(page, 'subItem.code').selectOption('1.11');
    await page.getByRole('button', { name: 'Thêm nội dung' }).click();
    await eventually(() => text(page)).toContain('Nhập nội dung cụ thể hóa');
    await field(page, 'subItem.text').fill(subItem);
    await page.getByRole('button', { name: 'Thêm nội dung' }).click();
    await page.getByRole('button', { name: `Gạch bỏ ${subItem}` }).waitFor();
    await look(page, 'sub-items');
    expect(troubles).toEqual([]);
    await close();
  });

  it('has something found at it by who decides its head, who sees the sub-item', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/xep-loai-don-vi/${unit}/${month}`);
    await page.getByRole('button', { name: 'Ghi nhận biểu hiện của đơn vị' }).click();
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => text(page)).toContain('Nêu sự việc đã thấy');
    await field(page, 'newUnit.fact').fill(fact);
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(subItem).waitFor();
    await look(page, 'code-picker');
    await dialog.getByRole('checkbox', { name: /^1\.11/ }).check();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await pick(page, 'newUnit.degree', 'rare');
    await field(page, 'newUnit.due').fill('28/04/2026');
    await pick(page, 'newUnit.state', 'confirmed');
    await look(page, 'new-finding');
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => text(page)).toContain('Đã xác nhận, chưa khắc phục xong');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is told to its head, who reports the remedy, and is accepted', async () => {
    await suite.settle();
    const mine = await office.enter(head);
    await visit(mine.page, `#/don-vi/${month}`);
    await mine.page.getByText(fact).waitFor();
    await mine.page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await eventually(() => text(mine.page)).toContain('Nêu đơn vị đã khắc phục thế nào');
    await mine.page.getByLabel('Đơn vị đã khắc phục thế nào, minh chứng').fill('Đã ban hành kế hoạch số 12');
    await look(mine.page, 'my-unit');
    await mine.page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await eventually(() => text(mine.page)).toContain('Đã báo cáo');
    expect(mine.troubles).toEqual([]);
    await mine.close();
    await suite.settle();
    const { page, close } = await office.enter(decider);
    await visit(page, `#/xep-loai-don-vi/${unit}/${month}`);
    await page.getByRole('button', { name: 'Chấp nhận đã khắc phục' }).click();
    await eventually(() => text(page)).toContain('Đã khắc phục');
    await close();
  });

  it('is rated in the act on its head, which wants a reason where the head stands above it', async () => {
    await suite.clock.runUntil('2026-05-04T09:00');
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/phieu/${head}/${month}`);
    await page.getByRole('heading', { name: 'Đơn vị', exact: true }).waitFor();
    // That nothing was filed is suspected, and wants its verdict.
    await page.locator('fieldset[id^="verdicts."]').first().waitFor();
    await dismissSuspicions(page);
    await pick(page, 'eRating', 'B');
    await pick(page, 'eLevel', 'poor');
    await field(page, 'eReason').fill('Chưa nộp phiếu, đã hoàn thành công việc được giao');
    await page.getByRole('button', { name: 'Đánh giá và quyết định' }).click();
    await eventually(() => text(page)).toContain('Chọn xếp loại tháng của Hội Nông dân quận');
    await pick(page, ofUnit('dRating'), 'C');
    await pick(page, ofUnit('dLevel'), 'fair');
    await field(page, ofUnit('dReason')).fill(reason);
    await eventually(() => text(page)).toContain('NĐ 335 Điều 20.6');
    await field(page, ofUnit('aboveReason')).fill('Mới nhận bàn giao, trực tiếp chỉ đạo khắc phục');
    await look(page, 'judge');
    await page.getByRole('button', { name: 'Đánh giá và quyết định' }).click();
    await eventually(() => text(page)).toContain('Đã quyết định. Kết quả được công khai');
    expect(troubles).toEqual([]);
    await suite.settle();
    await visit(page, `#/cho-toi/${month}`);
    await page.getByRole('heading', { name: 'Đơn vị do tôi quyết định xếp loại' }).waitFor();
    await look(page, 'queue');
    await close();
  });

  it('tells its head nothing before publication, and then rating, reason and way', async () => {
    const before = await office.enter(head);
    await visit(before.page, `#/don-vi/${month}`);
    await before.page.getByRole('heading', { name: /Kết quả của đơn vị/ }).waitFor();
    expect(await text(before.page)).not.toContain(reason);
    await before.close();
    await suite.clock.runUntil('2026-05-05T10:00');
    await suite.settle();
    const { page, troubles, close } = await office.enter(head);
    await visit(page, `#/don-vi/${month}`);
    await eventually(() => text(page)).toContain(reason);
    await page.getByText('Vì sao có kết quả này?').click();
    await eventually(() => text(page)).toContain('Đơn vị không nộp báo cáo');
    await look(page, 'result');
    expect(troubles).toEqual([]);
    await close();
  });
});
