// Starts the Emulator Suite, completed by the event relay, the Storage rules and the clock.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readBackends, type Backends } from './clock/backends.ts';
import { Clock } from './clock/clock.ts';
import { startClockServer } from './clock/clockServer.ts';
import { parseMoment } from './clock/localTime.ts';
import { startCli, type Cli } from './emulators/cli.ts';
import { findFirestoreJar, type FirestoreJar } from './emulators/firestoreJar.ts';
import { functionExports } from './emulators/functionExports.ts';
import { writeManifestJar } from './emulators/jar.ts';
import { findJava } from './emulators/java.ts';
import { fillRunFolder, makeRunFolder, writeJava, type RunFolder } from './emulators/runFolder.ts';
import { cleanStaleRuns, recordRun, removeRun } from './emulators/staleRuns.ts';
import { storageRulesJar } from './emulators/storageRules.ts';
import { keepData, type KeptData } from './keptData.ts';
import { startRelay, type Relay } from './relay/relay.ts';
import { choosePorts, type ChosenPorts } from './suitePorts.ts';
import { connectSuite, type SuiteClient } from './suiteClient.ts';
import {
  defaultProject,
  emulators as all,
  region,
  type SuiteCoordinates,
  type SuiteOptions,
} from './suiteOptions.ts';
import { runControl } from './runControl.ts';

export { connectSuite, type SuiteClient } from './suiteClient.ts';
export type { Emulator, SuiteCoordinates, SuiteOptions, SuitePorts } from './suiteOptions.ts';

export interface Suite extends SuiteClient {
  coordinates: SuiteCoordinates;
  /** The data was there already (see `dataDir`). */
  resumed: boolean;
  /** Writes the data to `dataDir` now; without one nothing happens. */
  saveData: () => Promise<void>;
  /** Saves the data if they are kept, and leaves nothing running. */
  stop: () => Promise<void>;
}

/** What a start has opened so far, in the order in which it is closed again. */
type Closing = (() => void | Promise<void>)[];

const upWithinMs = 120_000;
const loadedWithinMs = 30_000;
const stopWithinMs = 20_000;
const firestoreMain = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

function coordinatesOf(options: SuiteOptions, { ports }: ChosenPorts, folder: string): SuiteCoordinates {
  const project = options.project ?? defaultProject;
  if (!project.startsWith('demo-'))
    throw new Error(`A local project's id begins with demo-, and ${project} does not.`);
  const host = (port: number) => `127.0.0.1:${port}`;
  const env = {
    GCLOUD_PROJECT: project,
    FIREBASE_CONFIG: JSON.stringify({ projectId: project, storageBucket: `${project}.appspot.com` }),
    FIRESTORE_EMULATOR_HOST: host(ports.firestore),
    FIREBASE_AUTH_EMULATOR_HOST: host(ports.auth),
    FIREBASE_STORAGE_EMULATOR_HOST: host(ports.storage),
    STORAGE_EMULATOR_HOST: `http://${host(ports.storage)}`,
    NAM_RO_CLOCK: `http://${host(ports.clock)}`,
    NAM_RO_TASKS: `http://${host(ports.clock)}`,
  };
  const emulators = [...(options.only ?? all)];
  return { project, region, ports, emulators, env, hostingUrl: `http://${host(ports.hosting)}`, folder };
}

function linkFirestore(jar: FirestoreJar, run: string): string {
  const path = join(run, 'firestore.jar');
  // The Cloud CLI's jar has no main class, and the CLI changes the mode of the file it is given.
  if (jar.fromCli) symlinkSync(jar.path, path);
  else writeManifestJar(path, firestoreMain, [jar.path]);
  return path;
}

async function emulatorEnv(
  run: RunFolder,
  { ports, emulators, env }: SuiteCoordinates,
): Promise<Record<string, string>> {
  const needsJava = emulators.includes('firestore') || emulators.includes('storage');
  if (!needsJava) return {};
  const java = findJava();
  const jar = findFirestoreJar();
  writeJava(run.path, java.java);
  const storage = emulators.includes('storage')
    ? { STORAGE_EMULATOR_BINARY_PATH: await storageRulesJar(java, jar, run.path) }
    : {};
  const functions = emulators.includes('functions')
    ? {
        NAM_RO_RELAY: `127.0.0.1:${ports.relay}`,
        NAM_RO_CLOCK: env['NAM_RO_CLOCK'] ?? '',
        NAM_RO_TASKS: env['NAM_RO_TASKS'] ?? '',
      }
    : {};
  return { FIRESTORE_EMULATOR_BINARY_PATH: linkFirestore(jar, run.path), ...storage, ...functions };
}

