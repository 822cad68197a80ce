// Relations that several collections share: rights read from members, history, and the next write of a document.
import type { Ask } from './access.ts';
import { isNow, type Fields } from './request.ts';

export const inspects = ({ member }: Ask) => member.inspects === true;
export const supervises = ({ member }: Ask) => member.supervises === true;
export const administers = ({ member }: Ask) => member.administrator === true;
export const isClerk = ({ member }: Ask) => member.clerk === true;
/** Of the block that the document stands in. */
export const aggregates = ({ known, member }: Ask, field = 'block') =>
  known.isOneOf(field, member.aggregates ?? []);
export const sendsFor = ({ known, member }: Ask) => known.isOneOf('block', member.offices ?? []);
export const oversees = ({ known, member }: Ask) => known.isOneOf('unit', member.oversees ?? []);

/** Whoever evaluates or decides somebody today reads their earlier months too (domain.md section 11, history). */
export function isJudgedBy({ known, me, member }: Ask, field: 'person' | 'subject'): boolean {
  return known.isNot(field, me) && known.isOneOf(field, member.judges ?? []);
}

/** New facts are recorded in a month that is open, and in the newest one when none has opened since (domain.md section 2). */
export function takesFacts({ look }: Ask, month: unknown): boolean {
  const cycle = look('cycles', month);
  return cycle !== null && (cycle['state'] === 'open' || cycle['newest'] === true);
}

/** The write after the one that the client had read, at the server's time. */
export const isNext = (prior: Fields, after: Fields | null) =>
  after !== null && after['rev'] === Number(prior['rev']) + 1 && isNow(after['savedAt']);

/** The first write of a document, at the server's time. */
export const isFirst = (after: Fields) => after['rev'] === 1 && isNow(after['savedAt']);

/** At least n characters that are no blanks. */
export const isSaid = (text: unknown, n = 1) => typeof text === 'string' && text.trim().length >= n;
