// Equality and difference of form contents: scalars, lists and maps, whatever the order of their keys.

export type Fields = Record<string, unknown>;

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('toMillis' in value);

export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

/** The fields of `draft` that differ from `base`. */
export function changesOf<D extends object>(base: D, draft: D): Partial<D> {
  const keys = Object.keys(draft) as (keyof D)[];
  return Object.fromEntries(
    keys.filter((key) => !isSame(base[key], draft[key])).map((key) => [key, draft[key]]),
  ) as Partial<D>;
}

export interface Difference {
  field: string;
  /** Key inside a map field, such as a task's id; null for a plain field. */
  key: string | null;
  mine: string;
  theirs: string;
}

const show = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What a conflict screen lists: one entry per plain field or per key of a map. */
export function differencesOf(mine: object, theirs: object): Difference[] {
  const left = mine as Fields;
  const right = theirs as Fields;
  return Object.keys(left).flatMap((field): Difference[] => {
    const [a, b] = [left[field], right[field]];
    if (isSame(a, b)) return [];
    if (!isMap(a) || !isMap(b)) return [{ field, key: null, mine: show(a), theirs: show(b) }];
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return keys
      .filter((key) => !isSame(a[key], b[key]))
      .map((key) => ({ field, key, mine: show(a[key]), theirs: show(b[key]) }));
  });
}