/** Every export must be there: a function that failed to load is otherwise one line in a log. */
async function loadedBackends(cli: Cli, functionsPort: number, expected: string[]): Promise<Backends> {
  const end = Date.now() + loadedWithinMs;
  for (;;) {
    const backends = await readBackends(functionsPort);
    const missing = expected.filter((name) => !backends.entryPoints.includes(name));
    if (missing.length === 0) return backends;
    if (Date.now() > end) {
      const hints = cli.log().filter((line) => /functions?\b.*(fail|error|ignored)/i.test(line));
      throw new Error(`The Functions emulator did not load ${missing.join(', ')}.\n${hints.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

interface Helpers {
  relay: Relay;
  clock: Clock;
}

/** The relay and the clock listen before the emulators start, which are told where to find them. */
async function startHelpers(
  coordinates: SuiteCoordinates,
  options: SuiteOptions,
  kept: KeptData | null,
  cli: () => number,
  closing: Closing,
): Promise<Helpers> {
  const { project, ports } = coordinates;
  const parallel = options.parallel ?? 4;
  const relay = await startRelay({
    port: ports.relay,
    functionsPort: ports.functions,
    firestorePort: ports.firestore,
    project,
    parallel,
  });
  closing.unshift(() => relay.close());
  const clock = new Clock({
    functions: { port: ports.functions, project },
    parallel,
    tombstoneMs: (options.tombstoneHours ?? 24) * 3_600_000,
    state: kept?.clock ?? null,
    startAt: options.startAt === undefined ? null : parseMoment(options.startAt),
    events: () => relay.queue.accepted,
    settleEvents: () => relay.settle(),
    onProblem: (error) => options.say?.(error.message),
  });
  relay.queue.onEvent = () => clock.touched();
  closing.unshift(() => clock.stop());
  const control = runControl({ relay, clock: () => clock, cli, coordinates });
  const server = await startClockServer(clock, control, ports.clock);
  closing.unshift(() => server.close());
  return { relay, clock };
}

function within<T>(ms: number, cli: Cli, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `The Emulator Suite was not up within ${ms / 1000} s:\n${cli.log().slice(-25).join('\n')}`,
          ),
        ),
      ms,
    );
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

export async function startSuite(options: SuiteOptions = {}): Promise<Suite> {
  const closing: Closing = [];
  try {
    return await open(options, closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

async function open(options: SuiteOptions, closing: Closing): Promise<Suite> {
  cleanStaleRuns();
  const chosen = await choosePorts(options.fixedPorts ?? false);
  closing.unshift(() => chosen.release());
  const run = makeRunFolder();
  closing.unshift(() => removeRun(run));
  recordRun(run, 0);
  const coordinates = coordinatesOf(options, chosen, run.path);
  const { project, ports, emulators } = coordinates;
  const web = {
    projectId: project,
    region,
    ports,
    clock: coordinates.env['NAM_RO_CLOCK'] ?? '',
    org: options.org ?? 'demo',
  };
  fillRunFolder(run.path, { ...chosen, emulators, options, web });
  const kept = options.dataDir === undefined ? null : keepData(options.dataDir);
  const env = await emulatorEnv(run, coordinates);
  const hasFunctions = emulators.includes('functions');
  let cli: Cli | null = null;
  const helpers = hasFunctions
    ? await startHelpers(coordinates, options, kept, () => cli?.pid ?? 0, closing)
    : null;
  cli = startCli({ run, project, emulators, importFrom: kept?.importFrom ?? null, env });
  const started = cli;
  recordRun(run, started.pid);
  process.once('exit', started.killNow);
  closing.unshift(async () => {
    await started.stop(stopWithinMs);
    process.removeListener('exit', started.killNow);
  });
  await within(upWithinMs, started, ready(started, coordinates, run, helpers));
  return suiteOf(coordinates, kept, helpers, closing);
}

async function ready(
  cli: Cli,
  { ports, env }: SuiteCoordinates,
  run: RunFolder,
  helpers: Helpers | null,
): Promise<void> {
  const index = join(run.path, 'functions', 'lib', 'index.js');
  const [expected] = await Promise.all([helpers ? functionExports(index, env) : [], cli.started]);
  if (!helpers) return;
  const backends = await loadedBackends(cli, ports.functions, expected);
  await helpers.relay.register();
  helpers.clock.start(backends);
}

function suiteOf(
  coordinates: SuiteCoordinates,
  kept: KeptData | null,
  helpers: Helpers | null,
  closing: Closing,
): Suite {
  const saveData = async () => kept?.save(coordinates.ports.hub, helpers?.clock ?? null);
  return {
    ...connectSuite(coordinates),
    coordinates,
    resumed: kept !== null && kept.importFrom !== null,
    saveData,
    async stop() {
      if (closing.length === 0) return;
      helpers?.clock.stop();
      await saveData();
      await closeAll(closing);
    },
  };
}
