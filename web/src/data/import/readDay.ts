// Days in the cells of a list: as spreadsheets keep them, or as people write them, read by date-fns.
import { addDays, format, isValid, parse } from 'date-fns';
import type { Cell } from '../../../../functions/src/domain/import/columns.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';

const written = ['d/M/yyyy', 'd-M-yyyy', 'd.M.yyyy', 'yyyy-MM-dd', 'yyyy/MM/dd'];
/** Any fixed day: the formats above leave nothing of it. */
const reference = new Date(2000, 0, 1);
/** Day 0 of Excel, which counts a 29th of February 1900 that never was: right from March 1900 on. */
const excelZero = new Date(1899, 11, 30);
/** A number beyond these is a count or a phone number rather than a day: 1/3/1900 to 31/12/2199. */
const serials = { first: 61, last: 109_574 };

/** Null for an empty cell, undefined for what is no day. */
export function readDay(cell: Cell): CivilDate | null | undefined {
  if (cell === null || typeof cell === 'boolean') return cell === null ? null : undefined;
  // The reader of XLSX gives days at midnight UTC.
  if (cell instanceof Date) return isValid(cell) ? cell.toISOString().slice(0, 10) : undefined;
  if (typeof cell === 'number') return fromSerial(cell);
  const text = cell.trim();
  if (text === '') return null;
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  for (const pattern of written) {
    const day = parse(text, pattern, reference);
    // "1/4/26" would be read as the year 26.
    if (isValid(day) && day.getFullYear() >= 1900 && day.getFullYear() < 2200)
      return format(day, 'yyyy-MM-dd');
  }
  return undefined;
}

function fromSerial(serial: number): CivilDate | undefined {
  if (!Number.isInteger(serial) || serial < serials.first || serial > serials.last) return undefined;
  return format(addDays(excelZero, serial), 'yyyy-MM-dd');
}
