// Evidence on the remedy of a unit's finding, and on what a person reported at themselves and nobody has settled: attached, opened, kept from others.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { FileDocument } from '../../functions/src/schema/file.ts';
import {
  documentPath,
  evidencePath,
  findingId,
  uidOf,
  unitFindingId,
} from '../../functions/src/schema/paths.ts';
import { openAdmin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { contents } from '../fixtures/files.ts';
import { newUnitFinding } from '../fixtures/unitDocuments.ts';
import { choose, fetched } from './evidenceFiles.ts';
import { eventually, field, Office, visit } from './pages.ts';
import { submit, writeNextPlan, writeReport, writeRow, writeTasks } from './writeSheet.ts';

const suite = connectSuite(inject('suite'));
const month = '2026-04';
const unit = 'phong-qldt';
const head = 'qldt-truong';
const above = 'chu-tich-ubnd';
const person = 'qldt-cv-06';
const colleague = 'qldt-cv-04';
const inspector = 'ubkt-chu-nhiem';
let office: Office;

const admin = <T>(work: (opened: ReturnType<typeof openAdmin>) => Promise<T>): Promise<T> => {
  const opened = openAdmin(suite);
  return work(opened).finally(() => opened.close());
};

async function keptOn(of: string): Promise<FileDocument[]> {
  return admin(async ({ firestore }) => {
    const found = await firestore.collection(`orgs/${sampleOrg}/files`).where('of', '==', of).get();
    return found.docs.map((one) => one.data() as FileDocument).filter(({ state }) => state === 'kept');
  });
}

/** What rules answer to the person who knows the addresses of a file: [document, content]. */
async function answersTo(who: string, { author, key, type }: FileDocument): Promise<[number, number]> {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const sub = uidOf(sampleOrg, who);
  const claims = {
    ...{ sub, user_id: sub, org: sampleOrg, pid: who, iat: 0, exp: 4102444800, aud: suite.project },
    ...{ iss: `https://securetoken.google.com/${suite.project}`, firebase: { identities: {} } },
  };
  const headers = { authorization: `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.` };
  const document = documentPath(sampleOrg, 'files', `${author}_${key}`);
  const object = encodeURIComponent(evidencePath(sampleOrg, author, key, type));
  const addresses = [
    `http://127.0.0.1:${suite.ports.firestore}/v1/projects/${suite.project}/databases/(default)/documents/${document}`,
    `http://127.0.0.1:${suite.ports.storage}/v0/b/${suite.project}.appspot.com/o/${object}?alt=media`,
  ];
  const [ofDocument = 0, ofContent = 0] = await Promise.all(
    addresses.map(async (address) => (await fetch(address, { headers })).status),
  );
  return [ofDocument, ofContent];
}

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

describe('the remedy of a finding of a unit, in order', () => {
  const id = unitFindingId(unit, month, 'k1');
  const of = `unitFindings/${id}`;
  const kept = 'Kế hoạch kiểm tra.pdf';

  it('is proved with a PDF by the head who was told of it, and reported', async () => {
    const seen = newUnitFinding({ unit, month, author: above, actor: above, state: 'confirmed' });
    await admin(({ firestore }) =>
      firestore.doc(documentPath(sampleOrg, 'unitFindings', id)).create({ ...seen, savedAt: new Date() }),
    );
    await suite.settle();
    const { page, troubles, close } = await office.enter(head);
    await visit(page, `#/don-vi/${month}`);
    const main = page.locator('main');
    await field(page, `files.${of}`).waitFor({ state: 'attached' });
    await choose(page, of, { name: kept, content: contents.pdf });
    await page.getByRole('button', { name: `Tải về ${kept}` }).waitFor();
    expect(await main.innerText()).toContain('Tệp kèm theo (1/5)');
    await page.getByLabel('Đơn vị đã khắc phục thế nào, minh chứng').fill('Đã ban hành kế hoạch số 12');
    await page.getByRole('button', { name: 'Báo cáo đã khắc phục' }).click();
    await eventually(() => main.innerText()).toContain('Đã báo cáo');
    expect((await fetched(page, kept)).content).toEqual(contents.pdf);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is opened by the authority above, who attaches to it as well and accepts', async () => {
    await suite.settle();
    const { page, troubles, close } = await office.enter(above);
    await visit(page, `#/xep-loai-don-vi/${unit}/${month}`);
    expect(await fetched(page, kept)).toEqual({ name: kept, content: contents.pdf });
    await choose(page, of, { name: 'Đối chiếu.xlsx', content: contents.xlsx });
    await page.getByRole('button', { name: 'Tải về Đối chiếu.xlsx' }).waitFor();
    await page.getByRole('button', { name: 'Chấp nhận đã khắc phục' }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã khắc phục');
    await field(page, `files.${of}`).waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await close();
  });

  it('is nothing to a colleague, neither on the page nor past it', async () => {
    const files = await keptOn(of);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(file.readers).toEqual(expect.arrayContaining([head, above, inspector]));
      for (const reader of [head, above, inspector])
        expect(await answersTo(reader, file)).toEqual([200, 200]);
      expect(await answersTo(colleague, file)).toEqual([403, 403]);
    }
    const { page, close } = await office.enter(colleague);
    await visit(page, `#/don-vi/${month}`);
    await page.getByRole('heading', { level: 1, name: 'Đơn vị của tôi' }).waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).not.toContain('Tệp kèm theo');
    expect(shown).not.toContain('Chưa ban hành kế hoạch kiểm tra quý');
    await close();
  });
});

describe('what a person reported at themselves as remedied at once', () => {
  const of = `findings/${findingId(person, month, 'r1')}`;
  const kept = 'Báo cáo đã gửi.pdf';

  it('is proved from their page as soon as the sheet is filed, before anybody settled it', async () => {
    const { page, troubles, close } = await office.enter(person);
    await writeTasks(page);
    await writeReport(page);
    await writeRow(page);
    await field(page, 'rowRemedyState.r1').getByText('Đã khắc phục xong').click();
    await writeNextPlan(page);
    await submit(page);
    await page.getByRole('heading', { name: 'Tự nhận diện, chờ kết luận' }).waitFor();
    await field(page, `files.${of}`).waitFor({ state: 'attached' });
    await choose(page, of, { name: kept, content: contents.pdf });
    expect((await fetched(page, kept)).content).toEqual(contents.pdf);
    expect(troubles).toEqual([]);
    await close();
  });

  it('and read by who evaluates them, not by a colleague', async () => {
    const [file, ...more] = await keptOn(of);
    expect(more).toEqual([]);
    if (!file) throw new Error('nothing is kept');
    const { evaluator } = file;
    expect(await answersTo(person, file)).toEqual([200, 200]);
    expect(await answersTo(colleague, file)).toEqual([403, 403]);
    const { page, troubles, close } = await office.enter(evaluator);
    await visit(page, `#/phieu/${person}/${month}`);
    expect(await fetched(page, kept)).toEqual({ name: kept, content: contents.pdf });
    expect(troubles).toEqual([]);
    await close();
  });
});
