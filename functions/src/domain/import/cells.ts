// Reading single cells of a list: texts in one Unicode form, yes and no, words of a vocabulary, lists of references.
import type { CivilDate } from '../words.ts';
import { plain, type Cell } from './columns.ts';

/** How days are read is a library's business (web/src/data/readDay.ts): null for an empty cell, undefined for what is no day. */
export type ReadDay = (cell: Cell) => CivilDate | null | undefined;

/** NFC, because lists from a Mac come decomposed, and single blanks, because lists are typed by hand. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell instanceof Date) return '';
  return String(cell).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const yes = ['x', 'co', 'dung', '1', 'true', 'yes', 'v', 'dang vien', 'kiem nhiem', 'phu trach', 'quyen'];
const no = ['', 'khong', 'k', '0', 'false', 'no'];

/** Undefined where it is neither. */
export function flagOf(cell: Cell | undefined): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const text = textOf(cell);
  if (['✓', '✔', '☑'].includes(text)) return true;
  const word = plain(text);
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

/** Parts of a cell that names several, divided by semicolons or lines. */
export function partsOf(cell: Cell | undefined): string[] {
  if (cell === null || cell === undefined || cell instanceof Date) return [];
  return String(cell)
    .split(/[;\n]/)
    .map(textOf)
    .filter((part) => part !== '');
}

/** Finds by id, or by a name that only one has, whatever its case and diacritics. */
export class Finder {
  private readonly ids = new Set<string>();
  private readonly byName = new Map<string, Set<string>>();

  constructor(all: Iterable<{ id: string; name: string }> = []) {
    for (const { id, name } of all) this.add(id, name);
  }

  add(id: string, name: string): void {
    this.ids.add(id);
    const key = plain(name);
    const known = this.byName.get(key) ?? new Set();
    this.byName.set(key, known.add(id));
  }

  /** Null where nothing has it; several ids where the name alone doesn't tell. */
  find(text: string): string | readonly string[] | null {
    const id = text.toLowerCase();
    if (this.ids.has(id)) return id;
    const found = [...(this.byName.get(plain(text)) ?? [])];
    return found.length > 1 ? found : (found[0] ?? null);
  }
}
