// Files as offices make them: CSV of Excel with BOM and semicolons, XLSX with days as numbers, and files that are broken.
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readDay } from './readDay.ts';
import { readList, Unreadable } from './readList.ts';

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const buffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

describe('CSV', () => {
  const rows = [
    ['Mã', 'Họ và tên'],
    ['cv-01', 'Nguyễn Văn Ân'],
  ];
  it.each([
    ['a BOM', '\ufeffMã,Họ và tên\r\ncv-01,Nguyễn Văn Ân'],
    ['semicolons', 'Mã;Họ và tên\ncv-01;Nguyễn Văn Ân'],
    ['tabs', 'Mã\tHọ và tên\ncv-01\tNguyễn Văn Ân'],
    ['quotes', '"Mã","Họ và tên"\n"cv-01","Nguyễn Văn Ân"'],
  ])('with %s', async (_, text) => expect(await readList('a.csv', bytesOf(text))).toEqual(rows));

  it('in UTF-16, as "Unicode Text" of Excel is', async () => {
    const text = '\ufeffMã\tHọ và tên\r\ncv-01\tNguyễn Văn Ân';
    const units = Uint16Array.from(text, (char) => char.charCodeAt(0));
    expect(await readList('a.txt', units.buffer)).toEqual(rows);
  });

  it('keeps a line break and a semicolon inside quotes', async () => {
    const grid = await readList('a.csv', bytesOf('Tên;Phụ trách\n"A";"cv-01; cv-02\ncv-03"'));
    expect(grid[1]).toEqual(['A', 'cv-01; cv-02\ncv-03']);
  });

  it('of another encoding is refused rather than read wrongly', async () => {
    const bytes = Uint8Array.from([0x4d, 0xe3, 0x2c, 0x48, 0xf0, 0x0a]);
    await expect(readList('a.csv', bytes.buffer)).rejects.toThrow(/UTF-8/);
  });

  it('that breaks off inside quotes is refused as a whole', async () => {
    const text = 'Mã,Tên\ncv-01,"Nguyễn Văn Ân"\ncv-02,"Trần Thị';
    await expect(readList('a.csv', bytesOf(text))).rejects.toThrow(Unreadable);
    expect(await readList('a.csv', bytesOf(`${text} Bình"`))).toHaveLength(3);
  });

  it('without anything in it is refused', async () => {
    await expect(readList('a.csv', bytesOf('\n\n'))).rejects.toThrow(/không có dòng/);
  });
});

describe('XLSX', () => {
  const write = async (rows: (string | number | Date | null)[][]): Promise<ArrayBuffer> => {
    const cells = rows.map((row) =>
      row.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : value === null
            ? null
            : { value },
      ),
    );
    return buffer(await writeExcelFile(cells).toBuffer());
  };

  it('gives texts, numbers and days', async () => {
    const grid = await readList(
      'a.xlsx',
      await write([
        ['Tên', 'Từ ngày', 'Số'],
        ['Ân', new Date('2026-05-01'), 46143],
      ]),
    );
    expect(grid[1]?.[0]).toBe('Ân');
    expect(readDay(grid[1]?.[1] ?? null)).toBe('2026-05-01');
    expect(readDay(grid[1]?.[2] ?? null)).toBe('2026-05-01');
  });

  it('that was only half downloaded is refused as a whole', async () => {
    const whole = await write([['Tên'], ['Ân']]);
    await expect(readList('a.xlsx', whole.slice(0, whole.byteLength / 2))).rejects.toThrow(/hỏng/);
  });

  it('of the old kind is told apart', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);
    await expect(readList('a.xls', bytes.buffer)).rejects.toThrow(/\.xls/);
  });
});

describe('days', () => {
  it.each([
    ['01/04/2026', '2026-04-01'],
    ['1/4/2026', '2026-04-01'],
    [' 31-12-2025 ', '2025-12-31'],
    ['2026-04-01', '2026-04-01'],
    ['1.4.2026', '2026-04-01'],
    [46113, '2026-04-01'],
    ['46113', '2026-04-01'],
    [new Date('2026-04-01T00:00:00Z'), '2026-04-01'],
    ['', null],
    [null, null],
    ['30/02/2026', undefined],
    ['4/13/2026', undefined],
    ['1/4/26', undefined],
    ['quý II', undefined],
    [3, undefined],
    [46113.5, undefined],
    [true, undefined],
  ])('%s is %s', (cell, day) => expect(readDay(cell)).toBe(day));
});
