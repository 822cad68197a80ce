// Reading what people type into dates and points, and writing it back as the forms print it.
import { dayNumber, formatDate } from '../../../functions/src/domain/civilDate.ts';
import type { CivilDate, Month } from '../../../functions/src/domain/words.ts';

const isDay = (d: string): boolean => {
  try {
    dayNumber(d);
    return true;
  } catch {
    return false;
  }
};

/** "24", "24/4", "24.04.2026" or "240426" near the month at hand; null for what is no day. */
export function parseDate(text: string, month: Month): CivilDate | null {
  const plain = /^\d{6}$|^\d{8}$/.test(text.trim());
  const parts = plain
    ? [text.trim().slice(0, 2), text.trim().slice(2, 4), text.trim().slice(4)]
    : text.trim().split(/[\s/.-]+/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const [day, monthPart = month.slice(5), yearPart = month.slice(0, 4)] = parts as [string, string?, string?];
  const year = yearPart.length === 2 ? `20${yearPart}` : yearPart;
  const date = `${year}-${monthPart.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^20\d\d-\d\d-\d\d$/.test(date) && isDay(date) ? date : null;
}

export const showDate = (date: CivilDate | null | undefined): string =>
  date && isDay(date) ? formatDate(date) : '';

/** "27,5" or "27.5" as points in halves within 0–max; null for anything else. */
export function parseScore(text: string, max: number): number | null {
  if (!/^\d{1,3}([.,]\d)?$/.test(text.trim())) return null;
  const value = Number(text.trim().replace(',', '.'));
  return value <= max && Number.isInteger(value * 2) ? value : null;
}

/** "95,2" as per cent with at most one decimal; null for anything else. */
export function parsePercent(text: string): number | null {
  if (!/^\d{1,3}([.,]\d)?$/.test(text.trim())) return null;
  const value = Number(text.trim().replace(',', '.'));
  return value <= 100 ? value : null;
}

/** Vietnamese decimals: 88,5. */
export const showScore = (value: number | null): string =>
  value === null ? '–' : String(value).replace('.', ',');

export function parseCount(text: string): number | null {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
}
