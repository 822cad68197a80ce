// The tables of authority that ship, by name and version.
import { district } from './district.ts';
import type { Profile } from './table.ts';

export type { Profile } from './table.ts';

const profiles: readonly Profile[] = [district];

/** Throws RangeError on an unknown id: an organisation without a table of authority can't open a month. */
export function profileOf(id: string): Profile {
  const found = profiles.find((profile) => profile.id === id);
  if (found === undefined) throw new RangeError(`no profile of authority: ${id}`);
  return found;
}
