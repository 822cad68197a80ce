// Lists kept as parallel maps by id (tasks t1–t99, rows r1–r99, the authority's rows a1–a99): adding, changing, removing.

export type ById<V> = Readonly<Record<string, V>>;

const numberOf = (id: string) => Number(id.slice(1));

/** Ids in the order in which they were given out. */
export const idsOf = (map: ById<unknown>): string[] =>
  Object.keys(map).sort((a, b) => numberOf(a) - numberOf(b));

/** The id after the highest one in use; ids are not reused while a higher one stands. */
export function nextId(prefix: 't' | 'r' | 'a', ids: readonly string[]): string {
  return `${prefix}${Math.max(0, ...ids.filter((id) => id.startsWith(prefix)).map(numberOf)) + 1}`;
}

export const withKey = <V>(map: ById<V>, id: string, value: V): Record<string, V> => ({
  ...map,
  [id]: value,
});

export function withoutKey<V>(map: ById<V>, id: string): Record<string, V> {
  const { [id]: _, ...rest } = map;
  return rest;
}

/** An enum or a date that was cleared leaves the map, since the rules know no null inside. */
export const withOptional = <V>(map: ById<V>, id: string, value: V | null): Record<string, V> =>
  value === null ? withoutKey(map, id) : withKey(map, id, value);

/** The named map fields of a document without the entry `id`. */
export function removeEntry<D extends object, K extends keyof D>(
  draft: D,
  fields: readonly K[],
  id: string,
): Pick<D, K> {
  const change = {} as Pick<D, K>;
  for (const field of fields) change[field] = withoutKey(draft[field] as ById<unknown>, id) as D[K];
  return change;
}
