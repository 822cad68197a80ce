// Finds the Java programs that the CLI is to start, and puts what it needs of them into the folder of the run.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { localSealKey } from '../sealKey.ts';
import type { SuiteCoordinates } from '../suiteOptions.ts';
import { findFirestoreJar, type FirestoreJar } from './firestoreJar.ts';
import { writeManifestJar } from './jar.ts';
import { findJava } from './java.ts';
import { writeJava, type RunFolder } from './runFolder.ts';
import { storageRulesJar } from './storageRules.ts';

const firestoreMain = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

function linkFirestore(jar: FirestoreJar, run: string): string {
  const path = join(run, 'firestore.jar');
  // The Cloud CLI's jar has no main class, and the Firebase CLI changes the mode of the file it is given.
  if (jar.fromCli) symlinkSync(jar.path, path);
  else writeManifestJar(path, firestoreMain, [jar.path]);
  return path;
}

/** The variables with which the CLI is to run. */
export async function prepareEmulators(
  run: RunFolder,
  { ports, emulators, env }: SuiteCoordinates,
): Promise<Record<string, string>> {
  const needsJava = emulators.includes('firestore') || emulators.includes('storage');
  if (!needsJava) return {};
  const java = findJava();
  const jar = findFirestoreJar();
  writeJava(run.path, java.java);
  const storage = emulators.includes('storage') ? await storageRulesJar(java, jar, run.path) : null;
  const { NAM_RO_CLOCK = '', NAM_RO_TASKS = '' } = env;
  return {
    FIRESTORE_EMULATOR_BINARY_PATH: linkFirestore(jar, run.path),
    ...(storage === null ? {} : { STORAGE_EMULATOR_BINARY_PATH: storage }),
    ...(emulators.includes('functions')
      ? {
          ...{ NAM_RO_RELAY: `127.0.0.1:${ports.relay}`, NAM_RO_CLOCK, NAM_RO_TASKS },
          NAM_RO_SEAL_KEY: localSealKey(),
        }
      : {}),
  };
}
