// Reads the profiles of authority from their folder when a process starts: a file dropped into it is found, and no code names it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideProfiles, type Profile } from '../domain/profiles/profile.ts';
import { parseProfile, ProfileError } from '../schema/profile.ts';

/** Beside `src` and `lib` alike. */
const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));

function contentOf(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new ProfileError(`${name}: no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Throws ProfileError for the first file that can't be used. */
export function readProfiles(folder: string = shipped): Profile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseProfile(name, contentOf(folder, name)));
}

/** A broken file stops the process before it decides anything: a deployment with one is refused. */
export function loadProfiles(folder?: string): void {
  provideProfiles(readProfiles(folder));
}
