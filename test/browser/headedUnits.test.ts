// Whoever heads two units goes from one to the other, and files for each.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openSample } from '../../local/demo/opening.ts';
import { sampleOrganisation } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const head = 'tckh-truong';
const [own, beside] = ['Phòng Tài chính - Kế hoạch', 'Phòng Tài nguyên và Môi trường'];
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  const sample = sampleOrganisation();
  const [post] = sample.organisation.people.find(({ id }) => id === head)?.posts ?? [];
  if (!post) throw new Error(`the sample has no ${head}`);
  const acting = { unit: 'phong-tnmt', title: 'Phụ trách phòng', primary: false, acting: true };
  const people = sample.organisation.people.map((one) =>
    one.id === head ? { ...one, posts: [...one.posts, { ...post, ...acting }] } : one,
  );
  const organisation = { ...sample.organisation, people };
  office = new Office(suite.hostingUrl, await openSample(suite, { ...sample, organisation }));
});
afterAll(() => office.close());

it('a head of two units sees the people of each and files the plan of one without the other', async () => {
  const { page, troubles, close } = await office.enter(head);
  await visit(page, '#/don-vi/2026-04');
  const main = page.locator('main');
  const units = page.getByRole('navigation', { name: 'Các đơn vị của tôi' });
  await eventually(() => units.getByRole('link').allInnerTexts()).toEqual([own, beside]);
  await eventually(() => main.innerText()).toContain(office.nameOf('tckh-cv-01'));
  expect(await main.innerText()).not.toContain(office.nameOf('tnmt-truong'));

  await units.getByRole('link', { name: beside }).click();
  await eventually(() => main.innerText()).toContain(office.nameOf('tnmt-truong'));
  expect(await units.locator('[aria-current]').innerText()).toBe(beside);
  await field(page, 'report').fill('Giải quyết 42/45 hồ sơ đất đai; 03 hồ sơ chờ ý kiến liên ngành.');
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).last().click();
  await field(page, 'nextTasks.t1').fill('Trả kết quả 03 hồ sơ còn lại');
  await page.getByRole('button', { name: 'Nộp kế hoạch và báo cáo' }).click();
  await eventually(() => page.locator('[aria-labelledby="unit-sheet"]').innerText()).toContain('Đã nộp');

  // The address says which unit it is: the same page after a reload.
  await page.reload();
  await eventually(() => units.locator('[aria-current]').innerText()).toBe(beside);
  await units.getByRole('link', { name: own }).click();
  await eventually(() => page.locator('[aria-labelledby="unit-sheet"]').innerText()).toContain('Chưa nộp');
  expect(troubles).toEqual([]);
  await close();
});

it('a unit headed beside, in which nobody’s month lies, asks for its plan and promises no results', async () => {
  const { page, close } = await office.enter('dai-mo-bi-thu');
  await visit(page, '#/don-vi/2026-04/dai-mo-ub');
  const main = page.locator('main');
  const promised = 'Kết quả tháng 4/2026 của đơn vị sẽ hiện ở đây';
  await eventually(() => main.innerText()).toContain('Kế hoạch và báo cáo của đơn vị');
  expect(await main.innerText()).not.toContain(promised);
  await visit(page, '#/don-vi/2026-04/dai-mo-du');
  await eventually(() => main.innerText()).toContain(promised);
  await close();
});

it('whoever heads one unit, or none, is offered no way to another', async () => {
  for (const person of ['qldt-truong', 'qldt-cv-01']) {
    const { page, close } = await office.enter(person);
    await visit(page, '#/don-vi/2026-04');
    await eventually(() => page.locator('main').innerText()).toContain('sẽ hiện ở đây');
    expect(await page.getByRole('navigation', { name: 'Các đơn vị của tôi' }).count()).toBe(0);
    await close();
  }
});

it('a head answers what is laid before them, kind by kind, and takes 1.07 and 2.08 over with one press', async () => {
  const { page, troubles, close } = await office.enter('qldt-truong');
  await visit(page, '#/thang/2026-04');
  const kind = page.getByRole('region', { name: 'Biểu hiện của cán bộ thuộc quyền chậm khắc phục' });
  await eventually(() => kind.innerText()).toContain(office.nameOf('qldt-cv-03'));
  // Told on 10 March: since 11 April it is open for more than a month.
  expect(await kind.innerText()).toContain('Đã quá một tháng chưa khắc phục xong');
  const press = kind.getByRole('button', { name: 'Ghi biểu hiện 1.07, 2.08 vào Phiếu số 01' });
  await kind.getByRole('textbox').fill('Đã đôn đốc hằng tuần, giao thêm người rà soát.');
  await press.click();
  await eventually(() => field(page, 'rowResult.r1').inputValue()).toContain(office.nameOf('qldt-cv-03'));
  await page.getByLabel('Có biểu hiện nhưng không thường xuyên').check();
  await eventually(() => page.locator('main').innerText()).toContain('Đã ghi 1.07, 2.08 vào Phiếu số 01.');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await eventually(() => page.locator('main').innerText()).toContain('Đã lưu');
  await page.reload();
  await eventually(() => kind.getByRole('textbox').inputValue()).toContain('Đã đôn đốc hằng tuần');
  expect(troubles).toEqual([]);
  await close();
});
