// The profiles of authority that ship, found by the build in their folder; only pages that resolve authority load this.
import { provideProfiles, type Profile } from '../../../functions/src/domain/profiles/profile.ts';
import { parseProfile } from '../../../functions/src/schema/profile.ts';

export { profileOf, profiles, type Profile } from '../../../functions/src/domain/profiles/profile.ts';

const files = import.meta.glob<unknown>('../../../functions/profiles/*.json', {
  eager: true,
  import: 'default',
});

export const shipped: readonly Profile[] = Object.entries(files).map(([path, content]) =>
  parseProfile(path.slice(path.lastIndexOf('/') + 1), content),
);

provideProfiles(shipped);
