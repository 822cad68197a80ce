// Many decisions in one act: the exceptions first, then everybody else as evaluated, and what changed meanwhile is named.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { documentPath, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
const decider = 'qldt-truong';
const [first, second, off, withdrawn] = ['qldt-cv-01', 'qldt-cv-02', 'qldt-cv-03', 'qldt-cv-04'] as const;
let office: Office;
let admin: ReturnType<typeof openAdmin>;

const at = (name: 'sheets' | 'assessments', person: string) =>
  admin.firestore.doc(documentPath(sampleOrg, name, personMonthId(person, month)));
const read = async (person: string) => (await at('assessments', person).get()).data() ?? {};

/** Filed and evaluated as the pages would: they have tests of their own. */
async function file(person: string): Promise<void> {
  const rev = Number((await at('sheets', person).get()).get('rev'));
  await at('sheets', person).update({
    ...{ tasks: { t1: `Việc của ${person}` }, taskDue: { t1: '2026-04-20' }, taskKind: { t1: 'planned' } },
    ...{ taskState: { t1: 'done' }, taskResult: { t1: 'Xong đúng hạn.' }, nothing: true },
    ...{ nextTasks: { t1: 'Việc tháng sau' }, score1: 26, score21: 17, score22: 42 },
    ...{ state: 'submitted', rev: rev + 1, savedAt: new Date() },
  });
}
async function evaluate(person: string, over: Record<string, unknown> = {}): Promise<void> {
  const { rev, evaluator, suspected } = await read(person);
  const verdicts = Object.fromEntries((suspected as string[]).map((id) => [id, 'dismissed']));
  await at('assessments', person).update({
    ...{ eScore1: 26, eScore21: 17, eScore22: 42, eRating: 'B', eLevel: 'good', verdicts, ...over },
    ...{ state: 'evaluated', rev: Number(rev) + 1, actor: evaluator, actedFor: null, actedAt: new Date() },
  });
}

async function openMany(page: Page): Promise<void> {
  await visit(page, `#/cho-toi/${month}`);
  await page.getByRole('link', { name: 'Xem và quyết định 4 phiếu đã đánh giá' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quyết định cùng lúc' }).waitFor();
}
const section = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) });
const decide = (page: Page, count: number) => page.getByRole('button', { name: `Quyết định ${count} phiếu` });

describe('many decisions', () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite));
    admin = openAdmin(suite);
    for (const person of [first, second, off, withdrawn]) await file(person);
    await suite.settle();
    for (const person of [second, withdrawn]) await evaluate(person);
    await evaluate(first, { eScore1: 29, eScore21: 19, eScore22: 46, eRating: 'A' });
    await evaluate(off, { eScore22: 20, eReason: 'Điểm thấp vì chậm hai hồ sơ.' });
    await suite.settle();
    // The unit's month is rebuilt once for all of them, a moment later.
    await suite.clock.runUntil('2026-04-22T10:00');
  });
  afterAll(async () => {
    await admin.close();
    await office.close();
  });

  it('show the exceptions first, and are not done before these were seen', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await openMany(page);
    const apart = section(page, 'Cần xem và quyết định riêng');
    await eventually(() => apart.innerText()).toContain(office.nameOf(off));
    expect(await apart.innerText()).toContain('cần nêu lý do');
    const together = section(page, 'Quyết định như đánh giá');
    for (const person of [first, second, withdrawn])
      expect(await together.innerText()).toContain(office.nameOf(person));
    expect(await together.innerText()).not.toContain(office.nameOf(off));
    // One A beside three B: no unit of that size has a place for it, and nothing is blocked.
    await eventually(() => together.innerText()).toContain(
      '1 người Hoàn thành xuất sắc, 3 người Hoàn thành tốt',
    );
    await decide(page, 3).click({ force: true });
    expect((await read(first))['state']).toBe('evaluated');
    await eventually(() => together.innerText()).toContain('Đánh dấu đã xem');
    expect(troubles).toEqual([]);
    await close();
  });

  it('are done in one act, and name the one that changed meanwhile', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await openMany(page);
    const together = section(page, 'Quyết định như đánh giá');
    await page.getByLabel(`Quyết định ${office.nameOf(second)}`).uncheck();
    // The evaluator takes it back while the list is being read.
    const { rev } = await read(withdrawn);
    await at('assessments', withdrawn).update({
      state: 'waiting',
      rev: Number(rev) + 1,
      actedAt: new Date(),
    });
    await page.getByLabel('Đã xem 1 trường hợp cần xem riêng').check();
    await decide(page, 2).click();
    await eventually(() => together.innerText()).toContain(
      `${office.nameOf(withdrawn)}: phiếu vừa thay đổi, hoặc quyền quyết định vừa kết thúc`,
    );
    await suite.settle();
    expect(await read(first)).toMatchObject({
      ...{ state: 'decided', dRating: 'A', dLevel: 'good', dScore1: 29, dScore22: 46, actor: decider },
      ...{ dReason: '', decidedBy: office.nameOf(decider) },
    });
    for (const person of [second, off]) expect((await read(person))['state']).toBe('evaluated');
    expect((await read(withdrawn))['state']).toBe('waiting');

    await page.getByRole('button', { name: 'Đọc lại danh sách' }).click();
    await eventually(() => decide(page, 1).count()).toBe(1);
    expect(await together.innerText()).not.toContain(office.nameOf(first));
    expect(troubles).toEqual([]);
    await close();
  });

  it('are all done at the end, the exceptions apart', async () => {
    const { page, troubles, close } = await office.enter(decider);
    await visit(page, `#/quyet-dinh/${month}`);
    await page.getByLabel('Đã xem 1 trường hợp cần xem riêng').check();
    await decide(page, 1).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã quyết định 1 phiếu.');
    await eventually(() => page.locator('main').innerText()).toContain(
      'Không còn phiếu nào quyết định cùng lúc được.',
    );
    expect((await read(second))['state']).toBe('decided');
    expect(troubles).toEqual([]);
    await close();
  });
});
