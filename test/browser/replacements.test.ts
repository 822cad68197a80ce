// What follows a finding that drags on, through the web client: one extension, harm stated, a case opened by rule, decided and told; and one proposed.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, phone, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
/** Carried over from March; evaluated by the deputy, decided by the head. */
const person = 'qldt-cv-03';
const finding = `${person}_2026-03_r1`;
const evaluator = 'qldt-pho-1';
const decider = 'qldt-truong';
const harm = 'Năm hộ dân khiếu nại, chậm tiến độ giải phóng mặt bằng chung.';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  // Staff who have filed nothing lie before their evaluators.
  office = new Office(suite.hostingUrl, await loadSample(suite, { runUntil: '2026-04-27T09:00' }));
});
afterAll(() => office.close());

describe('a finding that drags on, in order', () => {
  it('has its date moved once, and a second time is refused in words', async () => {
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/${month}`);
    const main = page.locator('main');
    const entry = page.locator('.entry', { hasText: '05 hồ sơ cấp phép xây dựng' });
    await entry.getByRole('button', { name: 'Gia hạn khắc phục' }).click();
    const date = field(page, `extend.${finding}`);
    await date.fill('30/3/2026');
    await entry.getByRole('button', { name: 'Gia hạn', exact: true }).click();
    await eventually(() => entry.innerText()).toContain('Hạn mới phải sau hạn cũ.');
    await date.fill('15/4/2026');
    await entry.getByRole('button', { name: 'Gia hạn', exact: true }).click();
    await eventually(() => entry.innerText()).toContain('Hạn mới phải từ hôm nay trở đi.');
    await date.fill('15/5/2026');
    await entry.getByRole('button', { name: 'Gia hạn', exact: true }).click();
    await eventually(() => main.innerText()).toContain('Đã gia hạn một lần, hạn trước 31/03/2026');
    expect(await entry.innerText()).toContain('Hạn khắc phục chỉ được gia hạn một lần.');
    expect(await entry.getByRole('button', { name: 'Gia hạn khắc phục' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('affects the common work: D is proposed with its clause', async () => {
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/${month}`);
    const entry = page.locator('.entry', { hasText: '05 hồ sơ cấp phép xây dựng' });
    await entry.getByRole('button', { name: 'Nêu ảnh hưởng đến công việc chung' }).click();
    await entry.getByRole('button', { name: 'Ghi ảnh hưởng' }).click();
    await eventually(() => entry.innerText()).toContain('Nêu việc chậm khắc phục đã ảnh hưởng thế nào');
    await field(page, `harm.${finding}`).fill(harm);
    await entry.getByRole('button', { name: 'Ghi ảnh hưởng' }).click();
    await eventually(() => entry.innerText()).toContain(`Ảnh hưởng đến công việc chung: ${harm}`);
    await suite.settle();
    await page.reload();
    const why = page.locator('details', { hasText: 'Vì sao có đề xuất này?' });
    await why.locator('summary').click();
    await eventually(() => why.innerText()).toContain(`Biểu hiện 2.01: ${harm}`);
    expect(await why.innerText()).toContain('S3 II.3.1');
    expect(troubles).toEqual([]);
    await close();
  });

  it('opened a case, which the decider refers and decides by a document', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, '#/cho-toi');
    await page.getByRole('link', { name: 'Xem xét thay thế' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('1 hồ sơ chờ tôi');
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await eventually(() => main.innerText()).toContain(harm);
    expect(await main.innerText()).toContain('không tự thay đổi chức vụ');
    await page.getByRole('button', { name: 'Chuyển xem xét' }).click();
    await eventually(() => main.innerText()).toContain('Nêu ý kiến: đề nghị xem xét thế nào, vì sao');
    await field(page, 'referNote').fill('Đề nghị xem xét điều chuyển, đã nhắc hai lần.');
    await page.getByRole('button', { name: 'Chuyển xem xét' }).click();
    await page.getByRole('heading', { name: 'Ghi quyết định' }).waitFor();
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(4);
    expect(await page.getByLabel('Chấm dứt hợp đồng lao động').count()).toBe(0);
    await page.getByLabel('Điều chuyển sang vị trí công tác khác').check();
    await field(page, 'docNumber').fill('45/QĐ-QLĐT');
    await field(page, 'docDate').fill('27/4/2026');
    await field(page, 'reason').fill('Bố trí sang bộ phận lưu trữ, phù hợp với năng lực.');
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await eventually(() => main.innerText()).toContain('Số 45/QĐ-QLĐT, ngày 27/04/2026');
    expect(await main.innerText()).toContain('Đã có quyết định');
    expect(troubles).toEqual([]);
    await close();
    await suite.settle();
  });

  it('is told plainly to the person, on a phone', async () => {
    const { page, troubles, close } = await office.enter(person, { viewport: phone });
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(harm);
    await visit(page, '#/thay-the');
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await eventually(() => main.innerText()).toContain('Điều chuyển sang vị trí công tác khác');
    expect(await main.innerText()).toContain('Hồ sơ về tôi');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('a case about somebody whom the Ban Thường vụ manages, in order', () => {
  const facts = 'Ba tháng liền để hồ sơ của đơn vị quá hạn, đã nhắc bằng văn bản.';

  it('is proposed by who decides on them, who is told what is missing', async () => {
    const { page, troubles, close } = await office.enter('chu-tich-ubnd');
    await visit(page, '#/thay-the');
    await page.getByRole('button', { name: 'Đề xuất hồ sơ' }).click();
    await page.getByRole('button', { name: 'Lập hồ sơ' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
    await field(page, 'case.person').selectOption(decider);
    await field(page, 'case.facts').fill(facts);
    await page.getByRole('button', { name: 'Lập hồ sơ' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('1 hồ sơ chờ tôi');
    await page.getByRole('link', { name: office.nameOf(decider) }).click();
    await eventually(() => main.innerText()).toContain('Chuyển đến Phòng Nội vụ');
    await field(page, 'referNote').fill('Đề nghị xem xét.');
    await page.getByRole('button', { name: 'Chuyển xem xét' }).click();
    await eventually(() => main.innerText()).toContain('Đã chuyển, chờ quyết định');
    expect(await page.getByRole('button', { name: 'Ghi quyết định' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
    await suite.settle();
  });

  it('waits for the aggregator of the block, and is no business of the person yet', async () => {
    const { page, troubles, close } = await office.enter('nv-truong');
    await visit(page, '#/thay-the');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('1 hồ sơ chờ tôi');
    await page.getByRole('link', { name: office.nameOf(decider) }).click();
    await page.getByRole('heading', { name: 'Ghi quyết định' }).waitFor();
    expect(await main.innerText()).toContain(facts);
    expect(troubles).toEqual([]);
    await close();
    const theirs = await office.enter(decider);
    await visit(theirs.page, '#/thay-the');
    await eventually(() => theirs.page.locator('main').innerText()).toContain('1 hồ sơ chờ tôi');
    expect(await theirs.page.locator('main').innerText()).not.toContain(office.nameOf(decider));
    await theirs.close();
  });
});
