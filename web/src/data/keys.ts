// Keys that nobody else draws, in the characters that the rules allow.

/** Twelve characters. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((n) => (n % 36).toString(36)).join('');

/** Of a finding or another fact, whose id begins with subject and month: rows of a sheet are r1–r99. */
export const factKey = (): string => `k${newKey()}`;
