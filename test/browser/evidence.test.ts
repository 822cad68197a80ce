// Evidence files through the web client: attached to a remedy and to an appeal, refused in words, fetched by whom it concerns.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { maxEvidenceBytes } from '../../functions/src/domain/evidence.ts';
import { documentPath, findingId, personMonthId } from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { contents, program } from '../fixtures/files.ts';
import { choose, fetched } from './evidenceFiles.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
/** Carries a finding of March that they were told of. */
const person = 'qldt-cv-03';
const finding = findingId(person, '2026-03', 'r1');
const appellant = 'qldt-cv-01';
const decider = 'qldt-truong';
const answerer = 'chu-tich-ubnd';
let office: Office;
let evaluator = '';

const admin = <T>(work: (opened: ReturnType<typeof openAdmin>) => Promise<T>): Promise<T> => {
  const opened = openAdmin(suite);
  return work(opened).finally(() => opened.close());
};

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
  evaluator = await admin(async ({ firestore }) =>
    String((await firestore.doc(documentPath(sampleOrg, 'findings', finding)).get()).get('evaluator')),
  );
});
afterAll(() => office.close());

const of = `findings/${finding}`;
const kept = 'Biên bản khắc phục.pdf';

describe('on a finding, in order', () => {
  it('the person is told at the field what is not taken, before anything is sent', async () => {
    const { page, troubles, close } = await office.enter(person);
    await visit(page, `#/thang/${month}`);
    await field(page, `files.${of}`).waitFor({ state: 'attached' });
    const told = () => page.locator(`[id="files.${of}-error"]`).innerText();
    await choose(page, of, { name: 'ghi-chu.txt', content: contents.pdf });
    await eventually(told).toContain('không đúng loại. Chọn tệp PDF, JPG, PNG, DOCX hoặc XLSX');
    await choose(page, of, { name: 'to.pdf', content: new Uint8Array(maxEvidenceBytes + 1) });
    await eventually(told).toContain('lớn hơn 10 MB');
    await choose(page, of, { name: 'rong.pdf', content: new Uint8Array() });
    await eventually(told).toContain('không có nội dung');
    const announced = await admin(({ firestore }) => firestore.collection(`orgs/${sampleOrg}/files`).get());
    expect(announced.size).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('a program called PDF is refused in words, a PDF is kept, and the remedy reported with it', async () => {
    const { page, troubles, close } = await office.enter(person);
    await visit(page, `#/thang/${month}`);
    const main = page.locator('main');
    await field(page, `files.${of}`).waitFor({ state: 'attached' });
    await choose(page, of, { name: 'hóa đơn.pdf', content: program });
    await eventually(() => main.innerText()).toContain(
      'Nội dung tệp không phải PDF như tên tệp (nhận ra: EXE)',
    );
    await page.getByRole('button', { name: 'Đóng' }).click();
    await choose(page, of, {
      name: `C:\\tài liệu\\Bie\u0302n ba\u0309n khắc phục\u202E.pdf`,
      content: contents.pdf,
    });
    await page.getByRole('button', { name: `Tải về ${kept}` }).waitFor();
    expect(await main.innerText()).toContain(`1 KB · ${office.nameOf(person)}`);
    expect(await main.innerText()).toContain('1 tệp không được nhận');
    await page.getByLabel('Đã khắc phục thế nào, minh chứng').fill('Đã rà soát và trả lời đủ.');
    await page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await eventually(() => main.innerText()).toContain('Đã rà soát và trả lời đủ.');
    expect((await fetched(page, kept)).content).toEqual(contents.pdf);
    expect(troubles).toEqual([]);
    await close();
  });

  it('what a lost connection interrupted is tried again from the page, with the file that was chosen', async () => {
    const { page, close } = await office.enter(person);
    await visit(page, `#/thang/${month}`);
    const main = page.locator('main');
    await field(page, `files.${of}`).waitFor({ state: 'attached' });
    const storage = `http://127.0.0.1:${suite.ports.storage}/**`;
    await page.route(storage, (route) => route.abort('internetdisconnected'));
    await choose(page, of, { name: 'ảnh.png', content: contents.png });
    await expect
      .poll(() => main.innerText(), { timeout: 60_000 })
      .toContain('Mất kết nối, chưa đính kèm được');
    await page.unroute(storage);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('button', { name: 'Tải về ảnh.png' }).waitFor();
    await close();
  });

  it('the evaluator has both beside the sheet and downloads them', async () => {
    await suite.clock.runUntil('2026-04-27T09:00');
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/${month}`);
    expect(await fetched(page, kept)).toEqual({ name: kept, content: contents.pdf });
    expect((await fetched(page, 'ảnh.png')).content).toEqual(contents.png);
    await choose(page, of, { name: 'Đối chiếu.xlsx', content: contents.xlsx });
    await page.getByRole('button', { name: 'Tải về Đối chiếu.xlsx' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('another evaluator reads them from then on, beside the one who evaluates the person today', async () => {
    const other = 'qldt-cv-05';
    const readers = () =>
      admin(async ({ firestore }) => {
        const found = await firestore
          .collection(`orgs/${sampleOrg}/files`)
          .where('state', '==', 'kept')
          .get();
        return found.docs.map((doc) => (doc.get('readers') as string[]).join());
      });
    const before = await readers();
    expect(before).toHaveLength(3);
    // The person, both authorities, the inspection committee and who aggregates the block.
    const without = [person, decider, 'ubkt-chu-nhiem', 'ubkt-pho', 'nv-truong'];
    const among = (...more: string[]) => [...without, ...more].sort().join();
    expect(new Set(before)).toEqual(new Set([among(evaluator)]));
    await admin(({ firestore }) =>
      firestore.doc(documentPath(sampleOrg, 'findings', finding)).update({ evaluator: other, author: other }),
    );
    await suite.settle();
    expect(new Set(await readers())).toEqual(new Set([among(evaluator, other)]));
  });
});

/** Decided as the pages would: they have tests of their own. */
async function decide(): Promise<void> {
  await admin(async ({ firestore }) => {
    const assessment = firestore.doc(documentPath(sampleOrg, 'assessments', personMonthId(appellant, month)));
    const rev = Number((await assessment.get()).get('rev'));
    const points = { eScore1: 25, eScore21: 15, eScore22: 25, dScore1: 25, dScore21: 15, dScore22: 25 };
    await assessment.update({
      ...{ ...points, eRating: 'C', eLevel: 'fair', dRating: 'C', dLevel: 'fair' },
      ...{ dReason: 'Không nộp phiếu đúng hạn.', state: 'decided', rev: rev + 1, actor: decider },
      actedAt: new Date(),
    });
  });
  await suite.settle();
}

describe('on an appeal, in order', () => {
  const appeal = `appeals/${personMonthId(appellant, month)}_v1`;
  const proof = 'Sổ văn thư.docx';

  beforeAll(async () => {
    await decide();
    await suite.clock.runUntil('2026-05-05T10:00');
  }, 240_000);

  it('the person files it and attaches a file', async () => {
    const { page, troubles, close } = await office.enter(appellant);
    await visit(page, `#/thang/${month}`);
    await page.getByRole('button', { name: 'Viết kiến nghị' }).click();
    await page.getByLabel('Xếp loại tháng').check();
    await field(page, 'words').fill('Phiếu đã nộp trên giấy ngày 24/4, văn thư có ký nhận.');
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    await field(page, `files.${appeal}`).waitFor({ state: 'attached' });
    await choose(page, appeal, { name: proof, content: contents.docx });
    await page.getByRole('button', { name: `Tải về ${proof}` }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    ['who answers', answerer],
    ['who decided', decider],
  ])('%s reads it and downloads the file, and attaches none', async (_, reader) => {
    const { page, troubles, close } = await office.enter(reader);
    await visit(page, `#/kien-nghi/${personMonthId(appellant, month)}_v1`);
    expect(await fetched(page, proof)).toEqual({ name: proof, content: contents.docx });
    expect(await field(page, `files.${appeal}`).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });
});
