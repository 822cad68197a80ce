// Brings one document to what its sources say, however often and in whatever order it is asked.
import { isDeepStrictEqual } from 'node:util';
import type { Ref } from '../schema/refs.ts';
import { Conflict, type Documents, type Stored } from './ports.ts';

const maxAttempts = 8;

/**
 * Updates the document at `ref` to the fields that `compute` returns for it; nothing is written where they hold already
 * or where `compute` returns null. On a conflict everything is read and computed again. A missing document is left missing.
 */
export async function converge<T extends object>(
  documents: Documents,
  ref: Ref<T>,
  compute: (current: Stored<T>) => Promise<Partial<T> | null> | Partial<T> | null,
): Promise<Stored<T> | null> {
  for (let attempt = 1; ; attempt++) {
    const current = await documents.get(ref);
    if (!current) return null;
    const patch = changedFields(current.data, await compute(current));
    if (!patch) return current;
    try {
      await documents.update(ref, patch, current.updateTime);
      return { ...current, data: { ...current.data, ...patch } };
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === maxAttempts) throw error;
    }
  }
}

/** Like `converge`, but creates the document where it is missing; `compute` gives all of it then. */
export async function convergeOrCreate<T extends object>(
  documents: Documents,
  ref: Ref<T>,
  compute: (current: Stored<T> | null) => Promise<{ create: T } | { patch: Partial<T> | null }>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const current = await documents.get(ref);
    const wanted = await compute(current);
    try {
      if ('create' in wanted) return await documents.create(ref, wanted.create);
      const patch = current && changedFields(current.data, wanted.patch);
      if (current && patch) await documents.update(ref, patch, current.updateTime);
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === maxAttempts) throw error;
    }
  }
}

function changedFields<T extends object>(current: T, wanted: Partial<T> | null): Partial<T> | null {
  if (!wanted) return null;
  const changed = (Object.keys(wanted) as (keyof T)[]).filter(
    (key) => !isDeepStrictEqual(current[key], wanted[key]),
  );
  if (changed.length === 0) return null;
  const patch: Partial<T> = {};
  for (const key of changed) patch[key] = wanted[key];
  return patch;
}
