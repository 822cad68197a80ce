import { beforeAll, describe, expect, it, vi } from 'vitest';
import { columnTexts, oneLine, readPdf, type ReadPdf } from '../../../test/fixtures/pdfText.ts';
import { manyRows, prose, typicalPhieu01, typicalRows } from '../../../test/fixtures/reports.ts';
import { columnLefts } from '../../../test/fixtures/reportTable.ts';
import { footnotes, personForm } from '../domain/labels.ts';
import { renderPdf } from '../store/pdfRenderer.ts';
import { bodyWidth, size } from './page.ts';
import { phieu01, type Phieu01Input } from './phieu01.ts';
import type { Judgement, Phieu01Row } from './phieu01Input.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const form: Phieu01Input = { ...typicalPhieu01, basis: null, manifestations: [] };
const print = async (input: Phieu01Input) => readPdf(await renderPdf(phieu01(input)));

const groups = [personForm.self, personForm.authority];
const columns = [
  personForm.number,
  personForm.content,
  ...groups.flatMap((group) => [...group.columns]),
  personForm.note,
];
/** Heads with their marks, as they stand in the columns. */
const heads = columns.map(({ head, footnote }) => oneLine(`${head} ${footnote ?? ''}`));
const pagesWithTable = ({ pages }: ReadPdf) => pages.filter(({ text }) => text.includes('Ghi chú'));
const judged = (of: Judgement | null) => [of?.result, of?.cause, of?.identified, of?.remedy];
/** A line may end inside a word of an office, such as 412/UBND-TNMT. */
const squash = (text: string) => text.replace(/\s/gu, '');
const cellsOf = (row: Phieu01Row) => [row.content, ...judged(row.self), ...judged(row.authority), row.note];

/** A page on which the table stands has more of it than heads. */
function expectRowsUnderHeads(pdf: ReadPdf): void {
  for (const { text } of pagesWithTable(pdf)) {
    expect(text).toMatch(/khắc phục ([IV]+(\.\d)? .* )?(\d+\.|–) /u);
  }
}

/** Nothing drawn outside the margins, but for the number of the page. */
function expectWithinMargins({ pages }: ReadPdf): void {
  const mm = 72 / 25.4;
  for (const { items, width, height } of pages) {
    for (const item of items.filter(({ y }) => y < height - 20 * mm)) {
      expect(item.x, item.text).toBeGreaterThanOrEqual(30 * mm - 0.1);
      expect(item.x + item.width, item.text).toBeLessThanOrEqual(width - 15 * mm + 0.1);
      expect(item.y, item.text).toBeGreaterThanOrEqual(20 * mm - 0.1);
    }
  }
}

