// A late evaluator through the pages: the queue names what is owed, who decides evaluates instead in one act, and the evaluator reads the sign against them.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { documentPath, findingId, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
const person = 'qldt-cv-01';
const decider = 'qldt-truong';
let evaluator = '';
let office: Office;

async function stored(name: 'assessments' | 'findings', id: string): Promise<Record<string, unknown>> {
  const admin = openAdmin(suite);
  const found = await admin.firestore.doc(documentPath(sampleOrg, name, id)).get();
  await admin.close();
  return found.data() ?? {};
}
const assessment = () => stored('assessments', personMonthId(person, month));

describe('a late evaluator', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
    await suite.clock.runUntil('2026-04-29T17:00');
    evaluator = String((await assessment())['evaluator']);
  });
  afterAll(() => office.close());

  it('leaves the decider nothing to do until the deadline has passed', async () => {
    expect(evaluator).not.toBe(decider);
    const { page, close } = await office.enter(decider);
    await visit(page, `#/phieu/${person}/${month}`);
    await page.getByRole('heading', { level: 1, name: office.nameOf(person) }).waitFor();
    expect(await page.getByRole('button', { name: 'Đánh giá và quyết định' }).count()).toBe(0);
    await close();
  });

  it('lets who decides evaluate and decide after it, in the open', async () => {
    await suite.clock.runUntil('2026-04-30T09:00');
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/cho-toi/${month}`);
    const row = page.getByRole('row', { name: office.nameOf(person) });
    await eventually(() => row.innerText()).toContain('Quá hạn đánh giá');
    await row.getByRole('link').click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(
      `Đã quá hạn đánh giá mà ${office.nameOf(evaluator)} chưa đánh giá`,
    );
    for (const [score, points] of Object.entries({ eScore1: '20', eScore21: '10', eScore22: '15' }))
      await field(page, score).fill(points);
    await page.getByLabel('Không hoàn thành nhiệm vụ').check();
    await field(page, 'eLevel').locator('input[value=fair]').check();
    await field(page, 'eReason').fill('Đã nộp bản giấy; hệ thống chưa nhận được phiếu.');
    // What March left suspected wants its verdict from whoever evaluates.
    for (const verdict of await page.locator('fieldset[id^="verdicts."]').all())
      await verdict.getByLabel('Không phải biểu hiện vi phạm').check();
    await page.getByRole('button', { name: 'Đánh giá và quyết định' }).click();
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    await eventually(() => main.innerText()).toContain('Đã quyết định');
    await suite.settle();
    expect(await assessment()).toMatchObject({
      ...{ state: 'decided', actor: decider, evaluatedBy: office.nameOf(decider) },
      decidedBy: office.nameOf(decider),
    });
    expect(troubles).toEqual([]);
    await close();
  });

  it('has 1.07 proposed against them, unconfirmed and so not yet told', async () => {
    expect(await stored('findings', findingId(evaluator, month, 'owed'))).toMatchObject({
      ...{ codes: '1.07', state: 'suspected', source: 'rule', notified: false },
      fact: expect.stringContaining(office.nameOf(person)) as string,
    });
  });
});
