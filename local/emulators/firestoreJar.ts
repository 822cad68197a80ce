// Finds Google's Firestore emulator on this machine, or has the CLI download it.
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { projectRoot } from '../paths.ts';
import { SetupProblem } from '../setupProblem.ts';

export interface FirestoreJar {
  path: string;
  /** What to call it in a message. */
  version: string;
  /** The CLI's own cache holds it, so this machine can download what else the CLI wants. */
  fromCli: boolean;
}

type Env = Record<string, string | undefined>;

export interface JarPlaces {
  env: Env;
  home: string;
  sdkFolders: string[];
}

const usualSdkFolders = [
  '/usr/lib/google-cloud-sdk',
  '/usr/share/google-cloud-sdk',
  '/opt/google-cloud-sdk',
  '/opt/google-cloud-cli',
  '/snap/google-cloud-cli/current',
  '/snap/google-cloud-sdk/current',
  '/usr/local/google-cloud-sdk',
  '/usr/local/share/google-cloud-sdk',
  '/opt/homebrew/share/google-cloud-sdk',
  join(homedir(), 'google-cloud-sdk'),
];

export const thisMachine: JarPlaces = { env: process.env, home: homedir(), sdkFolders: usualSdkFolders };

export function cliCache(places: JarPlaces = thisMachine): string {
  return places.env['FIREBASE_EMULATORS_PATH'] ?? join(places.home, '.cache', 'firebase', 'emulators');
}

function sdkOnPath(env: Env): string[] {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'gcloud'))
    .filter((gcloud) => existsSync(gcloud))
    .map((gcloud) => dirname(dirname(realpathSync(gcloud))));
}

function sdkVersion(sdk: string): string {
  const snapshot = join(sdk, '.install', 'cloud-firestore-emulator.snapshot.json');
  if (!existsSync(snapshot)) return `of the Google Cloud CLI in ${sdk}`;
  const found = /"version_string": "([^"]+)"/.exec(readFileSync(snapshot, 'utf8'))?.[1];
  return `${found ?? 'unknown'} of the Google Cloud CLI`;
}

export function lookForFirestoreJar(places: JarPlaces = thisMachine): FirestoreJar | null {
  const given = places.env['FIRESTORE_EMULATOR_BINARY_PATH'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given))
      throw new SetupProblem(`FIRESTORE_EMULATOR_BINARY_PATH names ${given}, and there is no such file.`);
    return { path: given, version: basename(given), fromCli: false };
  }
  const cached = globSync(join(cliCache(places), 'cloud-firestore-emulator-v*.jar'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  if (cached !== undefined) return { path: cached, version: basename(cached), fromCli: true };
  for (const sdk of [...sdkOnPath(places.env), ...places.sdkFolders]) {
    const path = join(sdk, 'platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');
    if (existsSync(path)) return { path, version: sdkVersion(sdk), fromCli: false };
  }
  return null;
}

export function downloadByCli(emulator: 'firestore' | 'storage', places: JarPlaces = thisMachine): boolean {
  const firebase = join(projectRoot, 'node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js');
  try {
    execFileSync(process.execPath, [firebase, `setup:emulators:${emulator}`], {
      env: { ...places.env, CI: '1' },
      stdio: 'ignore',
      timeout: 180_000,
    });
    return true;
  } catch {
    return false;
  }
}

export function findFirestoreJar(places: JarPlaces = thisMachine): FirestoreJar {
  const found =
    lookForFirestoreJar(places) ?? (downloadByCli('firestore', places) ? lookForFirestoreJar(places) : null);
  if (found) return found;
  throw new SetupProblem(
    'The Firestore emulator is absent and could not be downloaded: run `npx firebase setup:emulators:firestore` with internet access, or `gcloud components install cloud-firestore-emulator`, or set FIRESTORE_EMULATOR_BINARY_PATH to its jar.',
  );
}
