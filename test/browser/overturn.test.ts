// What the inspection committee recorded is concluded by the evaluator with a date of their own, and overturned by the decider with a reason.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectionPath } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const inspector = 'ubkt-chu-nhiem';
const person = 'qldt-cv-02';
const fact = 'Qua kiểm tra ngày 15/4: 03 hồ sơ cấp phép để quá hạn không có văn bản xin lỗi công dân.';
let office: Office;

async function recorded(): Promise<Record<string, unknown>[]> {
  const admin = openAdmin(suite);
  const found = await admin.firestore
    .collection(collectionPath(sampleOrg, 'findings'))
    .where('author', '==', inspector)
    .get();
  await admin.close();
  return found.docs.map((one) => one.data());
}

const findingOf = async () => `${person}_2026-04_${String((await recorded())[0]?.['key'])}`;
const judgeOf = async (as: 'evaluator' | 'decider') => String((await recorded())[0]?.[as]);

describe('a sign of the inspection committee', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
  });
  afterAll(() => office.close());

  it('records a sign at a person, each gap at its field, and finds it in its list', async () => {
    const { page, troubles, close } = await office.enter(inspector);
    await visit(page, '#/viec-ton');
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await field(page, 'unitFinding.unit').selectOption('phong-qldt');
    await field(page, 'unitFinding.person').selectOption(person);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(`Ghi dấu hiệu của ${office.nameOf(person)}`);
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await eventually(() => main.innerText()).toContain('Còn 4 chỗ cần bổ sung');
    await field(page, 'new.fact').fill(fact);
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.05', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="new.degree"] input[value="rare"]').check();
    await field(page, 'new.due').fill('15/5/2026');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await eventually(() => main.innerText()).toContain('Đã ghi. Người có thẩm quyền đánh giá sẽ xác nhận');
    expect(await recorded()).toMatchObject([
      { subject: person, source: 'inspection', state: 'suspected', notified: false, codes: '2.05', fact },
    ]);
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await page.getByText('Dấu hiệu tôi đã ghi đối với cá nhân trong tháng 4/2026: 1').click();
    await eventually(() => main.innerText()).toContain(fact);
    expect(troubles).toEqual([]);
    await close();
  });

  // What inspection recorded kept its own date, whatever it was, because it has no row in the sheet.
  it('is concluded by the evaluator with a date of their own, which isn’t over yet', async () => {
    await suite.clock.runUntil('2026-04-27T09:00');
    const { page, troubles, close } = await office.enter(await judgeOf('evaluator'));
    await visit(page, `#/phieu/${person}/2026-04`);
    const id = await findingOf();
    await field(page, `verdicts.${id}`).locator('input[value=open]').check();
    await field(page, `aDue.${id}`).fill('20/4/2026');
    const now = page.getByRole('button', { name: 'Kết luận ngay' });
    await now.click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Hạn khắc phục phải từ hôm nay trở đi.');
    expect(await field(page, `aDue.${id}`).getAttribute('aria-invalid')).toBe('true');
    expect(await recorded()).toMatchObject([{ state: 'suspected' }]);
    await field(page, `aDue.${id}`).fill('8/5/2026');
    await now.click();
    await eventually(recorded).toMatchObject([{ state: 'confirmed', due: '2026-05-08', notified: true }]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is overturned by the decider, with a reason', async () => {
    const { page, troubles, close } = await office.enter(await judgeOf('decider'));
    await visit(page, `#/phieu/${person}/2026-04`);
    await page.getByRole('button', { name: 'Bác bỏ kết luận này' }).click();
    const reason = field(page, `overturn.reason.${await findingOf()}`);
    await page.getByRole('button', { name: 'Bác bỏ kết luận này' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Nêu lý do thay đổi kết luận.');
    expect(await reason.getAttribute('aria-invalid')).toBe('true');
    await reason.fill('Ba hồ sơ này do đơn vị khác giữ.');
    await page.getByRole('button', { name: 'Bác bỏ kết luận này' }).click();
    await eventually(recorded).toMatchObject([
      { state: 'dismissed', settleReason: 'Ba hồ sơ này do đơn vị khác giữ.' },
    ]);
    await page.getByRole('button', { name: 'Xác nhận lại' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });
});
