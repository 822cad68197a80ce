// The build finds every profile in the folder, as the functions do.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProfiles } from '../../../functions/src/store/profileFiles.ts';
import { profileOf, profiles } from './profiles.ts';

test('the client knows the same profiles as the functions, by the same ids', () => {
  const files = readdirSync(new URL('../../../functions/profiles', import.meta.url));
  expect(profiles().map(({ id }) => `${id}.json`)).toEqual(files.sort());
  for (const profile of readProfiles()) expect(profileOf(profile.id)).toEqual(profile);
});
