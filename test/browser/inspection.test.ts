// A sign seen from outside the line: the inspection committee or the Front records it at a person, as a suspicion that the person doesn't read.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Assessment } from '../../functions/src/schema/assessment.ts';
import { collectionPath, documentPath, findingId, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { aNewFinding } from '../fixtures/documents.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const inspector = 'ubkt-chu-nhiem';
const person = 'qldt-cv-02';
const fact = 'Qua kiểm tra ngày 15/4: 03 hồ sơ cấp phép để quá hạn không có văn bản xin lỗi công dân.';
let office: Office;

async function recorded(author = inspector): Promise<Record<string, unknown>[]> {
  const admin = openAdmin(suite);
  const found = await admin.firestore
    .collection(collectionPath(sampleOrg, 'findings'))
    .where('author', '==', author)
    .get();
  await admin.close();
  return found.docs.map((one) => one.data());
}

afterAll(() => office.close());

describe('the inspection committee', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
  });

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

  it('is not read by the person, nor told to them', async () => {
    await suite.settle();
    const own = await office.enter(person);
    await visit(own.page, '#/hop-tin');
    const main = own.page.locator('main');
    await eventually(() => main.innerText()).toMatch(/\d tin chưa đọc/);
    expect(await main.innerText()).toContain('Nộp phiếu tháng 4/2026');
    await visit(own.page, '#/thang/2026-04');
    await own.page.getByRole('button', { name: 'Nộp phiếu' }).waitFor();
    expect(await main.innerText()).not.toContain(fact);
    expect(own.troubles).toEqual([]);
    await own.close();
  });

  it('stays one of two where the person names another at themselves, on a day of their own', async () => {
    const { page, troubles, close } = await office.enter(person);
    await visit(page, '#/thang/2026-04');
    const own = 'Ngày 20/4 trả hồ sơ số 12 chậm 2 ngày so với giấy hẹn.';
    await page.getByRole('button', { name: 'Ghi một biểu hiện của tôi' }).click();
    await field(page, 'new.fact').fill(own);
    await page
      .locator('[aria-labelledby="own-finding"]')
      .getByRole('button', { name: 'Chọn biểu hiện' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.05', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="new.degree"] input[value="rare"]').check();
    await field(page, 'new.due').fill('15/5/2026');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('chậm nhất khi đánh giá');
    expect(troubles).toEqual([]);
    await close();
    expect(await recorded(person)).toMatchObject([
      { subject: person, source: 'self', state: 'suspected', codes: '2.05', fact: own },
    ]);
  });
});

