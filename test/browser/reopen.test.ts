// A result that is locked already is reopened by its decider, with a reason that the person reads, and decided as version 2.
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
const reason = 'Tính sót hai nhiệm vụ đã nghiệm thu trong tháng.';
let office: Office;

/** Decided as the pages would: they have tests of their own. */
async function decide(): Promise<void> {
  const admin = openAdmin(suite);
  const path = documentPath(sampleOrg, 'assessments', personMonthId(person, month));
  const assessment = admin.firestore.doc(path);
  const known = await assessment.get();
  const rev = Number(known.get('rev'));
  // What March left suspected, and that nothing was filed.
  const suspected = known.get('suspected') as string[];
  const verdicts = Object.fromEntries(suspected.map((id) => [id, 'dismissed']));
  const points = { eScore1: 25, eScore21: 15, eScore22: 25, dScore1: 25, dScore21: 15, dScore22: 25 };
  await assessment.update({
    ...{ ...points, eRating: 'C', eLevel: 'good', dRating: 'C', dLevel: 'good' },
    verdicts,
    ...{ dReason: 'Không nộp phiếu đúng hạn.', state: 'decided', rev: rev + 1, actor: decider },
    actedAt: new Date(),
  });
  await suite.settle();
  await admin.close();
}

describe('a locked result, in order', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
    await suite.clock.runUntil('2026-04-27T09:00');
    await decide();
    await suite.clock.runUntil('2026-05-13T09:00');
  });
  afterAll(() => office.close());

  it('is reopened by its decider, who says why', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/phieu/${person}/${month}`);
    const main = page.locator('main');
    await page.getByText('Mở lại kết quả đã công khai').first().click();
    await eventually(() => main.innerText()).toContain('vẫn đọc được đến khi quyết định lại');
    await field(page, 'reopen').fill(reason);
    await page.getByRole('button', { name: 'Mở lại kết quả đã công khai' }).click();
    await eventually(() => main.innerText()).toContain('Đã mở lại; phiếu đang chờ quyết định.');
    expect(troubles).toEqual([]);
    await close();
  });

  it('stands for the person as it was, with who reopened it and why', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(person);
    await visit(page, `#/thang/${month}`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(`${office.nameOf(decider)} đã mở lại kết quả này`);
    expect(await main.innerText()).toContain(reason);
    expect(await main.innerText()).toContain('Đến khi có kết quả lần 2');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is decided anew, and the person reads version 2', async () => {
    const { page, close } = await office.enter(decider);
    await visit(page, `#/phieu/${person}/${month}`);
    await field(page, 'dScore22').fill('35');
    await page.getByLabel('Hoàn thành tốt nhiệm vụ').check();
    await field(page, 'dReason').fill('Chấm lại nhóm II.2 theo biên bản nghiệm thu.');
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã quyết định');
    await close();
    await suite.settle();
    await suite.clock.runUntil('2026-05-13T10:00');
    const mine = await office.enter(person);
    await visit(mine.page, `#/thang/${month}`);
    await mine.page.getByRole('heading', { name: 'Kết quả tháng, lần 2' }).waitFor();
    const text = await mine.page.locator('main').innerText();
    expect(text).not.toContain('đã mở lại kết quả này');
    await mine.close();
  });
});
