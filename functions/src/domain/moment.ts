// The two kinds of time, kept apart by type: what Google stamps, and what the business shows and compares.

declare const serverTime: unique symbol;
declare const moment: unique symbol;

/** Real time in epoch milliseconds as the platform stamped it: good for ordering and for the equality in the rules, for nothing else. */
export type ServerTime = number & { readonly [serverTime]: true };

/** A moment of the business, ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Moment = string & { readonly [moment]: true };

/** The moment of `ms` epoch milliseconds. Throws RangeError on what is no time. */
export function momentOf(ms: number): Moment {
  return new Date(ms).toISOString() as Moment;
}

/** Epoch milliseconds of a moment. Throws RangeError on what is no moment. */
export function millisOf(m: Moment): number {
  const ms = Date.parse(m);
  if (Number.isNaN(ms)) throw new RangeError(`not a moment: ${m}`);
  return ms;
}

export function isMoment(value: unknown): value is Moment {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
}
