// The profiles that this process or page knows, by name and version; they are data (functions/profiles/) and are handed in at its start.
import type { Profile } from './table.ts';

export type { Profile } from './table.ts';

const known = new Map<string, Profile>();

/** Called where a process or a page begins: store/profileFiles.ts, web/src/data/profiles.ts. */
export function provideProfiles(profiles: Iterable<Profile>): void {
  for (const profile of profiles) known.set(profile.id, profile);
}

/** Throws RangeError on an unknown id: an organisation without a table of authority can't open a month. */
export function profileOf(id: string): Profile {
  const found = known.get(id);
  if (found === undefined) throw new RangeError(`no profile of authority: ${id}`);
  return found;
}

/** All that are known, by id: what an administrator may choose from. */
export function profiles(): Profile[] {
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
