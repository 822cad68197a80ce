// What people are told: the head of every page says that something waits, the inbox leads to where it is done, and it is said once.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { documentPath, findingId, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { aNewFinding } from '../fixtures/documents.ts';
import { eventually, field, Office, phone, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
const person = 'qldt-cv-01';
const id = findingId(person, month, 'x1');
const fact = 'Trả lời văn bản lấy ý kiến của Sở Xây dựng chậm 4 ngày';
let office: Office;
let evaluator = '';

/** As the evaluator's page would: it has a test of its own. */
async function confirm(): Promise<void> {
  const admin = openAdmin(suite);
  const at = (name: 'sheets' | 'findings', key: string) =>
    admin.firestore.doc(documentPath(sampleOrg, name, key));
  const found = await at('sheets', personMonthId(person, month)).get();
  const sheet = (found.data() ?? {}) as Record<string, unknown>;
  evaluator = String(sheet['evaluator']);
  const { unit, block, decider } = sheet;
  await at('findings', id).set({
    ...aNewFinding({ subject: person, key: 'x1', codes: '2.05', fact, source: 'evaluator' }),
    ...{ unit, block, evaluator, decider, author: evaluator, actor: evaluator, due: '2026-05-15' },
    ...{ state: 'confirmed', savedAt: new Date() },
  });
  await suite.settle();
  await admin.close();
}

describe('the inbox', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
    await confirm();
  });
  afterAll(() => office.close());

  it('tells the person of a finding, leads to it, and counts it no more', async () => {
    const { page, troubles, close } = await office.enter(person, { viewport: phone });
    const link = page.getByRole('link', { name: /Hộp tin/ });
    // The plan of the first month, the sheet that is due on the 24th, and the finding.
    await eventually(() => link.innerText()).toContain('3');
    await link.click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('3 tin chưa đọc');
    expect(await main.innerText()).toContain(
      'Nộp phiếu tháng 4/2026: Thứ Sáu 24/04/2026, còn 2 ngày làm việc',
    );
    expect(await main.innerText()).toContain(`2.05: ${fact} (hạn khắc phục 15/05/2026)`);
    await page.getByRole('link', { name: 'Một dấu hiệu được xác nhận là biểu hiện' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tháng của tôi' }).waitFor();
    await eventually(() => main.innerText()).toContain(fact);
    await eventually(() => link.innerText()).toContain('2');
    expect(troubles).toEqual([]);
    await close();
  });

  it('tells the evaluator that a remedy waits, and keeps what was read', async () => {
    const own = await office.enter(person);
    await field(own.page, `remedy.${id}`).fill('Đã trả lời Sở Xây dựng, công văn 112 ngày 14/4.');
    await own.page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await suite.settle();
    await own.close();

    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, '#/hop-tin');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(`${office.nameOf(person)} báo cáo đã khắc phục`);
    await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
    await eventually(() => main.innerText()).toContain('Không có tin chưa đọc');
    await page.getByRole('button', { name: 'Xem cả tin đã đọc' }).click();
    await eventually(() => main.innerText()).toContain(`${office.nameOf(person)} báo cáo đã khắc phục`);
    expect(troubles).toEqual([]);
    await close();
  });
});
