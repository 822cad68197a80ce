// The build finds every profile in the folder, as the functions do.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProfile } from '../../../functions/src/schema/profile.ts';
import { profileOf, shipped } from './profiles.ts';

const folder = new URL('../../../functions/profiles/', import.meta.url);

test('the client knows every profile of the folder, as it stands there', () => {
  const there = readdirSync(folder).map((name) =>
    parseProfile(name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );
  expect(shipped).toEqual(there);
  for (const { id } of there) expect(profileOf(id).id).toBe(id);
});
