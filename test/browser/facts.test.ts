// Facts beside the sheet through the web client: trouble between two units up to a finding, a limitation worked off and closed, a hard task.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSample } from '../../local/sample/load.ts';
import { connectSuite } from '../../local/suiteClient.ts';
import { eventually, field, Office, visit } from './pages.ts';

const suite = connectSuite(inject('suite'));
const head = 'qldt-truong';
const otherHead = 'tnmt-truong';
const authority = 'chu-tich-ubnd';
const person = 'qldt-cv-01';
const trouble = 'Ba lần gửi văn bản lấy ý kiến, quá hạn 10 ngày chưa có trả lời.';
let office: Office;

beforeAll(async () => {
  await suite.resetData();
  office = new Office(suite.hostingUrl, await loadSample(suite));
});
afterAll(() => office.close());

describe('trouble in co-ordination, in order', () => {
  it('is recorded by the head of a unit, who is told what is missing', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, '#/viec-ton');
    await page.getByRole('button', { name: 'Nêu vướng mắc của Phòng Quản lý đô thị' }).click();
    await page.getByRole('button', { name: 'Gửi cấp có thẩm quyền' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(4);
    await field(page, 'trouble.other').selectOption({ label: 'Phòng Tài nguyên và Môi trường' });
    await field(page, 'trouble.task').fill('Thẩm định hồ sơ cấp phép xây dựng');
    await field(page, 'trouble.text').fill(trouble);
    await field(page, 'trouble.since').fill('20/3/2026');
    await field(page, 'trouble.since').blur();
    await page.getByRole('button', { name: 'Gửi cấp có thẩm quyền' }).click();
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(`cấp có thẩm quyền: ${office.nameOf(authority)}`);
    expect(await main.innerText()).toContain('Chờ bên kia trả lời');
    // Neither side changes what was said, the side itself neither.
    expect(await page.getByRole('button', { name: 'Kết luận và khép lại' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is answered by the head of the other unit, once', async () => {
    const { page, troubles, close } = await office.enter(otherHead);
    await visit(page, '#/viec-ton');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(trouble);
    expect(await main.innerText()).toContain('1 việc chờ ý kiến của tôi');
    await page
      .getByLabel('Trả lời của Phòng Tài nguyên và Môi trường')
      .fill('Đã trả lời bằng văn bản ngày 09/4.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await eventually(() => main.innerText()).toContain('Đã trả lời, chờ cấp có thẩm quyền');
    expect(await page.getByRole('button', { name: 'Gửi trả lời' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is read by the authority above both, who makes a finding of it, of which the person is told', async () => {
    const { page, troubles, close } = await office.enter(authority);
    await visit(page, '#/viec-ton');
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Đã trả lời bằng văn bản ngày 09/4.');
    expect(await main.innerText()).toContain(trouble);
    await page.getByRole('button', { name: 'Ghi nhận thành biểu hiện' }).click();
    const form = page.locator('.narrow', {
      has: page.getByRole('heading', { name: 'Ghi nhận thành biểu hiện' }),
    });
    await form.getByLabel(office.nameOf(otherHead)).check();
    await form.getByRole('button', { name: 'Chọn biểu hiện' }).click();
    await form.locator('dialog label', { hasText: '2.06' }).click();
    await form.getByRole('button', { name: 'Xong' }).click();
    await form.getByLabel(/không thường xuyên/).check();
    await form.getByLabel('Hạn khắc phục').fill('30/4/2026');
    await form.getByLabel('Căn cứ kết luận').fill('Văn bản ngày 09/4 trả lời chậm 10 ngày, không nêu lý do.');
    await form.getByRole('button', { name: 'Ghi nhận biểu hiện' }).click();
    await eventually(() => main.innerText()).toContain('Đã ghi nhận biểu hiện');
    expect(troubles).toEqual([]);
    await close();
    await suite.settle();
    const told = await office.enter(otherHead);
    const mine = told.page.locator('main');
    await eventually(() => mine.innerText()).toContain('Biểu hiện đã thông báo');
    expect(await mine.innerText()).toContain('Thẩm định hồ sơ cấp phép xây dựng');
    await told.close();
  });
});

describe('a limitation of the yearly review, in order', () => {
  const named = 'Chưa chủ động tham mưu, để việc cấp phép kéo dài.';

  it('is named by who judges the person', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, '#/viec-ton');
    await page.getByRole('button', { name: 'Ghi tồn tại, hạn chế sau kiểm điểm' }).click();
    await field(page, 'limitation.subject').selectOption(`person ${person}`);
    await field(page, 'limitation.text').fill(named);
    await field(page, 'limitation.source').fill('112-TB/QU');
    await page.getByLabel('Gợi ý kiểm điểm sâu').check();
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => page.locator('main').innerText()).toContain('Đã ghi.');
    expect(troubles).toEqual([]);
    await close();
    await suite.settle();
  });

  it('is worked off by the person, and what is reported stands in section III', async () => {
    const { page, troubles, close } = await office.enter(person);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain(named);
    await eventually(() => main.innerText()).toContain('Gợi ý kiểm điểm sâu');
    await page.getByLabel('Việc khắc phục', { exact: true }).fill('Báo cáo tiến độ hồ sơ thứ Sáu hằng tuần');
    await page.getByLabel('Hạn hoàn thành').fill('30/6/2026');
    await page.getByLabel('Hạn hoàn thành').blur();
    await page.getByLabel('Kết quả khắc phục tháng 4/2026').fill('Đã lập sổ theo dõi 42 hồ sơ.');
    await page.getByRole('button', { name: 'Lưu kế hoạch và kết quả' }).click();
    await eventually(() => main.innerText()).toContain('Kết quả tháng 4/2026');
    const third = page.locator('section.form-section', { hasText: 'III.' });
    await eventually(() => third.getByLabel('Kết quả khắc phục đến nay').inputValue()).toBe(
      'Đã lập sổ theo dõi 42 hồ sơ.',
    );
    expect(await third.innerText()).toContain('Hạn chế qua kiểm điểm năm 2025');
    expect(troubles).toEqual([]);
    await close();
  });

  it('is seen beside the sheet and closed there by the authority, with a word', async () => {
    await suite.clock.runUntil('2026-04-25T09:00');
    const { page, troubles, close } = await office.enter(head);
    await visit(page, `#/phieu/${person}/2026-04`);
    const main = page.locator('main');
    await eventually(() => main.innerText()).toContain('Đã lập sổ theo dõi 42 hồ sơ.');
    expect(await main.innerText()).toContain('Báo cáo tiến độ hồ sơ thứ Sáu hằng tuần');
    await page.getByRole('button', { name: 'Kết thúc theo dõi' }).click();
    await page.getByRole('button', { name: 'Kết thúc theo dõi' }).click();
    await eventually(() => main.innerText()).toContain('Nêu kết luận về việc khắc phục');
    await page.getByLabel('Kết luận của cấp có thẩm quyền').fill('Hồ sơ đã đúng hạn hai tháng liền.');
    await page.getByRole('button', { name: 'Kết thúc theo dõi' }).click();
    await eventually(() => main.innerText()).toContain('Đã kết thúc');
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('a hard, long-standing task', () => {
  it('is taken on by the head, shown with credit at the unit, and confirmed from above', async () => {
    const { page, troubles, close } = await office.enter(head);
    await visit(page, '#/viec-ton');
    const main = page.locator('main');
    await page.getByRole('button', { name: 'Ghi việc chậm trễ của Phòng Quản lý đô thị' }).click();
    await field(page, 'backlog.text').fill('Cấp phép cho 60 hộ tái định cư vướng ranh giới từ năm 2019.');
    await field(page, 'backlog.since').fill('15/6/2019');
    await field(page, 'backlog.putOff').fill('3');
    await field(page, 'backlog.plan').fill('Đo đạc lại ranh giới, giải quyết 20 hộ mỗi tháng.');
    await field(page, 'backlog.due').fill('31/7/2026');
    await page.getByLabel(/Đăng ký đảm nhận, chỉ đạo/).check();
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await eventually(() => main.innerText()).toContain('Đã đăng ký đảm nhận việc khó');
    await eventually(() => main.innerText()).toContain('đã lùi hạn 3 lần');
    await suite.settle();
    // A unit is counted anew some seconds after a change.
    await suite.clock.advance('PT1M');
    await visit(page, '#/don-vi/2026-04');
    const counted = page.locator('section', { has: page.locator('#unit-facts') });
    await eventually(() => counted.innerText()).toMatch(/Việc khó đã đăng ký đảm nhận\s+1/);
    expect(await counted.innerText()).toMatch(/Việc tồn đọng thuộc thẩm quyền\s+0/);
    await eventually(() => counted.locator('tbody tr').count()).toBe(1);
    await visit(page, '#/viec-ton');
    await page.getByRole('button', { name: 'Đã giải quyết xong' }).click();
    await page.getByLabel('Kết quả giải quyết').fill('Đã cấp phép đủ 60 hộ.');
    await page.getByRole('button', { name: 'Báo cáo đã xong' }).click();
    await eventually(() => main.innerText()).toContain('Báo cáo đã xong, chờ xác nhận');
    expect(troubles).toEqual([]);
    await close();
    const above = await office.enter(authority);
    await visit(above.page, '#/viec-ton');
    await above.page.getByRole('button', { name: 'Xác nhận đã xong' }).click();
    await eventually(() => above.page.locator('main').innerText()).toContain(
      'Không có việc nào chờ ý kiến của tôi',
    );
    await above.close();
  });
});
