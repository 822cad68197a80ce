// A delegation through the web client: given, in the delegate's list, used "thay mặt", revoked and refused at once.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit, type Desk } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const person = 'qldt-cv-01';
const waiting = 'qldt-cv-02';
const giver = 'qldt-pho-1';
const delegate = 'qldt-pho-2';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
  for (const who of [person, waiting]) await file(who);
  await suite.settle();
});
afterAll(() => office.close());

async function file(who: string): Promise<void> {
  const { page, close } = await office.enter(who);
  await writeTasks(page);
  await writeReport(page);
  await page.getByLabel('Không có tồn tại, hạn chế phải đưa vào phiếu').check();
  await writeNextPlan(page);
  await submit(page);
  await close();
}

/** What this device keeps, whatever the page shows. */
const keptOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('nam-ro-drafts');
        opening.onerror = () => reject(new Error('no drafts'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );

const textOf = (page: Page) => eventually(() => page.locator('main').innerText());

async function give(page: Page): Promise<void> {
  await visit(page, '#/uy-quyen');
  await page.getByRole('heading', { name: 'Uỷ quyền mới' }).waitFor();
  await page.getByRole('button', { name: 'Nhập mã người' }).click();
  await field(page, 'delegate').fill(delegate);
  await page.getByLabel('Đánh giá, nhận diện').check();
  await field(page, 'toDay').fill('24/4/2026');
  await field(page, 'reason').fill('Đi công tác tại Hải Phòng');
  await page.getByRole('button', { name: 'Uỷ quyền', exact: true }).click();
}

describe('a delegation', () => {
  let atDelegate: Desk;
  afterAll(() => atDelegate.close());

  it('wants a person, a last day and a reason, each at its field', async () => {
    const { page, troubles, close } = await office.enter(giver);
    await visit(page, '#/uy-quyen');
    await page.getByRole('button', { name: 'Uỷ quyền', exact: true }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.getByRole('link').count()).toBe(3);
    await summary.getByRole('link', { name: /Nêu lý do/ }).click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('reason');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is given, and holds from today', async () => {
    const { page, troubles, close } = await office.enter(giver);
    await give(page);
    await textOf(page).toContain(`Đã uỷ quyền cho ${office.nameOf(delegate)}`);
    await textOf(page).toContain('Đang có hiệu lực, hết ngày 24/04/2026');
    expect(troubles).toEqual([]);
    await close();
  });

  it('puts the giver’s people into the delegate’s list, and the act carries both names', async () => {
    atDelegate = await office.enter(delegate);
    const { page } = atDelegate;
    await visit(page, '#/cho-toi/2026-04');
    await page.getByRole('rowheader', { name: `Thay mặt ${office.nameOf(giver)}` }).waitFor();
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await textOf(page).toContain(`Thay mặt ${office.nameOf(giver)} theo uỷ quyền`);
    await page.getByLabel('Hoàn thành tốt nhiệm vụ').check();
    await field(page, 'eLevel').locator('input[value=good]').check();
    await page.getByRole('button', { name: 'Hoàn thành đánh giá' }).click();
    if (await page.getByRole('alert').count()) {
      // The score of II.2 may leave what the share of tasks proposes; the page then wants its sentence.
      await field(page, 'eReason').fill('Chấm theo kết quả thực tế của các nhiệm vụ.');
      await page.getByRole('button', { name: 'Hoàn thành đánh giá' }).click();
    }
    await textOf(page).toContain('Đã đánh giá và chuyển');
    await suite.settle();
    await page.reload();
    await textOf(page).toContain(`Đánh giá: ${office.nameOf(delegate)} thay mặt ${office.nameOf(giver)}`);
  });

  it('is shown to who decides: who evaluated, and in whose place', async () => {
    const { page, troubles, close } = await office.enter('qldt-truong');
    await visit(page, `#/phieu/${person}/2026-04`);
    await textOf(page).toContain(`Đánh giá: ${office.nameOf(delegate)} thay mặt ${office.nameOf(giver)}`);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is revoked, and the open pages of the delegate are refused at once, the draft kept', async () => {
    // In a second window, in the middle of another evaluation.
    const writing = await atDelegate.page.context().newPage();
    await writing.goto(suite.hostingUrl);
    await visit(writing, `#/phieu/${waiting}/2026-04`);
    await textOf(writing).toContain(`Thay mặt ${office.nameOf(giver)} theo uỷ quyền`);
    await writing.getByLabel('Hoàn thành tốt nhiệm vụ').check();
    await field(writing, 'eLevel').locator('input[value=good]').check();
    const reason = field(writing, 'eReason');
    if (await reason.count()) await reason.fill('Chấm theo kết quả thực tế của các nhiệm vụ.');
    await field(writing, 'eComment').fill('Viết dở khi uỷ quyền bị thu hồi.');
    await eventually(() => keptOn(writing)).toContain('Viết dở khi uỷ quyền bị thu hồi.');

    const { page, troubles, close } = await office.enter(giver);
    await visit(page, '#/uy-quyen');
    await page.getByRole('button', { name: /Thu hồi ngay/ }).click();
    await textOf(page).toContain('không thay mặt được nữa');
    await eventually(() => page.locator('table').innerText()).toContain('Đã thu hồi');
    expect(troubles).toEqual([]);
    await close();

    await writing.getByRole('button', { name: 'Hoàn thành đánh giá' }).click();
    await textOf(writing).toContain('Uỷ quyền đã hết hiệu lực');
    expect(await field(writing, 'eComment').inputValue()).toBe('Viết dở khi uỷ quyền bị thu hồi.');
    expect(await keptOn(writing)).toContain('Viết dở khi uỷ quyền bị thu hồi.');
    await writing.close();

    const theirs = atDelegate.page;
    await theirs.getByRole('button', { name: 'Rút lại đánh giá' }).click();
    await textOf(theirs).toContain('Uỷ quyền đã hết hiệu lực');
    await visit(theirs, '#/cho-toi/2026-04');
    await theirs.getByRole('heading', { level: 1, name: 'Chờ tôi' }).waitFor();
    await textOf(theirs).not.toContain('Thay mặt');
    await visit(theirs, `#/phieu/${person}/2026-04`);
    await textOf(theirs).toContain('Chưa có phiếu để đánh giá');
    expect(atDelegate.troubles).toEqual([]);
  });
});
