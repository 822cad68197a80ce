// A file of the office as rows of cells: CSV by papaparse, XLSX by read-excel-file; what can't be read whole isn't read at all.
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import type { Cell, Grid } from '../../../../functions/src/domain/import/columns.ts';

/** Why a file is not taken, in words that say what to do. */
export class Unreadable extends Error {}

const notUtf8 =
  'Tệp không ở dạng UTF-8, chữ có dấu sẽ hỏng. Mở bằng Excel, lưu lại dạng “CSV UTF-8” hoặc “Excel (.xlsx)” rồi chọn lại.';
const halfZip = 'Tệp XLSX bị hỏng hoặc chưa tải xong. Mở bằng Excel, lưu lại rồi chọn lại.';
const oldExcel = 'Tệp .xls cũ không đọc được. Mở bằng Excel, lưu lại dạng “Excel (.xlsx)” rồi chọn lại.';

export async function readList(name: string, bytes: ArrayBuffer): Promise<Grid> {
  const first = [...new Uint8Array(bytes.slice(0, 4))].map((b) => b.toString(16).padStart(2, '0')).join('');
  if (first === 'd0cf11e0') throw new Unreadable(oldExcel);
  const grid = first === '504b0304' || /\.xlsx$/i.test(name) ? await readXlsx(bytes) : readCsv(bytes);
  if (!grid.some((cells) => cells.some((cell) => cell !== null && cell !== '')))
    throw new Unreadable('Tệp không có dòng nào.');
  return grid;
}

async function readXlsx(bytes: ArrayBuffer): Promise<Grid> {
  try {
    return (await readSheet(bytes)) as readonly (readonly Cell[])[];
  } catch {
    throw new Unreadable(halfZip);
  }
}

function textIn(bytes: ArrayBuffer): string {
  const [a, b] = new Uint8Array(bytes.slice(0, 2));
  // "Unicode Text" of Excel; the decoder takes the BOM of either off.
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(notUtf8);
  }
}

function readCsv(bytes: ArrayBuffer): Grid {
  const text = textIn(bytes);
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t', '|'] });
  // One column has no delimiter to find; anything else means that part of the file was lost or misread.
  const broken = errors.find(({ type }) => type !== 'Delimiter');
  if (broken)
    throw new Unreadable(
      `Tệp hỏng ở dòng ${(broken.row ?? 0) + 1}: dấu ngoặc kép không đóng. Sửa rồi chọn lại; chưa có gì được nhập.`,
    );
  return data;
}
