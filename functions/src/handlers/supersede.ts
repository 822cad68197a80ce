// A new version of a published result: the earlier one is put aside and replaced in one commit, so that it stays readable (domain.md section 7).
import { refOf, versionRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import { Conflict, createOf, updateOf, type Documents } from './ports.ts';

const maxAttempts = 8;

/** `next` says what changes, with a higher version; null where the result needs none. The result as it stands then. */
export async function supersede(
  documents: Documents,
  org: string,
  id: string,
  next: (current: Result) => Partial<Result> | null,
): Promise<Result | null> {
  const ref = refOf(org, 'results', id);
  for (let attempt = 1; ; attempt++) {
    const current = await documents.get(ref);
    if (!current) return null;
    const patch = next(current.data);
    if (!patch) return current.data;
    try {
      await documents.commit([
        createOf(versionRef(org, id, current.data.version), current.data),
        updateOf(ref, patch, current.updateTime),
      ]);
      return { ...current.data, ...patch };
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === maxAttempts) throw error;
    }
  }
}
