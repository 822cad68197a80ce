// Versions of a published result: the one that holds, and below it each one that another took the place of (domain.md section 7).
import { personMonthId, versionPath } from '../../../functions/src/schema/paths.ts';
import type { Result } from '../../../functions/src/schema/result.ts';
import { readAt } from './firestore.ts';

type Of = Pick<Result, 'person' | 'month'>;

/** One that was put aside; null where there is none, or not for who asks. */
export const readVersion = ({ org }: { org: string }, of: Of, version: number): Promise<Result | null> =>
  version < 1
    ? Promise.resolve(null)
    : readAt<Result>(versionPath(org, personMonthId(of.person, of.month), version));

/** Reads any version on demand, each once: whoever opens one after the other needs every one twice. */
export function versionsOf(
  current: Result,
  read: (version: number) => Promise<Result | null>,
): (version: number) => Promise<Result | null> {
  const known = new Map<number, Promise<Result | null>>([[current.version, Promise.resolve(current)]]);
  return (version) => {
    const found = known.get(version) ?? (version < 1 ? Promise.resolve(null) : read(version));
    known.set(version, found);
    // A lost connection is tried again.
    found.catch(() => known.delete(version));
    return found;
  };
}

/** Of which versions one is shown: with the one before it, that what changed can be told. */
export async function shownVersion(
  read: (version: number) => Promise<Result | null>,
  version: number,
): Promise<{ result: Result | null; before: Result | null }> {
  const [result, before] = await Promise.all([read(version), read(version - 1)]);
  return { result, before };
}

/** Newest first; `withCurrent`: the page doesn't show the one that holds by itself. */
export const versionsToList = ({ version }: Pick<Result, 'version'>, withCurrent: boolean): number[] =>
  Array.from({ length: withCurrent ? version : version - 1 }, (_, i) => i + 1).reverse();
