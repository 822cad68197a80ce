// An appeal through the web client: written by the person, answered by who decides on the decider, and read as version 2.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { documentPath, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
const person = 'qldt-cv-01';
const decider = 'qldt-truong';
const answerer = 'chu-tich-ubnd';
let office: Office;

/** Decided as the pages would: they have tests of their own. */
async function decide(): Promise<void> {
  const admin = openAdmin(suite);
  const path = documentPath(sampleOrg, 'assessments', personMonthId(person, month));
  const assessment = admin.firestore.doc(path);
  const rev = Number((await assessment.get()).get('rev'));
  const points = { eScore1: 25, eScore21: 15, eScore22: 25, dScore1: 25, dScore21: 15, dScore22: 25 };
  await assessment.update({
    ...{ ...points, eRating: 'C', eLevel: 'fair', dRating: 'C', dLevel: 'fair' },
    ...{ dReason: 'Không nộp phiếu đúng hạn.', state: 'decided', rev: rev + 1, actor: decider },
    actedAt: new Date(),
  });
  await suite.settle();
  await admin.close();
}

// firestore.rules don't let a client reach appeals before they say so; from then on nothing here is left out.
const rules = readFileSync(new URL('../../firestore.rules', import.meta.url), 'utf8');
describe.runIf(rules.includes('match /appeals'))('an appeal, in order', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
    await suite.clock.runUntil('2026-04-27T09:00');
    await decide();
    await suite.clock.runUntil('2026-05-05T10:00');
  });
  afterAll(() => office.close());

  it('is written by the person, who is told how long, what is missing, and who has it', async () => {
    const { page, troubles, close } = await office.enter(person);
    await visit(page, `#/thang/${month}`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('gửi kiến nghị đến hết Thứ Ba 12/05/2026');
    expect(await main.innerText()).toContain('còn 5 ngày làm việc');
    await page.getByRole('button', { name: 'Viết kiến nghị' }).click();
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
    await page.getByLabel('Xếp loại tháng').check();
    await field(page, 'words').fill('Phiếu đã nộp trên giấy ngày 24/4, văn thư có ký nhận.');
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    await eventually(() => main.innerText()).toContain(`Chờ ${office.nameOf(answerer)} trả lời`);
    expect(await main.innerText()).toContain('Hạn trả lời: Thứ Năm 14/05/2026');
    await page.getByRole('button', { name: 'Bổ sung nội dung' }).click();
    await field(page, 'words').fill('Phiếu đã nộp trên giấy ngày 24/4, văn thư có ký nhận số 115.');
    await page.getByRole('button', { name: 'Gửi bản bổ sung' }).click();
    await eventually(() => main.innerText()).toContain('ký nhận số 115');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is read by who decided, who may note something and not answer', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, '#/kien-nghi');
    await page.getByRole('heading', { name: 'Về quyết định của tôi, do người khác trả lời' }).waitFor();
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await field(page, 'deciderNote').fill('Phòng chưa nhận được bản giấy; đề nghị đối chiếu sổ văn thư.');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('người đã quyết định\nPhòng chưa nhận được bản giấy');
    expect(await page.getByRole('heading', { name: 'Trả lời', exact: true }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('waits for the one above from the queue, and is answered with result, words and sheet at hand', async () => {
    const { page, troubles, close } = await office.enter(answerer);
    await visit(page, '#/cho-toi');
    await page.getByRole('link', { name: 'Kiến nghị', exact: true }).click();
    await page.getByRole('heading', { name: 'Chờ tôi trả lời' }).waitFor();
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('ký nhận số 115');
    await eventually(() => main.innerText()).toContain('Vì sao có kết quả này?');
    expect(await main.innerText()).toContain('Phòng chưa nhận được bản giấy');
    await page.getByLabel('Chấp nhận kiến nghị, sửa kết quả').check();
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
    await page.getByLabel('Hoàn thành tốt nhiệm vụ').check();
    await field(page, 'dScore22').fill('35');
    await field(page, 'answer').fill('Sổ văn thư xác nhận phiếu nộp ngày 24/4; tính là nộp trong hạn.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await eventually(() => main.innerText()).toContain('Đã chấp nhận, sửa kết quả');
    await suite.settle();
    await page.reload();
    await eventually(() => main.innerText()).toContain('Lần 1 và lần 2: có gì thay đổi');
    expect(troubles).toEqual([]);
    await close();
  });

  it('ends with version 2 for the person: what changed, why, and a window of its own', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(person);
    await visit(page, `#/thang/${month}`);
    await page.getByRole('heading', { name: 'Kết quả tháng, lần 2' }).waitFor();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Lần 1 và lần 2: có gì thay đổi');
    const text = await main.innerText();
    expect(text).toContain('Sổ văn thư xác nhận phiếu nộp ngày 24/4; tính là nộp trong hạn.');
    expect(text).toContain('gửi kiến nghị đến hết Thứ Ba 12/05/2026');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải Phiếu số 01 (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe(`phieu-01-${person}-${month}.pdf`);
    expect(troubles).toEqual([]);
    await close();
  });
});
