// Writes a whole sheet with the keyboard and the mouse, as somebody at a desk does on the 22nd.
import type { Page } from 'playwright-core';
import { field } from './pages.ts';

/** Two tasks, one of them late. */
export async function writeTasks(page: Page): Promise<void> {
  for (const [i, [task, due, state]] of (
    [
      ['Thẩm định 25 hồ sơ cấp phép xây dựng', '24', 'Hoàn thành'],
      ['Rà soát công trình vi phạm trật tự xây dựng tại 10 phường', '20/4', 'Hoàn thành chậm'],
    ] as const
  ).entries()) {
    const id = `t${i + 1}`;
    await page.getByRole('button', { name: 'Thêm nhiệm vụ theo kế hoạch' }).click();
    await field(page, `tasks.${id}`).fill(task);
    await field(page, `taskDue.${id}`).fill(due);
    await field(page, `taskState.${id}`).getByText(state, { exact: true }).click();
    await field(page, `taskResult.${id}`).fill('Đã trả 25/25 kết quả, không có hồ sơ quá hạn.');
  }
  await field(page, 'taskWhy.t2').fill('Chậm 02 ngày do chờ số liệu của phường Mễ Trì.');
}

export async function writeReport(page: Page): Promise<void> {
  await field(page, 'conduct').fill('Chấp hành nghiêm kỷ luật lao động; tiếp dân đúng giờ, thái độ hòa nhã.');
  await field(page, 'strengths').fill('Chủ động phối hợp với các phường, trả hồ sơ đúng hạn.');
  await field(page, 'weaknesses').fill('Báo cáo rà soát trật tự xây dựng gửi chậm 02 ngày.');
  await field(page, 'causes').fill('Chưa đôn đốc sớm các phường gửi số liệu.');
  await field(page, 'score1').fill('28,5');
  await field(page, 'score21').fill('18');
  await field(page, 'score22').fill('42');
}

/** One shortcoming with a manifestation, its degree, remedy and date. */
export async function writeRow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm tồn tại ở mục II.2' }).click();
  await field(page, 'rowResult.r1').fill('Báo cáo rà soát trật tự xây dựng gửi chậm.');
  await field(page, 'rowDelay.r1').fill('02 ngày');
  await field(page, 'rowCause.r1').fill('Chưa đôn đốc sớm các phường.');
  await page.getByLabel('Có biểu hiện nhưng không thường xuyên').check();
  await page.getByRole('button', { name: 'Chọn biểu hiện' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tìm theo mã').fill('cham bao cao');
  await dialog.getByText('2.06', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await field(page, 'rowRemedy.r1').fill('Lập lịch đôn đốc các phường trước hạn 05 ngày.');
  await field(page, 'rowDue.r1').fill('15/5/2026');
  await field(page, 'rowRemedyState.r1').getByText('Đang khắc phục').click();
}

export async function writeNextPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm nhiệm vụ tháng 5/2026' }).click();
  await field(page, 'nextTasks.t1').fill('Thẩm định hồ sơ cấp phép xây dựng tháng 5.');
  await field(page, 'nextRemedies').fill('Đôn đốc các phường gửi số liệu trước ngày 10.');
}

/** Waits for what comes next; says what the page says where the sheet was not taken. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nộp phiếu' }).click();
  const next = page.getByRole('heading', { name: 'Bước tiếp theo' });
  await next.waitFor().catch(async (cause: unknown) => {
    throw new Error(`not submitted: ${await page.locator('body').innerText()}`, { cause });
  });
}
