// Versions of a plan: what may not be read is not told as never filed.
import { describe, expect, it } from 'vitest';
import { readVersions } from './planVersions.ts';

const troubleOf = (error: unknown) =>
  (error as Error).message === 'refused' ? ('refused' as const) : ('connection' as const);
const answering = (answer: () => { id: string; data: { filedAt: string } }[]) => ({
  list: async <V>() => answer() as unknown as { id: string; data: V }[],
  troubleOf,
});
const failing = (message: string) =>
  answering(() => {
    throw new Error(message);
  });

describe('readVersions', () => {
  // Somebody who heads the unit since June was told that January to May had no plan.
  it('tells a refusal from a plan that was never filed', async () => {
    expect(await readVersions('p', failing('refused'))).toBeNull();
    expect(
      await readVersions(
        'p',
        answering(() => []),
      ),
    ).toEqual([]);
  });

  it('leaves a lost connection to be tried again', async () => {
    await expect(readVersions('p', failing('offline'))).rejects.toThrow('offline');
  });

  it('puts what was filed in the order of filing', async () => {
    const filed = (id: string, day: string) => ({ id, data: { filedAt: `2026-04-${day}T10:00:00.000Z` } });
    const rows = await readVersions(
      'p',
      answering(() => [filed('b', '20'), filed('a', '03')]),
    );
    expect(rows?.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