describe('a decided month', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await print(form);
  });

  it.each([
    'ĐẢNG BỘ QUẬN NAM TỪ LIÊM PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG',
    'ĐẢNG CỘNG SẢN VIỆT NAM Nam Từ Liêm, ngày 05 tháng 5 năm 2026',
    'PHIẾU ĐÁNH GIÁ, NHẬN DIỆN (Đối với cá nhân) Tháng 4/2026',
    'Họ và tên: Nguyễn Thị Minh Nguyệt Đơn vị: Phòng Tài nguyên và Môi trường',
    'I Nhóm tiêu chí về chính trị tư tưởng, đạo đức, lối sống, tác phong lề lối làm việc, ý thức tổ chức kỷ luật',
    'II Nhóm tiêu chí kết quả thực hiện chức trách, nhiệm vụ được giao trong tháng II.1 Năng lực và kỹ năng',
    'II.2 Thực hiện nhiệm vụ theo kế hoạch, lịch công tác và các nhiệm vụ đột xuất đảm bảo tiến độ, chất lượng 5',
    'III Việc thực hiện những tồn tại, hạn chế đã được chỉ ra',
    'IV Những nội dung khác do cấp có thẩm quyền chỉ ra',
    '- Kết quả đánh giá, xếp loại tháng 6 : Hoàn thành tốt nhiệm vụ - Kết quả đánh giá, nhận diện biểu hiện 7 : Trung bình',
    'XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ Trần Quốc Đạt NGƯỜI THỰC HIỆN (Ký và ghi rõ họ, tên) Nguyễn Thị Minh Nguyệt',
  ])('prints %s', (text) => {
    expect(pdf.text).toContain(text);
  });

  it('keeps S3 in order: head, table, results, signatures, footnotes', () => {
    const places = [
      'PHIẾU ĐÁNH GIÁ',
      'Cá nhân tự',
      'Kết quả đánh giá, xếp',
      'XÁC NHẬN',
      'NGƯỜI THỰC HIỆN',
      'Căn cứ các nội dung',
    ];
    const found = places.map((place) => pdf.text.indexOf(place));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it('prints each footnote with its number in small type after the form', () => {
    for (const { number, lead, items } of footnotes) {
      expect(pdf.text).toContain(oneLine([number, lead, ...items.map((item) => `- ${item}`)].join(' ')));
    }
    const small = pdf.pages.flatMap(({ items }) => items.filter((item) => item.size === size.small));
    expect(oneLine(small.map(({ text }) => text).join(' '))).toContain('Nêu rõ thời gian chậm trễ');
  });

  it('prints marks of footnotes as superscripts', () => {
    const marks = pdf.pages.flatMap(({ items }) => items.filter(({ text }) => /^[2-7]$/u.test(text)));
    expect(marks.length).toBeGreaterThan(6);
    expect(marks.filter((mark) => mark.size > size.small)).toEqual(
      marks.filter((mark) => mark.size === size.body),
    );
  });

  it('prints every cell in its column, in the order of the rows', () => {
    const texts = columnTexts(pdf, columnLefts(phieu01(form)), size.table);
    const sections = personForm.sections.map(({ title }) => title);
    const bare = texts.map((text, i) => {
      let rest = text;
      for (const { head } of [...columns, ...groups]) rest = rest.replaceAll(head, ' ');
      if (i === 1) for (const title of sections) rest = rest.replace(title, ' ');
      return oneLine(rest);
    });
    const rows = typicalRows.map(cellsOf);
    const counts = { 1: 'Số liệu theo chú thích 5' };
    for (const i of [3, 4, 5, 6, 7, 8, 9, 10]) {
      expect(squash(bare[i] ?? ''), heads[i]).toBe(squash(rows.map((row) => row[i - 1] ?? '').join(' ')));
    }
    const contents = rows.map(([content]) => content);
    expect(bare[1]).toBe(oneLine([contents[0], contents[1], counts[1], ...contents.slice(2)].join(' ')));
    expect(bare[0]).toBe('I 1. II II.1 1. II.2 – 1. III 1. IV 1.');
  });

  it('begins the cells of a column at one left end, whether their row is kept with a head or not', () => {
    const [, left = 0] = columnLefts(phieu01(form));
    const begins = ['Chấp hành giờ', 'Số liệu theo', 'Giải quyết đơn'].map((start) =>
      pdf.pages.flatMap(({ items }) => items).find(({ text }) => text.startsWith(start)),
    );
    for (const begin of begins) expect(begin?.x).toBeCloseTo(left, 1);
  });

  it('prints what footnote 5 asks for under II.2, over the four columns of the person', () => {
    expect(pdf.text).toContain(
      'Số nhiệm vụ theo kế hoạch nhưng không hoàn thành: 1; Số nhiệm vụ phối hợp thực hiện: 3; Trong đó chậm, muộn: 1; Số thủ tục hành chính tham mưu giải quyết: 42; Số thủ tục chậm, muộn: 2; Số thủ tục không đúng quy trình: 0 Nhiệm vụ không hoàn thành, chậm và nguyên nhân: Trả lời đơn kiến nghị',
    );
    expect(pdf.text).toContain('Trách nhiệm cá nhân: Chịu trách nhiệm chính');
    expect(pdf.text).toContain('Mức độ chủ động: Chủ động đề xuất');
    const place = pdf.text.indexOf('Số liệu theo chú thích 5');
    expect(place).toBeGreaterThan(pdf.text.indexOf('chất lượng 5'));
    expect(place).toBeLessThan(pdf.text.indexOf('Giải quyết đơn kiến nghị'));
  });

  it('carries no reasons unless it is given them', () => {
    expect(pdf.text).not.toContain('Lý do và căn cứ');
  });

  it('stays within the margins', () => expectWithinMargins(pdf));
});

