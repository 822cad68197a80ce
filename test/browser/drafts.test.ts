// Nothing that was typed is lost: a closed tab, a lost connection, an expired sign-in, two tabs.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, savedState } from './pages.ts';

const suite = connectSuite(inject('suite'));
const [typist, traveller, twice] = ['qldt-cv-02', 'qldt-cv-04', 'qldt-cv-05'];
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

describe('drafts', () => {
  it('finds again what was typed before the tab was closed', async () => {
    const { page, close } = await office.enter(typist);
    await field(page, 'strengths').fill('Viết dở thì đóng cửa sổ');
    await savedState(page, 'local').waitFor();
    await page.waitForTimeout(600);
    const context = page.context();
    // Without leaving the page properly: no event by which a last save could be sent.
    await context.setOffline(true);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(suite.hostingUrl);
    await eventually(() => field(again, 'strengths').inputValue()).toBe('Viết dở thì đóng cửa sổ');
    expect(await again.locator('main').innerText()).toContain('Đã lấy lại phần viết trên máy này');
    await again.getByRole('button', { name: 'Lưu', exact: true }).click();
    await savedState(again, 'saved').waitFor();
    await close();
  });

  it('offline: says so, keeps the draft, sends it when the connection is back', async () => {
    const { page, troubles, close } = await office.enter(traveller);
    await page.context().setOffline(true);
    await field(page, 'strengths').fill('Viết khi mất mạng');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await savedState(page, 'offline').waitFor();
    expect(await page.locator('.save-state').innerText()).toContain('còn trên máy này và sẽ tự gửi lại');
    await page.context().setOffline(false);
    await savedState(page, 'saved').waitFor({ timeout: 30_000 });
    await page.reload();
    await eventually(() => field(page, 'strengths').inputValue()).toBe('Viết khi mất mạng');
    expect(troubles).toEqual([]);
    await close();
  });

  it('sign-out and sign-in: what was not sent is still there', async () => {
    const { page, close } = await office.enter(traveller);
    await page.context().route('**/documents:commit*', (route) => route.abort());
    await field(page, 'causes').fill('Chưa gửi đã đăng xuất');
    await page.waitForTimeout(600);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Mật khẩu').waitFor();
    await page.context().unroute('**/documents:commit*');
    await office.signIn(page, traveller);
    await eventually(() => field(page, 'causes').inputValue()).toBe('Chưa gửi đã đăng xuất');
    await close();
  });

  it.each([
    ['Giữ bản trên máy này', 'mine'],
    ['Lấy bản trên máy chủ', 'theirs'],
  ] as const)('two tabs conflict, and "%s" holds', async (answer, whose) => {
    const texts = { theirs: `Cửa sổ một: ${answer}`, mine: `Cửa sổ hai: ${answer}` };
    const kept = texts[whose];
    const { page: one, close } = await office.enter(twice);
    const two = await one.context().newPage();
    await two.goto(suite.hostingUrl);
    await field(two, 'strengths').waitFor();
    await field(one, 'strengths').fill(texts.theirs);
    await one.getByRole('button', { name: 'Lưu', exact: true }).click();
    await savedState(one, 'saved').waitFor();
    await field(two, 'strengths').fill(texts.mine);
    await two.getByRole('button', { name: 'Lưu', exact: true }).click();
    await two.getByRole('heading', { name: 'Có hai bản khác nhau' }).waitFor();
    const table = await two.getByRole('table').innerText();
    expect(table).toContain(texts.theirs);
    expect(table).toContain(texts.mine);
    await two.getByRole('button', { name: answer }).click();
    await eventually(() => field(two, 'strengths').inputValue()).toBe(kept);
    await two.reload();
    await eventually(() => field(two, 'strengths').inputValue()).toBe(kept);
    await close();
  });
});
