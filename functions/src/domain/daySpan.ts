// Stretches of days with open ends: how long a post, an absence or a stay lasts.
import { addDays, dayNumber, formatDate } from './civilDate.ts';
import type { CivilDate } from './words.ts';

/** Both days belong to it; '' stands for always and `forever` for no end, so that texts compare as days do. */
export interface DaySpan {
  from: string;
  to: string;
}
export const always = '';
export const forever = '9999-12-31';

export const spanOf = (from: CivilDate | null, to: CivilDate | null): DaySpan => ({
  from: from ?? always,
  to: to ?? forever,
});
export const overlaps = (a: DaySpan, b: DaySpan): boolean => a.from <= b.to && b.from <= a.to;
/** The days that both have; null where there are none. */
export function within(a: DaySpan, b: DaySpan): DaySpan | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

export function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The first stretch of `whole` that none of `spans` covers; null where they cover all of it. */
export function firstGap(whole: DaySpan, spans: readonly DaySpan[]): DaySpan | null {
  let next = whole.from;
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (next > whole.to) return null;
    if (from > next) return within(whole, { from: next, to: addDays(from, -1) });
    if (to === forever) return null;
    const after = addDays(to, 1);
    if (after > next) next = after;
  }
  return next <= whole.to ? { from: next, to: whole.to } : null;
}

/** "từ 01/05/2026 đến 31/05/2026"; an open end is left out. */
export function spanText({ from, to }: DaySpan): string {
  const parts = [
    from === always ? '' : `từ ${formatDate(from)}`,
    to === forever ? (from === always ? '' : 'trở đi') : `đến ${formatDate(to)}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
