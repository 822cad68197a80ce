// Versions of a result: each can be opened, whichever holds.
import { expect, it, vi } from 'vitest';
import { aResult } from '../../../test/fixtures/documents.ts';
import { shownVersion, versionsOf, versionsToList } from './resultVersions.ts';

const third = aResult({ version: 3 });
const stored = (version: number) => Promise.resolve(version < 3 ? aResult({ version }) : null);

// Once the third held, nobody could open the first.
it('the first version is listed and read while the third holds, each once', async () => {
  expect(versionsToList(third, false)).toEqual([2, 1]);
  expect(versionsToList(third, true)).toEqual([3, 2, 1]);
  expect(versionsToList(aResult({ version: 1 }), false)).toEqual([]);
  const reading = vi.fn(stored);
  const read = versionsOf(third, reading);
  const told = await Promise.all(versionsToList(third, true).map((n) => shownVersion(read, n)));
  expect(told.map(({ result, before }) => [result?.version, before?.version])).toEqual([
    [3, 2],
    [2, 1],
    [1, undefined],
  ]);
  expect(reading.mock.calls).toEqual([[2], [1]]);
});

it('one that a lost connection kept away is read again', async () => {
  let isLost = true;
  const read = versionsOf(third, (n) => (isLost ? Promise.reject(new Error('connection')) : stored(n)));
  await expect(shownVersion(read, 2)).rejects.toThrow('connection');
  isLost = false;
  expect((await shownVersion(read, 2)).result?.version).toBe(2);
});