describe('the Front', () => {
  const [chair, watched, head, unit] = ['mttq-chu-tich', 'tckh-cv-02', 'tckh-truong', 'phong-tckh'] as const;
  const seen = 'Qua giám sát ngày 16/4: chưa trả lời kiến nghị của cử tri tổ dân phố số 5.';
  const refusedAt = (page: Page) => {
    const refused: string[] = [];
    page.on('response', (one) => void (one.status() === 403 && refused.push(one.url())));
    return refused;
  };

  it('records what supervision saw at a person of another unit, and follows it on a page of its own', async () => {
    const { page, troubles, close } = await office.enter(chair);
    const refused = refusedAt(page);
    await page.getByRole('link', { name: 'Giám sát' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Đã ghi trong tháng 4/2026: 0');
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await field(page, 'unitFinding.unit').selectOption('mttq');
    await eventually(() => main.innerText()).toContain('Đơn vị do mình đứng đầu');
    await field(page, 'unitFinding.unit').selectOption(unit);
    await field(page, 'unitFinding.person').selectOption(watched);
    await eventually(() => main.innerText()).toContain(`Ghi dấu hiệu của ${office.nameOf(watched)}`);
    await field(page, 'new.fact').fill(seen);
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.05', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="new.degree"] input[value="rare"]').check();
    await field(page, 'new.due').fill('15/5/2026');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await eventually(() => main.innerText()).toContain('Đã ghi trong tháng 4/2026: 1');
    const told = await main.innerText();
    expect(told).toContain(`${office.nameOf(watched)}, Phòng Tài chính - Kế hoạch`);
    expect(told).toContain(seen);
    expect(told).toContain('Có dấu hiệu, chờ kết luận');
    expect(await recorded(chair)).toMatchObject([
      { subject: watched, source: 'supervision', state: 'suspected', notified: false, fact: seen },
    ]);
    expect(refused).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('records one of a unit as a whole', async () => {
    const { page, troubles, close } = await office.enter(chair);
    const refused = refusedAt(page);
    await visit(page, '#/giam-sat/2026-04');
    const main = page.locator('main');
    await page.getByRole('button', { name: 'Ghi dấu hiệu của đơn vị, cá nhân' }).click();
    await field(page, 'unitFinding.unit').selectOption(unit);
    await field(page, 'newUnit.fact').fill('Chưa công khai dự toán quý I.');
    await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2.06', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Xong' }).click();
    await page.locator('[id="newUnit.degree"] input[value="rare"]').check();
    await field(page, 'newUnit.due').fill('15/5/2026');
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => main.innerText()).toContain('Đã ghi trong tháng 4/2026: 2');
    expect(await main.innerText()).toContain('Chưa công khai dự toán quý I.');
    expect(refused).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('reads no sheet of the person, whose evaluator reads the sign as suspected', async () => {
    await filedBefore(watched, '2026-04');
    const outside = await office.enter(chair);
    const refused = refusedAt(outside.page);
    await visit(outside.page, `#/phieu/${watched}/2026-04`);
    await eventually(() => Promise.resolve(refused.length)).toBeGreaterThan(0);
    await eventually(() => outside.page.locator('main').innerText()).toContain(
      'không thuộc thẩm quyền đánh giá của tài khoản đang dùng',
    );
    expect(await outside.page.locator('main').innerText()).not.toContain(seen);
    await outside.close();

    const { page, troubles, close } = await office.enter(head);
    await visit(page, `#/phieu/${watched}/2026-04`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(seen);
    expect(await main.innerText()).toContain('Giám sát của HĐND, Mặt trận Tổ quốc');
    expect(await page.getByRole('link', { name: 'Giám sát' }).count()).toBe(0);
    await visit(page, '#/giam-sat');
    await eventually(() => main.innerText()).toContain('Trang này dành cho người được giao quyền giám sát');
    expect(troubles).toEqual([]);
    await close();
  });
});

/** As the page would: it has tests of its own. */
async function filedBefore(subject: string, month: string): Promise<void> {
  const admin = openAdmin(suite);
  const sheet = admin.firestore.doc(documentPath(sampleOrg, 'sheets', personMonthId(subject, month)));
  const rev = Number((await sheet.get()).get('rev'));
  await sheet.update({
    ...{ tasks: { t1: `Việc của ${subject}` }, taskKind: { t1: 'planned' }, taskState: { t1: 'done' } },
    ...{ taskResult: { t1: 'Xong đúng hạn.' }, nothing: true, nextTasks: { t1: 'Việc tháng sau' } },
    ...{ score1: 26, score21: 17, score22: 42, state: 'submitted', rev: rev + 1, savedAt: new Date() },
  });
  await suite.settle();
  await admin.close();
}

/** Filed, evaluated, and a sign recorded at them after that, as the pages would. */
async function evaluatedBefore(subject: string, month: string): Promise<void> {
  await filedBefore(subject, month);
  const admin = openAdmin(suite);
  const at = (name: 'assessments' | 'findings', id: string) =>
    admin.firestore.doc(documentPath(sampleOrg, name, id));
  const id = personMonthId(subject, month);
  const known = (await at('assessments', id).get()).data() as unknown as Assessment;
  const { evaluator, decider, unit, block, suspected } = known;
  const verdicts = Object.fromEntries(suspected.map((one) => [one, 'dismissed']));
  await at('assessments', id).update({
    ...{ eScore1: 26, eScore21: 17, eScore22: 42, eRating: 'B', eLevel: 'good', verdicts, held: false },
    ...{ state: 'evaluated', rev: known.rev + 1, actor: evaluator, actedAt: new Date() },
  });
  await suite.settle();
  const of = { subject, month, unit, block, evaluator, decider };
  const seen = { key: 'k9', source: 'inspection', author: inspector, actor: inspector, fact } as const;
  await at('findings', findingId(subject, month, 'k9')).create({
    ...aNewFinding({ ...of, ...seen }),
    savedAt: new Date(),
  });
  await suite.settle();
  await admin.close();
}

async function stateOf(subject: string, month: string): Promise<unknown> {
  const admin = openAdmin(suite);
  const path = documentPath(sampleOrg, 'assessments', personMonthId(subject, month));
  const found = await admin.firestore.doc(path).get();
  await admin.close();
  return found.get('state');
}

describe('a sign that is recorded after the evaluation', () => {
  const month = '2026-04';
  const [deputy, officer] = ['qldt-pho-3', 'qldt-cv-02'] as const;
  const decider = 'qldt-truong';

  it('is settled by who evaluates and decides after one press, and decided', async () => {
    await evaluatedBefore(deputy, month);
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/phieu/${deputy}/${month}`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Chưa quyết định được vì phần đánh giá còn thiếu');
    expect(await page.getByRole('alert').innerText()).toContain(fact);
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click({ force: true });
    expect(await stateOf(deputy, month)).toBe('evaluated');
    await page.getByRole('button', { name: 'Rút lại đánh giá để kết luận' }).click();
    const verdict = page.locator(`fieldset[id="verdicts.${findingId(deputy, month, 'k9')}"]`);
    await verdict.getByLabel('Không phải biểu hiện vi phạm').check();
    await page.getByRole('button', { name: 'Đánh giá và quyết định' }).click();
    await eventually(() => main.innerText()).toContain('Đã quyết định');
    expect(await stateOf(deputy, month)).toBe('decided');
    expect(troubles).toEqual([]);
    await close();
  });

  it('of one whom another evaluates is looked at apart from the many, and sent back', async () => {
    await evaluatedBefore(officer, month);
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/quyet-dinh/${month}`);
    const apart = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Cần xem và quyết định riêng' }) });
    await eventually(() => apart.innerText()).toContain('dấu hiệu chưa được kết luận');
    await visit(page, `#/phieu/${officer}/${month}`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('ở dưới để kết luận');
    expect(await page.getByRole('button', { name: 'Rút lại đánh giá để kết luận' }).count()).toBe(0);
    await page.locator('summary', { hasText: 'Chuyển lại' }).click();
    await field(page, 'note').fill('Kết luận dấu hiệu của Ủy ban Kiểm tra.');
    await page.getByRole('button', { name: 'Chuyển lại', exact: true }).click();
    await eventually(() => main.innerText()).toContain('Đã chuyển lại');
    expect(await stateOf(officer, month)).toBe('waiting');
    expect(troubles).toEqual([]);
    await close();
  });
});
