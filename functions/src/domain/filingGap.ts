// One thing still missing in a filing, and the small readings of a sheet's parallel maps that find it.

/** A map id → text, as the sheet keeps its lists. */
export type Texts = Readonly<Record<string, string>>;

export interface FilingGap {
  /** As the document calls it, with the id after a dot: `taskWhy.t2`. */
  field: string;
  /** What to do, in short everyday Vietnamese. */
  message: string;
}

export function gap(missing: boolean, field: string, message: string): FilingGap[] {
  return missing ? [{ field, message }] : [];
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** Ids in the order they were added: t2 before t10. */
export function inOrder(map: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(map).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