describe('the page', () => {
  it('is A4 lying, with numbers at the top centre from the second page on', async () => {
    const { pages } = await print({ ...form, rows: manyRows(60) });
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach(({ items, head, width, height }, i) => {
      expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
      expect(head).toBe(i === 0 ? '' : String(i + 1));
      const number = items.find(({ y }) => y > height - 56);
      if (number) expect(number.x + number.width / 2).toBeCloseTo(width / 2, 0);
    });
  });

  it('repeats both rows of heads on each page of the table', async () => {
    const pdf = await print({ ...form, rows: manyRows(60) });
    const pages = pagesWithTable(pdf);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const [number, content, ...rest] = heads;
      const note = rest.pop();
      const expected = [number, content, personForm.self.head, personForm.authority.head, note, ...rest].join(
        ' ',
      );
      expect(page.text).toContain(expected);
    }
  });

  it('prints all of 60 rows', async () => {
    const pdf = await print({ ...form, rows: manyRows(60) });
    for (let n = 1; n <= 60; n++) expect(pdf.text).toContain(`Việc số ${n}:`);
    expectWithinMargins(pdf);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 16])(
    'with %i rows leaves no head last on a page and no signature alone',
    async (n) => {
      const pdf = await print({ ...form, rows: manyRows(n) });
      for (const { text } of pdf.pages) {
        for (const { title } of personForm.sections) expect(text.endsWith(title)).toBe(false);
        expect(text.endsWith('chất lượng 5')).toBe(false);
        if (text.includes('XÁC NHẬN')) {
          expect(text).toContain('Kết quả đánh giá, xếp loại tháng');
          expect(text).toContain('NGƯỜI THỰC HIỆN (Ký và ghi rõ họ, tên) Nguyễn Thị Minh Nguyệt');
        }
      }
      expectRowsUnderHeads(pdf);
    },
  );
});

describe('results', () => {
  const lines = async (outcome: Phieu01Input['outcome']) => {
    const { text } = await print({ ...form, rows: [], outcome });
    return /tháng 6 : (.*?) - Kết quả đánh giá, nhận diện biểu hiện 7 : (.*?) XÁC NHẬN/u.exec(text)?.slice(1);
  };

  it.each([
    ['A', 'good', 'Hoàn thành xuất sắc nhiệm vụ', 'Tốt'],
    ['B', 'fair', 'Hoàn thành tốt nhiệm vụ', 'Trung bình'],
    ['C', 'good', 'Hoàn thành nhiệm vụ', 'Tốt'],
    ['D', 'poor', 'Không hoàn thành nhiệm vụ', 'Kém'],
  ] as const)('%s and %s stand side by side', async (rating, level, first, second) => {
    expect(await lines({ rating, level, unrated: false })).toEqual([first, second]);
  });

  it('an excused month says không xếp loại, whatever else is known', async () => {
    const unrated = ['Không xếp loại', 'Không xếp loại'];
    expect(await lines({ rating: null, level: null, unrated: true })).toEqual(unrated);
    expect(await lines({ rating: 'A', level: 'good', unrated: true })).toEqual(unrated);
  });

  it('an undecided month leaves dots to write on', async () => {
    expect(await lines(null)).toEqual([
      expect.stringMatching(/^\.{40,}$/u),
      expect.stringMatching(/^\.{40,}$/u),
    ]);
  });
});

describe('empty and unfiled forms', () => {
  it('says of each section of the person that there is nothing', async () => {
    const { text } = await print({ ...form, rows: [], nothing: true });
    expect(text.match(/Không có tồn tại, hạn chế phải đưa vào phiếu/gu)).toHaveLength(3);
    expect(text.match(/– Không có(?! tồn)/gu)).toHaveLength(2);
  });

  it('declares nothing for someone who did not file, and leaves the day to be written in', async () => {
    const { text } = await print({
      ...form,
      rows: [],
      filed: false,
      counts: null,
      outcome: null,
      headName: null,
      date: null,
    });
    expect(text).not.toContain('Không có tồn tại');
    expect(text).not.toContain('Số liệu theo chú thích 5');
    expect(text).toContain('Nam Từ Liêm, ngày …… tháng …… năm 2026');
    expect(text).toContain('I Nhóm tiêu chí');
    expect(text.match(/ 1\. /gu)).toHaveLength(4);
  });
});

