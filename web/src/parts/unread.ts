// Fields on the page whose text can't be read: nothing is filed while one stands there, whatever the draft holds (a form's check asks here).
import type { Fault } from './ErrorSummary.tsx';

const fields = new Map<string, string>();

/** Says of a field what is to be typed there; null once its text can be read again, or the field is gone. */
export function noteUnread(id: string, asks: string | null): void {
  if (asks === null) fields.delete(id);
  else fields.set(id, asks);
}

/** What a form's own check found, and each field that can't be read; such a field is named once. `isOf`: the form's fields. */
export function withUnread(faults: readonly Fault[], isOf: (id: string) => boolean = () => true): Fault[] {
  const unread = [...fields].filter(([id]) => isOf(id)).map(([id, text]) => ({ id, text }));
  return [...faults.filter(({ id }) => !unread.some((one) => one.id === id)), ...unread];
}

export interface Reading<V> {
  read: (text: string) => V | undefined;
  show: (value: V) => string;
}

/** True iff nobody knows what `text` means; what shows the value that stands there means that value. */
export const isUnread = <V>(text: string, value: V, { read, show }: Reading<V>): boolean =>
  read(text) === undefined && text !== show(value);

/**
 * What a text gives the draft where `before` stood. One that can't be read gives `otherwise`: the value that its
 * beginning could be read as ("15/3" of 15/3/2027) is one that nobody meant.
 */
export function given<V>(text: string, before: V, otherwise: V, reading: Reading<V>): V {
  const found = reading.read(text);
  if (found !== undefined) return found;
  return isUnread(text, before, reading) ? otherwise : before;
}
