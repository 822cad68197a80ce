// Finds a Java that the emulators can run on; the one on the PATH may be older than what they want.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { SetupProblem } from '../setupProblem.ts';

export const oldestJava = 21;

export interface Java {
  home: string;
  version: number;
  java: string;
  /** null: a runtime without the compiler. */
  javac: string | null;
}

/** Where package managers and version managers put their JVMs, on Linux and on a Mac. */
const usualHomes = [
  '/usr/lib/jvm/*',
  '/usr/lib64/jvm/*',
  '/usr/java/*',
  '/opt/java/*',
  '/opt/jdk*',
  '/Library/Java/JavaVirtualMachines/*/Contents/Home',
  '/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home',
  join(homedir(), '.sdkman/candidates/java/*'),
  join(homedir(), '.jdks/*'),
];

export interface JavaPlaces {
  env: Record<string, string | undefined>;
  homes: string[];
}

function homeOf(java: string): string | null {
  return existsSync(java) ? dirname(dirname(realpathSync(java))) : null;
}

/** The `release` file costs a read where asking the program costs a start; not every build has one. */
function versionOf(home: string): number | null {
  const release = join(home, 'release');
  const text = existsSync(release) ? readFileSync(release, 'utf8') : askVersion(join(home, 'bin', 'java'));
  const major = /(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)/.exec(text)?.[1];
  return major === undefined ? null : Number(major);
}

/** It answers on the error stream. */
function askVersion(java: string): string {
  return spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr;
}

function javaAt(home: string): Java | null {
  const java = join(home, 'bin', 'java');
  const version = existsSync(java) ? versionOf(home) : null;
  if (version === null) return null;
  const javac = join(home, 'bin', 'javac');
  return { home, version, java, javac: existsSync(javac) ? javac : null };
}

/** Every Java of this machine, in the order in which people expect them to be preferred. */
export function listJava(places: JavaPlaces = { env: process.env, homes: usualHomes }): Java[] {
  const path = (places.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const homes = [
    places.env['JAVA_HOME'] ?? null,
    ...path.map((folder) => homeOf(join(folder, 'java'))),
    ...places.homes
      .flatMap((pattern) => globSync(pattern))
      .sort()
      .reverse(),
  ];
  const distinct = new Set(
    homes.filter((home) => home !== null).map((home) => (existsSync(home) ? realpathSync(home) : home)),
  );
  return [...distinct].map(javaAt).filter((java) => java !== null);
}

/** A Java new enough for the emulators, with a compiler if any has one (the Storage rules are compiled). */
export function findJava(places?: JavaPlaces): Java {
  const all = listJava(places);
  const good = all.filter((java) => java.version >= oldestJava);
  const chosen = good.find((java) => java.javac !== null) ?? good[0];
  if (chosen) return chosen;
  const seen =
    all.length === 0
      ? 'none was found'
      : `found only version ${[...new Set(all.map((j) => j.version))].join(', ')}`;
  throw new SetupProblem(
    `The Firestore emulator needs Java ${oldestJava} or newer (${seen}): install a JDK, for example from https://adoptium.net, or point JAVA_HOME at one.`,
  );
}
