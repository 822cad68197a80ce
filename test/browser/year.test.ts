// The year's pages: twelve months of a person with what one more would do, the unit's table, and the decider's act at the year's end.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { defaultYearSettings } from '../../functions/src/domain/settings.ts';
import { momentOf } from '../../functions/src/domain/moment.ts';
import { bands } from '../../functions/src/domain/templates.ts';
import { whatOneMoreWouldDo } from '../../functions/src/domain/yearAhead.ts';
import { proposeYear } from '../../functions/src/domain/year.ts';
import { hasResult, type YearCell } from '../../functions/src/domain/yearCounts.ts';
import { publicationOf } from '../../functions/src/handlers/yearPublications.ts';
import { documentPath, personMonthId, personYearId, unitYearId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { aDecidedAssessment, anOpenedSheet, aResult } from '../fixtures/documents.ts';
import { aPersonYear, aUnitYear, aYearAssessment } from '../fixtures/years.ts';
import { eventually, field, Office, phone, savedState, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const person = 'qldt-cv-01';
const head = 'qldt-truong';
const unit = 'phong-qldt';
let office: Office;

/** Two months Kém by October, a third in November; December as `last` says. */
const cellsOf = (year: string, until: number): YearCell[] =>
  Array.from({ length: until }, (_, n) => ({
    month: `${year}-${String(n + 1).padStart(2, '0')}`,
    state: 'published' as const,
    ...([2, 6, 10].includes(n)
      ? { rating: 'C' as const, level: 'poor' as const, score: 55 }
      : { rating: 'B' as const, level: 'good' as const, score: 80 }),
    unrated: false,
  }));

function yearOf(year: string, until: number) {
  const cells = cellsOf(year, until);
  const facts = { settings: defaultYearSettings, bands, category: 'civil-servant' as const };
  const missing = Array.from({ length: 12 - until }, (_, n) => ({
    month: `${year}-${String(until + n + 1).padStart(2, '0')}`,
    ...{ state: 'missing' as const, rating: null, level: null, score: null, unrated: false },
  }));
  const all = [...cells, ...missing];
  return { cells: all, outcome: proposeYear({ ...facts, cells: all }) };
}

const whose = {
  ...{ person, personName: '', post: 'Chuyên viên', category: 'civil-servant' as const },
  ...{ unit, unitName: 'Phòng Quản lý đô thị', block: 'government' as const },
};

async function seed(): Promise<void> {
  const admin = openAdmin(suite);
  const named = { ...whose, personName: office.nameOf(person) };
  const put = (name: Parameters<typeof documentPath>[1], id: string, document: object) =>
    admin.firestore.doc(documentPath(sampleOrg, name, id)).set(document);
  const running = yearOf('2026', 10);
  const over = yearOf('2025', 12);
  const stored = ({ cells, outcome }: typeof running) => ({
    cells: Object.fromEntries(
      cells.map(({ month, ...cell }) => [month, { ...cell, version: 1, unit, unitName: named.unitName }]),
    ),
    ...outcome,
  });
  const readers = { readers: [person, head], evaluator: head, decider: head, head, units: [unit] };
  await put(
    'personYears',
    personYearId(person, '2026'),
    aPersonYear({ ...named, ...readers, ...stored(running), year: '2026', versions: {}, decided: null }),
  );
  await put(
    'personYears',
    personYearId(person, '2025'),
    aPersonYear({ ...named, ...readers, ...stored(over), year: '2025', versions: {}, decided: null }),
  );
  const row = aUnitYear().rows['lan'];
  if (!row) throw new Error('the fixture has lost its row');
  const { proposal, counts } = running.outcome;
  await put(
    'unitYears',
    unitYearId(unit, '2026'),
    aUnitYear({
      ...{ unit, unitName: named.unitName, readers: [head] },
      rows: {
        [person]: {
          ...row,
          ...{
            name: named.personName,
            counts,
            rating: proposal.rating,
            mean: proposal.mean,
            cap: proposal.cap,
          },
          ...{ isDecided: false, decided: null, provisional: true },
          owed: running.cells.filter(({ state }) => state === 'missing').map(({ month }) => month),
          ahead: whatOneMoreWouldDo(counts, defaultYearSettings).map(({ level, becomes }) => ({
            level,
            becomes,
          })),
          cells: Object.fromEntries(
            running.cells
              .filter(hasResult)
              .map(({ month, rating, level, score, unrated }) => [
                month,
                { rating, level, score, unrated, elsewhere: null },
              ]),
          ),
        },
      },
      totals: { ...aUnitYear().totals, decided: 0, capped: 1, provisional: 1 },
    }),
  );
  await put(
    'yearAssessments',
    personYearId(person, '2025'),
    aYearAssessment({
      ...named,
      ...{ evaluator: head, evaluatorName: '', decider: head, deciderName: office.nameOf(head), head },
      ...{ year: '2025', versions: {}, ...over.outcome },
    }),
  );
  // Of 2024 December alone: published as C, and corrected to B in version 2 after the year was published.
  const december = { ...named, month: '2024-12', evaluator: head, decider: head, head };
  const id = personMonthId(person, december.month);
  await put('sheets', id, anOpenedSheet({ ...december, stage: 'published', savedAt: null }));
  await put('assessments', id, aDecidedAssessment({ ...december, frozen: true, version: 2, actedAt: null }));
  await put('results', id, aResult({ ...december, version: 2, rating: 'B', level: 'good', score: 80 }));
  const [decidedAt, publishedAt] = [momentOf(Date.UTC(2024, 11, 9)), momentOf(Date.UTC(2024, 11, 10))];
  const published = aYearAssessment({
    ...{ ...named, decider: head, deciderName: office.nameOf(head), year: '2024' },
    ...{ state: 'published', dRating: 'C', dReason: 'Theo kết quả tháng 12', decidedBy: office.nameOf(head) },
    ...{ decidedAt, publishedAt, version: 1, outdated: true },
  });
  const publications = [publicationOf(published, publishedAt)];
  await put('yearAssessments', personYearId(person, '2024'), { ...published, publications });
  await admin.close();
}

describe("a year's pages", () => {
  beforeAll(async () => {
    await suite.resetData();
    office = new Office(suite.hostingUrl, await loadSample(suite, { runUntil: null }));
    await seed();
    await suite.settle();
  });
  afterAll(() => office.close());

  it('show a person twelve months, the cap, and what one more month Kém would do', async () => {
    const { page, troubles, close } = await office.enter(person, { viewport: phone });
    await visit(page, '#/nam/2026');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Không vượt quá mức Hoàn thành nhiệm vụ (S3 II.7)');
    const text = await main.innerText();
    expect(text).toContain('Thêm một tháng Kém (thành 3 tháng Kém');
    expect(text).toContain('tạm tính');
    expect(text).toContain('Chưa đến');
    // Quarter I has a month Kém, quarter II another one; quarter IV and what it is part of are tạm tính.
    const period = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    const first = await period('Quý I ').innerText();
    expect(first).toContain('71,7');
    expect(first).toContain('Tốt 2, Kém 1');
    expect(first).not.toContain('Tạm tính');
    expect(await period('Quý IV').innerText()).toContain('Tạm tính');
    expect(await period('6 tháng đầu năm').innerText()).toContain('Tốt 5, Kém 1');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(troubles).toEqual([]);
    await close();
  });

  it('show the head the unit in one table, and nobody else', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, `#/nam-don-vi/2026/${unit}`);
    const rows = page.getByRole('row', { name: office.nameOf(person) });
    const row = rows.first();
    await eventually(() => row.innerText()).toContain('C Kém');
    expect(await row.innerText()).toContain('giới hạn theo số tháng Kém');
    expect(await row.innerText()).toContain('Cảnh báo sớm: Thêm một tháng Kém (thành 3 tháng Kém');
    const periods = await rows.nth(1).innerText();
    expect(periods).toContain('71,7');
    expect(periods).toContain('Thấp nhất: Kém');
    expect(periods).toContain('tạm tính');
    expect(troubles).toEqual([]);
    await close();
    const other = await office.enter(person);
    await visit(other.page, `#/nam-don-vi/2026/${unit}`);
    await eventually(() => other.page.locator('main').innerText()).toContain(
      'hiện ở đây, cho người đứng đầu',
    );
    await other.close();
  });

  it('let the decider confirm one reading of exactly three months Kém with a reason, and take it back', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, '#/nam-cho-toi/2025');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Đúng 3 tháng Kém: xem nghĩa áp dụng');
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await eventually(() => main.innerText()).toContain('đề xuất theo nghĩa chặt hơn');
    await page.getByLabel('Hoàn thành nhiệm vụ', { exact: true }).check();
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(1);
    await field(page, 'dReason').fill('Ban Thường vụ thống nhất áp dụng nghĩa "02 đến 3".');
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã quyết định' }).waitFor();
    expect(await main.innerText()).toContain('nghĩa "02 đến 3"');
    await page.getByText('Xem lại quyết định').click();
    await field(page, 'take-back').fill('Cần xin ý kiến Ban Tổ chức trước.');
    await page.getByRole('button', { name: 'Rút quyết định để xem lại' }).click();
    await page.getByRole('button', { name: 'Quyết định', exact: true }).waitFor();
    await savedState(page, 'saved').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('let the decider take up a published year again with a reason, and decide it as version 2', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, '#/nam-cho-toi/2024');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Hoàn thành, có tháng được sửa sau đó');
    await page.getByRole('link', { name: office.nameOf(person) }).click();
    await page.getByText('Mở lại kết quả đã công khai').first().click();
    await field(page, 'take-back').fill('Tháng 12 đã được sửa theo kiến nghị.');
    await page.getByRole('button', { name: 'Mở lại kết quả đã công khai' }).click();
    await eventually(() => main.innerText()).toContain('Đã mở lại kết quả lần 1');
    // What is proposed now comes from December as it stands.
    await page.getByRole('button', { name: 'Quyết định', exact: true }).waitFor();
    expect(await main.innerText()).toContain('Hoàn thành tốt nhiệm vụ');
    const mine = await office.enter(person);
    await visit(mine.page, '#/nam/2024');
    const own = mine.page.locator('main');
    await eventually(() => own.innerText()).toContain(`${office.nameOf(head)} đã mở lại kết quả này`);
    expect(await own.innerText()).toContain('Tháng 12 đã được sửa theo kiến nghị.');
    expect(await own.innerText()).toContain('Đến khi có kết quả lần 2');

    await page.getByLabel('Hoàn thành tốt nhiệm vụ', { exact: true }).check();
    // Why it was taken up again is no reason of what is decided now.
    expect(await field(page, 'dReason').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã quyết định, lần 2' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
    await suite.settle();
    await mine.page.reload();
    await eventually(() => own.innerText()).toContain('Kết quả năm, lần 2');
    await mine.page.getByText('Các lần đã công khai trước').click();
    expect(await own.innerText()).toContain('Lần 1: Hoàn thành nhiệm vụ');
    expect(mine.troubles).toEqual([]);
    await mine.close();
  });
});
