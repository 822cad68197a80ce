// The decider asks the committee member in charge of a ward, who reads the sheet from then on and answers (S3 II.5, row 7).
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const chair = 'cau-dien-chu-tich';
const inCharge = 'btg-truong';
const decider = 'chu-tich-ubnd';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

it('is asked once, reads the sheet, and only the decider gets the answer', async () => {
  const desk = await office.enter(chair);
  await writeTasks(desk.page);
  await writeReport(desk.page);
  await desk.page.getByLabel('Không có tồn tại, hạn chế phải đưa vào phiếu').check();
  await writeNextPlan(desk.page);
  await field(desk.page, 'headDuty').fill('Chịu trách nhiệm chung.');
  await submit(desk.page);
  await desk.close();
  await suite.settle();

  const other = await office.enter(inCharge);
  await visit(other.page, '#/cho-toi/2026-04');
  await other.page.getByRole('heading', { level: 1 }).waitFor();
  await eventually(() => other.page.locator('main').innerText()).not.toContain('Đang tải');
  expect(await other.page.locator('main').innerText()).not.toContain(office.nameOf(chair));

  const judge = await office.enter(decider);
  await visit(judge.page, `#/phieu/${chair}/2026-04`);
  await judge.page.getByRole('button', { name: 'Hỏi ý kiến cấp ủy viên phụ trách' }).click();
  await eventually(() => judge.page.locator('main').innerText()).toContain('Ý kiến người phụ trách');
  await suite.settle();
  expect(await judge.page.getByRole('button', { name: 'Hỏi ý kiến' }).count()).toBe(0);

  await other.page.reload();
  await other.page.getByRole('link', { name: office.nameOf(chair) }).click();
  await eventually(() => other.page.locator('main').innerText()).toContain('Thẩm định 25 hồ sơ');
  await field(other.page, 'note').fill('Điều hành sát, cần nắm chắc địa bàn hơn.');
  await other.page.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await eventually(() => other.page.locator('main').innerText()).toContain('Đã gửi:');
  await suite.settle();

  await judge.page.reload();
  const main = judge.page.locator('main');
  await eventually(() => main.innerText()).toContain('cần nắm chắc địa bàn hơn');
  expect(await main.innerText()).toContain(`${office.nameOf(inCharge)} (Ý kiến người phụ trách)`);
  expect([...judge.troubles, ...other.troubles]).toEqual([]);
  await Promise.all([judge.close(), other.close()]);
});