describe('long texts', () => {
  const withLong = (long: Partial<Judgement>): Phieu01Row[] =>
    typicalRows.map((row, i) => (i === 0 && row.self ? { ...row, self: { ...row.self, ...long } } : row));

  it('move to a numbered annex after the form, whole and named, and the cell says where', async () => {
    const text = `Mở đầu. ${prose(4960)} HẾT.`;
    const pdf = await print({ ...form, rows: withLong({ result: text, cause: prose(700) }) });
    expect(pdf.text).toMatch(
      /1\. Chấp hành .{20,60} Mở đầu\. .{20,90}… \(xem Phụ lục 1\) .{20,90}… \(xem Phụ lục 2\)/u,
    );
    expect(pdf.text).toContain(
      `Phụ lục 1. Mục I, dòng 1: Cá nhân tự đánh giá, Đánh giá kết quả thực hiện ${text}`,
    );
    expect(pdf.text).toContain(`Phụ lục 2. Mục I, dòng 1: Cá nhân tự đánh giá, Nguyên nhân ${prose(700)}`);
    expect(pdf.text.indexOf('Phụ lục 1. ')).toBeGreaterThan(pdf.text.indexOf('NGƯỜI THỰC HIỆN'));
    expectWithinMargins(pdf);
  });

  it('never part the title of an annex from its text, wherever the page ends', async () => {
    const rows = manyRows(60).map((row, i) => ({ ...row, content: prose(410 + 53 * i) }));
    const { pages } = await print({ ...form, rows });
    for (const { text } of pages)
      expect(text).not.toMatch(/Phụ lục \d+\. Mục [IV.12]+, dòng \d+: Nội dung$/u);
  });

  it('of 400 characters stay in the cell, of 401 leave it', async () => {
    const [kept, moved] = await Promise.all(
      [400, 401].map(async (n) =>
        print({ ...form, rows: withLong({ cause: 'ngắn '.repeat(100).slice(0, n - 1) + 'x' }) }),
      ),
    );
    expect(kept?.text).not.toContain('Phụ lục');
    expect(moved?.text).toContain('xem Phụ lục 1');
  });

  it('of many short lines leave the cell, which would not fit a page', async () => {
    const pdf = await print({ ...form, rows: withLong({ cause: 'dòng\n'.repeat(60) }) });
    expect(pdf.text).toContain('xem Phụ lục 1');
    expect(pdf.text.match(/dòng dòng dòng/gu)?.length).toBeGreaterThan(15);
  });

  it('without a blank are cut inside the word and lose nothing', async () => {
    const word = 'ABCDEFGHIJ'.repeat(30);
    const pdf = await print({
      ...form,
      rows: withLong({ cause: word }),
      counts: form.counts && { ...form.counts, share: word },
    });
    expect(pdf.text.replaceAll(' ', '').split(word)).toHaveLength(3);
    expectWithinMargins(pdf);
  });

  it('fill all columns and still fit the page', async () => {
    const all = { result: prose(399), cause: prose(399), identified: prose(399), remedy: prose(399) };
    const rows = typicalRows.map((row) => ({
      ...row,
      content: prose(399),
      self: row.self && all,
      authority: all,
      note: prose(399),
    }));
    const pdf = await print({ ...form, rows });
    expectWithinMargins(pdf);
    expect(pdf.text.match(/xem Phụ lục \d+/gu)?.length).toBe(pdf.text.match(/Phụ lục \d+\. /gu)?.length);
  });

  it('as names of 200 characters wrap', async () => {
    const name = 'Công Tằng Tôn Nữ Thị Huyền Trân Nguyễn Phúc Khánh '.repeat(4).trim();
    const pdf = await print({ ...form, personName: name, headName: name, unitName: name, partyName: name });
    expect(pdf.text).toContain(`Họ và tên: ${name} Đơn vị: ${name}`);
    expect(pdf.text).toContain(`${name.toLocaleUpperCase('vi')} ${name.toLocaleUpperCase('vi')} *`);
    expect(pdf.text).toContain(`NGƯỜI THỰC HIỆN (Ký và ghi rõ họ, tên) ${name}`);
    expectWithinMargins(pdf);
    expectRowsUnderHeads(pdf);
  });
});

