// Builds the working folder of one run: copies of what it serves, so that rebuilding never touches a running suite.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, runsDir } from '../paths.ts';
import { SetupProblem } from '../setupProblem.ts';
import type { Emulator, SuiteOptions, SuitePorts, WebLocal } from '../suiteOptions.ts';
import { generateFirebaseJson, type SparePorts } from './firebaseJson.ts';

export interface RunFolder {
  path: string;
  /** Short, because the names of Unix sockets are limited to about 100 characters. */
  temporary: string;
}

export function makeRunFolder(): RunFolder {
  mkdirSync(runsDir, { recursive: true });
  const path = mkdtempSync(join(runsDir, 'run-'));
  mkdirSync(join(path, 'config'));
  mkdirSync(join(path, 'bin'));
  return { path, temporary: mkdtempSync(join(tmpdir(), 'nr-')) };
}

/** Used while a checkout has no rules of its own: nothing is allowed, as in production. */
const closed = {
  'firestore.rules':
    "rules_version = '2';\nservice cloud.firestore { match /databases/{d}/documents { match /{p=**} { allow read, write: if false; } } }\n",
  'storage.rules':
    "rules_version = '2';\nservice firebase.storage { match /b/{b}/o { match /{p=**} { allow read, write: if false; } } }\n",
  'firestore.indexes.json': '{ "indexes": [], "fieldOverrides": [] }\n',
};

function copyRules(run: string, options: SuiteOptions): void {
  const given: Partial<Record<keyof typeof closed, string | undefined>> = {
    'firestore.rules': options.firestoreRules,
    'storage.rules': options.storageRules,
  };
  for (const [name, fallback] of Object.entries(closed)) {
    const source = given[name as keyof typeof closed] ?? join(projectRoot, name);
    writeFileSync(join(run, name), existsSync(source) ? readFileSync(source) : fallback);
  }
}

function copyFunctions(run: string, source: string): void {
  if (!existsSync(join(source, 'lib', 'index.js')))
    throw new SetupProblem(
      `The functions are not built (no lib/index.js in ${source}): run \`node scripts/build.mjs\`.`,
    );
  const target = join(run, 'functions');
  mkdirSync(target);
  for (const part of ['package.json', 'lib', 'assets', 'profiles', '.env'])
    if (existsSync(join(source, part)))
      cpSync(join(source, part), join(target, part), { recursive: true, dereference: true });
  // One installation for all: a copy would cost half a minute, and nothing writes there.
  symlinkSync(join(projectRoot, 'functions', 'node_modules'), join(target, 'node_modules'), 'dir');
}

function copyWeb(run: string, source: string, local: WebLocal): void {
  if (!existsSync(join(source, 'index.html')))
    throw new SetupProblem(
      `The web client is not built (no index.html in ${source}): run \`node scripts/build.mjs\`.`,
    );
  cpSync(source, join(run, 'web'), { recursive: true, dereference: true });
  writeFileSync(join(run, 'web', 'local.json'), JSON.stringify(local, null, 2));
}

export interface RunContent {
  emulators: readonly Emulator[];
  ports: SuitePorts;
  spare: SparePorts;
  options: SuiteOptions;
  web: WebLocal;
}

export function fillRunFolder(run: string, { emulators, ports, spare, options, web }: RunContent): void {
  copyRules(run, options);
  if (emulators.includes('functions'))
    copyFunctions(run, options.functionsDir ?? join(projectRoot, 'functions'));
  if (emulators.includes('hosting')) copyWeb(run, options.webDir ?? join(projectRoot, 'web', 'dist'), web);
  writeFileSync(
    join(run, 'firebase.json'),
    JSON.stringify(generateFirebaseJson(emulators, ports, spare), null, 2),
  );
}

/** The CLI starts whatever `java` it finds on the PATH; this one is the right Java, and brings in the relay. */
export function writeJava(run: string, java: string): void {
  const script = `#!/bin/sh
# Written by the launcher: runs the emulators on the Java that was found, and lets Firestore send its events to the relay.
if [ -n "$NAM_RO_RELAY" ]; then
  for argument do
    shift
    if [ "$previous" = --functions_emulator ]; then argument=$NAM_RO_RELAY; fi
    previous=$argument
    set -- "$@" "$argument"
  done
fi
exec '${java.replaceAll("'", String.raw`'\''`)}' "$@"
`;
  writeFileSync(join(run, 'bin', 'java'), script, { mode: 0o755 });
}
