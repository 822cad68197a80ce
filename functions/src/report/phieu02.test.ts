import { describe, expect, it, vi } from 'vitest';
import { columnTexts, oneLine, readPdf } from '../../../test/fixtures/pdfText.ts';
import { manyPeople, prose, typicalPhieu02 } from '../../../test/fixtures/reports.ts';
import { columnLefts } from '../../../test/fixtures/reportTable.ts';
import { unitForm } from '../domain/labels.ts';
import { renderPdf } from '../store/pdfRenderer.ts';
import { size } from './page.ts';
import { phieu02, type Phieu02Input } from './phieu02.ts';

vi.setConfig({ testTimeout: 60_000 });

const print = async (input: Phieu02Input) => readPdf(await renderPdf(phieu02(input)));
const heads = [...unitForm.columns, unitForm.levels, ...unitForm.levels.columns]
  .map(({ head }) => head)
  .join(' ');

describe('a unit', () => {
  it('prints head, title, month and signature', async () => {
    const { text } = await print(typicalPhieu02);
    expect(text).toContain(
      'ĐẢNG BỘ QUẬN NAM TỪ LIÊM PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG * ĐẢNG CỘNG SẢN VIỆT NAM',
    );
    expect(text).toContain(
      'Nam Từ Liêm, ngày 05 tháng 5 năm 2026 PHIẾU TỔNG HỢP ĐÁNH GIÁ, NHẬN DIỆN Tháng 4/2026',
    );
    expect(text).toContain(heads);
    expect(text).toMatch(/THỦ TRƯỞNG ĐƠN VỊ \(Ký, ghi rõ họ tên và đóng dấu\) Trần Quốc Đạt$/u);
    expect(text).not.toContain('dự kiến');
  });

  it('prints each cell in its column and the x under its level', async () => {
    const { rows } = typicalPhieu02;
    const columns = columnTexts(
      await print(typicalPhieu02),
      columnLefts(phieu02(typicalPhieu02)),
      size.table,
    );
    const inOrder = (key: 'name' | 'result' | 'shortcomings' | 'causes' | 'remedies' | 'identified') =>
      oneLine(rows.map((row) => row[key]).join(' '));
    const [number, ...rest] = columns;
    expect(number).toBe('TT 1 2 3 4');
    expect(rest.slice(0, 6)).toEqual([
      `Họ tên ${inOrder('name')}`,
      `Đánh giá kết quả thực hiện ${inOrder('result')}`,
      `Tồn tại ${inOrder('shortcomings')}`,
      `Nguyên nhân ${inOrder('causes')}`,
      `Kết quả khắc phục ${inOrder('remedies')}`,
      `Nhận diện biểu hiện ${inOrder('identified')}`,
    ]);
    expect(
      rest.slice(6).map((text) => text.replace(/Mức đánh giá, nhận|diện biểu hiện/gu, '').trim()),
    ).toEqual(['Tốt x', 'TB x', 'Kém x']);
  });

  it.each([
    ['good', [1, 0, 0]],
    ['fair', [0, 1, 0]],
    ['poor', [0, 0, 1]],
    [null, [0, 0, 0]],
  ] as const)('puts the x of %s where it belongs and nowhere else', async (level, expected) => {
    const input = {
      ...typicalPhieu02,
      rows: typicalPhieu02.rows.slice(0, 1).map((row) => ({ ...row, level })),
    };
    const columns = columnTexts(await print(input), columnLefts(phieu02(input)), size.table);
    expect(columns.slice(7).map((text) => (text.endsWith(' x') ? 1 : 0))).toEqual(expected);
  });

  it('says dự kiến on a draft, in the title and the metadata', async () => {
    const { text, info } = await print({ ...typicalPhieu02, draft: true });
    expect(text).toContain('PHIẾU TỔNG HỢP ĐÁNH GIÁ, NHẬN DIỆN (dự kiến) Tháng 4/2026');
    expect(info['Title']).toBe(
      'Phiếu tổng hợp đánh giá, nhận diện tháng 4/2026: Phòng Tài nguyên và Môi trường (dự kiến)',
    );
  });

  it('without people says so and is signed all the same', async () => {
    const { text, pages } = await print({ ...typicalPhieu02, rows: [] });
    expect(pages).toHaveLength(1);
    expect(text).toContain('Kém Đơn vị không có người thuộc diện đánh giá trong tháng. THỦ TRƯỞNG ĐƠN VỊ');
  });

  it('of 200 people lists everyone, with heads and a number on each page', async () => {
    const { text, pages } = await print({ ...typicalPhieu02, rows: manyPeople(200) });
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((page, i) => {
      expect(page.text).toContain(heads);
      expect(page.head).toBe(i === 0 ? '' : String(i + 1));
    });
    for (const [i, row] of manyPeople(200).entries()) {
      const { name, result, shortcomings, causes, remedies, identified, level } = row;
      const cells = [name, result, shortcomings, causes, remedies, identified, level && 'x'];
      // Whole on one page: a broken row would have the heads of the next page between its lines.
      expect(text).toContain(oneLine(`${i + 1} ${cells.filter(Boolean).join(' ')}`));
    }
  });

  it.each([1, 5, 8, 9, 10, 11, 12, 13, 21, 22, 23])(
    'of %i people has no signature alone on a page',
    async (n) => {
      const { pages } = await print({ ...typicalPhieu02, rows: manyPeople(n) });
      const last = pages.at(-1)?.text ?? '';
      const { name } = manyPeople(n).at(-1) ?? { name: '' };
      expect(last).toContain(name);
      expect(last).toContain('THỦ TRƯỞNG ĐƠN VỊ');
      expect(pages.filter(({ text }) => text.includes('THỦ TRƯỞNG'))).toHaveLength(1);
    },
  );

  it('has no heads alone on the first page', async () => {
    const unitName = 'Trung tâm Phục vụ hành chính công và Quản lý dự án đầu tư xây dựng '.repeat(3).trim();
    const rows = manyPeople(2).map((row) => ({ ...row, causes: 'một dòng\n'.repeat(20) }));
    const { pages } = await print({ ...typicalPhieu02, unitName, partyName: unitName, rows });
    for (const { text } of pages.filter((page) => page.text.includes(heads)))
      expect(text).toMatch(/ Kém \d+ /u);
  });

  it('moves a long cell to an annex that names the person', async () => {
    const rows = manyPeople(3).map((row, i) => (i === 1 ? { ...row, shortcomings: prose(3000) } : row));
    const { text } = await print({ ...typicalPhieu02, rows });
    expect(text).toMatch(
      /2 Đỗ Thị Ánh 2 Hoàn thành xuất sắc nhiệm vụ Trong tháng .{30,100}… \(xem Phụ lục 1\)/u,
    );
    expect(text).toContain(`Phụ lục 1. Dòng 2, Đỗ Thị Ánh 2: Tồn tại ${prose(3000)}`);
  });
});
