// Which column of a file is which, remembered on this device for files with the same head.
import type { Mapping } from '../../../../functions/src/domain/import/columns.ts';

const keyOf = (org: string, kind: string, signature: string) => `nam-ro/columns/${org}/${kind}/${signature}`;

export function rememberedMapping(org: string, kind: string, signature: string): Mapping | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(org, kind, signature)) ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    const entries = Object.entries(found).filter(([, at]) => Number.isInteger(at));
    return Object.fromEntries(entries);
  } catch {
    return null;
  }
}

export function rememberMapping(org: string, kind: string, signature: string, mapping: Mapping): void {
  try {
    localStorage.setItem(keyOf(org, kind, signature), JSON.stringify(mapping));
  } catch {
    // A private window keeps nothing; the columns are then chosen anew next time.
  }
}
