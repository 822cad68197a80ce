import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findFirestoreJar, lookForFirestoreJar } from '../../local/emulators/firestoreJar.ts';
import { findJava, listJava } from '../../local/emulators/java.ts';
import { claimPorts, requireFree } from '../../local/emulators/ports.ts';
import { SetupProblem, startSuite } from '../../local/suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'setup-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fakeJava(name: string, version: string, withCompiler = true): string {
  const home = join(folder, name);
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'release'), `JAVA_VERSION="${version}"\n`);
  for (const tool of withCompiler ? ['java', 'javac'] : ['java']) writeFileSync(join(home, 'bin', tool), '');
  return home;
}

describe('Java', () => {
  const old = fakeJava('old', '17.0.15');
  const runtime = fakeJava('runtime', '22', false);
  const good = fakeJava('good', '25.0.3');

  test('an old one on the PATH does not hide a new one elsewhere', () => {
    const java = findJava({ env: { PATH: join(old, 'bin') }, homes: [join(folder, '*')] });
    expect(java).toMatchObject({ version: 25, java: join(good, 'bin', 'java') });
  });

  test('JAVA_HOME comes first, but a compiler counts more', () => {
    const places = { env: { JAVA_HOME: runtime }, homes: [good] };
    expect(listJava(places).map((java) => java.version)).toEqual([22, 25]);
    expect(findJava(places).version).toBe(25);
    expect(findJava({ env: { JAVA_HOME: runtime }, homes: [] })).toMatchObject({ version: 22, javac: null });
  });

  test('the version is asked for where no release file tells it', () => {
    const home = fakeJava('silent', '');
    rmSync(join(home, 'release'));
    writeFileSync(join(home, 'bin', 'java'), '#!/bin/sh\necho \'openjdk version "21.0.2" 2024\' >&2\n');
    chmodSync(join(home, 'bin', 'java'), 0o755);
    expect(findJava({ env: { JAVA_HOME: home }, homes: [] }).version).toBe(21);
  });

  test('none, or only an old one, is said in a sentence that helps', () => {
    expect(() => findJava({ env: {}, homes: [] })).toThrow(
      /needs Java 21 or newer \(none was found\): install a JDK/,
    );
    expect(() => findJava({ env: { JAVA_HOME: old }, homes: [] })).toThrow(/found only version 17/);
  });
});

describe('the Firestore emulator', () => {
  const empty = { env: { FIREBASE_EMULATORS_PATH: join(folder, 'cache') }, home: folder, sdkFolders: [] };
  const sdkJar = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

  function put(...path: string[]): string {
    const file = join(folder, ...path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    return file;
  }

  test('is looked for in the variable, the cache of the CLI, the Google Cloud CLI, in this order', () => {
    expect(lookForFirestoreJar(empty)).toBeNull();
    const inSdk = put('sdk', sdkJar);
    put('sdk', 'bin', 'gcloud');
    const onPath = { ...empty, env: { ...empty.env, PATH: join(folder, 'sdk', 'bin') } };
    expect(lookForFirestoreJar(onPath)?.path).toBe(inSdk);
    expect(lookForFirestoreJar({ ...empty, sdkFolders: [join(folder, 'sdk')] })?.path).toBe(inSdk);
    put('cache', 'cloud-firestore-emulator-v1.9.0.jar');
    const newest = put('cache', 'cloud-firestore-emulator-v1.22.0.jar');
    expect(lookForFirestoreJar(onPath)).toEqual({
      path: newest,
      version: 'cloud-firestore-emulator-v1.22.0.jar',
      fromCli: true,
    });
    const given = put('own.jar');
    const withVariable = { ...onPath, env: { ...onPath.env, FIRESTORE_EMULATOR_BINARY_PATH: given } };
    expect(lookForFirestoreJar(withVariable)?.path).toBe(given);
  });

  test('a variable that names nothing, and an emulator that cannot be had, are said in one sentence', () => {
    const wrong = { ...empty, env: { FIRESTORE_EMULATOR_BINARY_PATH: join(folder, 'none.jar') } };
    expect(() => lookForFirestoreJar(wrong)).toThrow(/names .*none\.jar, and there is no such file/);
    // A proxy that refuses stands for a machine without a network.
    const offline = {
      ...empty,
      env: {
        FIREBASE_EMULATORS_PATH: join(folder, 'other'),
        HTTPS_PROXY: 'http://127.0.0.1:9',
        HOME: folder,
      },
    };
    expect(() => findFirestoreJar(offline)).toThrow(
      /is absent and could not be downloaded: run `npx firebase setup/,
    );
  }, 60_000);
});

describe('ports', () => {
  test('two claims at the same moment never share one', async () => {
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimPorts(12)));
    const all = claims.flatMap((claim) => claim.claimed);
    expect(new Set(all).size).toBe(60);
    for (const claim of claims) claim.release();
  });

  test('a port in use is named, with what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(requireFree({ hosting: port })).rejects.toThrow(
      new RegExp(`Port ${port} \\(hosting\\) is in use: stop the other`),
    );
    server.close();
    await requireFree({ hosting: port });
  });
});

test('functions that are not built are said so before anything starts', async () => {
  const options = { only: ['functions'], functionsDir: folder } as const;
  await expect(startSuite(options)).rejects.toThrow(SetupProblem);
  await expect(startSuite(options)).rejects.toThrow(/not built .*node scripts\/build\.mjs/);
});

test('a project that could be a real one is refused', async () => {
  await expect(startSuite({ project: 'nam-ro' })).rejects.toThrow(/begins with demo-/);
});
