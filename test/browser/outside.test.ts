// Who is decided outside the organisation: the aggregator enters what the document says, and is told whether it counts.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { assessmentRef } from '../../functions/src/schema/refs.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const person = 'bi-thu';
const aggregator = 'btc-truong';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
  await suite.clock.runUntil('2026-04-29T09:00');
});
afterAll(() => office.close());

describe('a result decided outside', () => {
  it('wants rating, level, document and day, each told at its field', async () => {
    const { page, close } = await office.enter(aggregator);
    await visit(page, '#/tham-quyen/2026-04');
    await page.locator('#find').fill(office.nameOf(person));
    await page
      .getByRole('button', { name: `Ghi kết quả của cấp trên đối với ${office.nameOf(person)}` })
      .click();
    await page.getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
    await page.locator('[id="outside.document-error"]').waitFor();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(4);
    await close();
  });

  it('becomes the decision of the month, and the page says so', async () => {
    const { page, troubles, close } = await office.enter(aggregator);
    await visit(page, '#/tham-quyen/2026-04');
    await page.locator('#find').fill(office.nameOf(person));
    await page
      .getByRole('button', { name: `Ghi kết quả của cấp trên đối với ${office.nameOf(person)}` })
      .click();
    await page.getByLabel('Hoàn thành tốt nhiệm vụ').check();
    await field(page, 'outside.level').locator('input[value=good]').check();
    await field(page, 'outside.document').fill('Thông báo số 12-TB/TU');
    await field(page, 'outside.day').fill('28/4');
    await page.getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
    await eventually(() => page.locator('main').innerText()).toContain(
      'theo Thông báo số 12-TB/TU ngày 28/04/2026',
    );
    const admin = openAdmin(suite);
    const found = await admin.firestore.doc(assessmentRef(sampleOrg, person, '2026-04').path).get();
    await admin.close();
    expect(found.data()).toMatchObject({ state: 'decided', dRating: 'B', dLevel: 'good' });
    expect(troubles).toEqual([]);
    await close();
  });
});
