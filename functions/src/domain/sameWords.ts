// "Hình thức" (S3 II.2): one text for many people, and a fact that only repeats the catalogue. Each asks for a sentence, none blocks.
import { manifestations } from './catalogue.ts';
import { fold } from './fold.ts';

/** Shorter texts are alike by nature: "Chấp hành tốt". In letters, blanks and signs apart. */
const fewestLetters = 40;
/** So many people with one text are "many" (inferred). */
const many = 3;

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What two texts have in common iff they say the same but for case, diacritics, blanks and signs; null where a text is too
 * short to tell. FNV-1a with the length before it: texts themselves are kept where only their authority reads them.
 */
export function fingerprint(text: string): string | null {
  const letters = lettersOf(text);
  if (letters.length < fewestLetters) return null;
  let hash = 0x811c9dc5;
  for (const char of letters) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${letters.length}-${hash.toString(36)}`;
}

/** In how many people's texts each fingerprint stands, where it stands in more than one's. */
export function countSame(people: readonly (readonly string[])[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const texts of people) {
    const marks = new Set(texts.map(fingerprint).filter((mark) => mark !== null));
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...counts].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The texts of a filing that are a person's own words on their month. */
export const ownWords = (sheet: {
  conduct: string;
  strengths: string;
  weaknesses: string;
  causes: string;
}): string[] => [sheet.conduct, sheet.strengths, sheet.weaknesses, sheet.causes];

/** How many others say one of these texts. `isCounted`: this person's is among those counted. */
export function othersSaying(
  same: Readonly<Record<string, number>>,
  texts: readonly string[],
  isCounted: boolean,
): number {
  const counts = texts.map((text) => same[fingerprint(text) ?? ''] ?? 0);
  return Math.max(0, ...counts) - (isCounted ? 1 : 0);
}

/** Null where too few others say the same. */
export function sameTextWarning(others: number, what: string): string | null {
  if (others + 1 < many) return null;
  return `${what} giống nguyên văn của ${others} người khác trong đơn vị (S3 II.2, hình thức): nêu một câu về riêng người này.`;
}

/** Fewer letters than this tell no fact: "Đi muộn" names it, and not when or what. */
const fewestOfFact = 12;
const officialWords = manifestations.map(({ text }) => lettersOf(text));

/** A finding without facts: hardly a word, or nothing but the words of the catalogue. */
export function isBareFact(fact: string): boolean {
  const letters = lettersOf(fact);
  return letters.length < fewestOfFact || officialWords.some((official) => official.includes(letters));
}

export function bareFactWarning(facts: readonly string[]): string | null {
  const bare = facts.filter(isBareFact).length;
  return bare === 0
    ? null
    : `${bare} dấu hiệu chưa nêu sự việc cụ thể, việc gì, khi nào (S3 II.2, hình thức): nêu một câu về sự việc.`;
}

/** What the Offices handed in of a unit: what came late, by kind. */
export interface LateFigures {
  late: number;
  petitionsLate: number;
  proceduresLate: number;
  assignedLate: number;
}

/** "Nể nang": the figures of the head's unit show lateness, and nobody names anything at the head. */
export function silentFiguresWarning(figures: LateFigures | null, named: number): string | null {
  if (figures === null || named > 0) return null;
  const kinds = [
    { count: figures.late, of: 'văn bản' },
    { count: figures.petitionsLate, of: 'đơn thư' },
    { count: figures.proceduresLate, of: 'thủ tục hành chính' },
    { count: figures.assignedLate, of: 'nhiệm vụ được giao' },
  ].filter(({ count }) => count > 0);
  if (kinds.length === 0) return null;
  const said = kinds.map(({ count, of }) => `${count} ${of}`).join(', ');
  return `Số liệu của Văn phòng: ${said} chậm, nhưng không nêu biểu hiện nào (S3 II.2, nể nang): nêu một câu vì sao.`;
}
