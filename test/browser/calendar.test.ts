// The personnel office moves a deadline and writes a day of the calendar: refused at the field, then done, and whoever owes it is told.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
const person = 'qldt-cv-01';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

describe('deadlines and calendar', () => {
  it('refuse a day off at its field, then move, with the reason in the table', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/lich/2026-04');
    const main = page.locator('main');
    await page.getByRole('button', { name: 'Dời thời hạn của tháng này' }).click();
    await field(page, 'deadline.staff').fill('27/4/2026');
    await field(page, 'deadlines-reason').fill('Bão số 3, công văn 12/UBND');
    await page.getByRole('button', { name: 'Dời thời hạn', exact: true }).click();
    await eventually(() => main.innerText()).toContain('rơi vào ngày nghỉ');
    expect(await field(page, 'deadline.staff').getAttribute('aria-invalid')).toBe('true');
    await field(page, 'deadline.staff').fill('28/4/2026');
    await page.getByRole('button', { name: 'Dời thời hạn', exact: true }).click();
    await eventually(() => main.innerText()).toContain('Từ 24/04/2026: Bão số 3, công văn 12/UBND');
    expect(troubles).toEqual([]);
    await close();
  });

  it('tell who owes the filing, whose sheet is due on the new day', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(person);
    await visit(page, '#/hop-tin');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Hạn nộp phiếu tháng 4/2026 dời sang 28/04/2026');
    await visit(page, '#/thang/2026-04');
    await eventually(() => main.innerText()).toContain('Thứ Ba 28/04/2026');
    expect(troubles).toEqual([]);
    await close();
  });

  it('take a day of the organisation’s own, and give it back', async () => {
    const { page, troubles, close } = await office.enter(clerk);
    await visit(page, '#/lich/2026-04');
    const main = page.locator('main');
    await page.getByRole('button', { name: 'Thêm ngày nghỉ, ngày làm bù' }).click();
    await field(page, 'line.day').fill('20/4/2026');
    await field(page, 'line-reason').fill('Công văn 15/UBND');
    await page.getByRole('button', { name: 'Ghi vào lịch' }).click();
    await eventually(() => main.innerText()).toContain('Ngày đã qua không sửa được');
    await field(page, 'line.day').fill('24/6/2026');
    await field(page, 'line.name').fill('Nghỉ bão');
    await page.getByRole('button', { name: 'Ghi vào lịch' }).click();
    await eventually(() => main.innerText()).toContain('riêng của tổ chức: Công văn 15/UBND');
    const own = main.locator('li').filter({ hasText: 'Nghỉ bão' });
    await own.getByRole('button', { name: 'Sửa' }).click();
    await page.getByLabel('Bỏ dòng riêng của tổ chức, trở lại lịch chung').check();
    await field(page, 'line-reason').fill('Bão đổi hướng');
    await page.getByRole('button', { name: 'Bỏ dòng riêng, theo lịch chung' }).click();
    await eventually(() => own.count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('are no page for somebody else', async () => {
    const { page, close } = await office.enter(person);
    await visit(page, '#/lich');
    await eventually(() => page.locator('main').innerText()).toContain('dành cho người phụ trách nhân sự');
    await close();
  });
});