describe('reasons', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await print(typicalPhieu01);
  });

  it('name who judged, the reason and the warnings', () => {
    expect(pdf.text).toContain(
      'Lý do và căn cứ Người đánh giá: Lê Hữu Phước: Hoàn thành tốt nhiệm vụ, 82,5 điểm',
    );
    expect(pdf.text).toContain('Cảnh báo – Xếp loại tốt trong khi');
  });

  it('show for each step the rule, its clause, the facts and the outcome', () => {
    for (const [i, step] of (typicalPhieu01.basis?.trace ?? []).entries()) {
      const facts = step.facts.map((fact) => `– ${fact}`).join(' ');
      expect(pdf.text).toContain(`${i + 1}. ${step.rule} [${step.clause}] ${facts} Kết quả: ${step.outcome}`);
    }
  });

  it('stand after the form and after the wording of the manifestations', () => {
    const wording = pdf.text.indexOf('1.02. Có biểu hiện suy thoái');
    expect(wording).toBeGreaterThan(pdf.text.indexOf('7 Xếp loại ở 3 mức độ'));
    expect(pdf.text.indexOf('Lý do và căn cứ')).toBeGreaterThan(wording);
  });

  it.each(Array.from({ length: 12 }, (_, n) => 4 + 2 * n))(
    'under %i statements leave no heading last on a page',
    async (n) => {
      const statements = Array.from({ length: n }, (_, i) => ({ label: `Mục ${i + 1}`, text: 'Đúng' }));
      const { warnings, trace } = typicalPhieu01.basis ?? { warnings: [], trace: [] };
      const rows = typicalRows.map((row, i) =>
        i === 2 ? { ...row, note: prose(90 * n), content: prose(420) } : row,
      );
      const { pages } = await print({ ...typicalPhieu01, rows, basis: { statements, warnings, trace } });
      for (const { text } of pages) {
        expect(text).not.toMatch(
          /(Lý do và căn cứ|Cảnh báo|dữ kiện và kết quả|nêu trong phiếu|\[HN-1841\]|: Nội dung|: Ghi chú)$/u,
        );
      }
    },
  );

  it('of any length break over pages', async () => {
    const facts = Array.from({ length: 60 }, (_, i) => `Dữ kiện ${i + 1}: ${prose(300)}`);
    const basis = {
      statements: [{ label: 'Nhận xét', text: prose(5000) }],
      warnings: [],
      trace: [{ clause: 'S3 II.4', rule: 'Quy tắc', facts, outcome: 'Tốt' }],
    };
    const long = await print({ ...form, basis });
    expect(long.text).toContain(`Nhận xét: ${prose(5000)}`);
    for (let n = 1; n <= 60; n++) expect(long.text).toContain(`– Dữ kiện ${n}:`);
    expectWithinMargins(long);
  });
});

describe('metadata', () => {
  it('says what the document is, in which language, and when', async () => {
    const { info } = await print(form);
    expect(info).toMatchObject({
      Title: 'Phiếu đánh giá, nhận diện tháng 4/2026: Nguyễn Thị Minh Nguyệt',
      Subject: 'PHIẾU ĐÁNH GIÁ, NHẬN DIỆN (Đối với cá nhân), tháng 4/2026',
      Author: 'Phòng Tài nguyên và Môi trường',
      Language: 'vi-VN',
      CreationDate: 'D:20260505010000Z',
    });
  });

  it('zero-pads days 1–9 and months 1 and 2 alone', async () => {
    const january = await print({ ...form, rows: [], month: '2027-01', date: '2027-02-12' });
    expect(january.text).toContain('Tháng 01/2027');
    expect(january.text).toContain('ngày 12 tháng 02 năm 2027');
  });
});

it('shares the whole width among the columns, the more the longer their text', () => {
  const table = columnLefts(
    phieu01({
      ...form,
      rows: [
        { ...typicalRows[0]!, note: '', self: { result: prose(390), cause: '', identified: '', remedy: '' } },
      ],
    }),
  );
  const width = (i: number) => (table[i + 1] ?? 0) - (table[i] ?? 0);
  expect(width(2)).toBeGreaterThan(2 * width(3));
  expect((table[10] ?? 0) - (table[0] ?? 0)).toBeLessThan(bodyWidth);
});
