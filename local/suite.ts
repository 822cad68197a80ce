// Starts the Emulator Suite, completed by the event relay, the Storage rules and the clock.
import { join } from 'node:path';
import { Closing } from './closing.ts';
import { startCompanions, type Companions } from './companions.ts';
import { coordinatesOf, webLocalOf } from './coordinates.ts';
import { startCli, type Cli } from './emulators/cli.ts';
import { functionExports } from './emulators/functionExports.ts';
import { loadedBackends } from './emulators/loadedBackends.ts';
import { prepareEmulators } from './emulators/prepare.ts';
import { fillRunFolder, makeRunFolder, type RunFolder } from './emulators/runFolder.ts';
import { cleanStaleRuns, recordRun, removeRun } from './emulators/staleRuns.ts';
import { keepData, saveEveryMs, type KeptData } from './keptData.ts';
import { SetupProblem } from './setupProblem.ts';
import { connectSuite, type SuiteClient } from './suiteClient.ts';
import type { SuiteCoordinates, SuiteOptions } from './suiteOptions.ts';
import { choosePorts } from './suitePorts.ts';

export { connectSuite, type SuiteClient } from './suiteClient.ts';
export { SetupProblem } from './setupProblem.ts';
export type { Emulator, SuiteCoordinates, SuiteOptions, SuitePorts } from './suiteOptions.ts';

export interface Suite extends SuiteClient {
  coordinates: SuiteCoordinates;
  /** The data was there already (see `dataDir`). */
  resumed: boolean;
  /** Resolves when the emulators end, whether by `stop()` or by themselves. */
  ended: Promise<void>;
  /** Writes the data to `dataDir` now; without one nothing happens. */
  saveData: () => Promise<void>;
  /** Saves the data if they are kept (unless told otherwise), and leaves nothing running. */
  stop: (options?: { keepData?: boolean }) => Promise<void>;
}

const upWithinMs = 180_000;
const stopWithinMs = 20_000;
const settleWithinMs = 15_000;

export async function startSuite(options: SuiteOptions = {}): Promise<Suite> {
  const closing = new Closing();
  try {
    return await open(options, closing);
  } catch (error) {
    await closing.closeAll();
    throw error;
  }
}

async function open(options: SuiteOptions, closing: Closing): Promise<Suite> {
  await cleanStaleRuns();
  const chosen = await choosePorts(options.fixedPorts ?? false);
  closing.add(() => chosen.release());
  const run = makeRunFolder();
  closing.add(() => removeRun(run));
  recordRun(run, 0);
  const coordinates = coordinatesOf(options, chosen.ports, run.path);
  const { emulators } = coordinates;
  fillRunFolder(run.path, { ...chosen, emulators, options, web: webLocalOf(coordinates, options.org) });
  const env = { ...(await prepareEmulators(run, coordinates)), ...options.functionsEnv };
  const kept = options.dataDir === undefined ? null : keepData(options.dataDir);
  let cli: Cli | null = null;
  const companions = emulators.includes('functions')
    ? await startCompanions({ coordinates, options, kept, cli: () => cli, closing })
    : null;
  cli = openCli(run, coordinates, kept, env, closing);
  closing.add(() => companions?.control.killFunctions());
  await within(upWithinMs, cli, ready(cli, coordinates, companions), options.signal);
  return { ...suiteOf(coordinates, kept, companions, closing), ended: cli.ended };
}

function openCli(
  run: RunFolder,
  { project, emulators }: SuiteCoordinates,
  kept: KeptData | null,
  env: Record<string, string>,
  closing: Closing,
): Cli {
  const cli = startCli({ run, project, emulators, importFrom: kept?.importFrom ?? null, env });
  recordRun(run, cli.pid);
  process.once('exit', cli.killNow);
  closing.add(async () => {
    await cli.stop(stopWithinMs);
    process.removeListener('exit', cli.killNow);
  });
  return cli;
}

async function ready(cli: Cli, coordinates: SuiteCoordinates, companions: Companions | null): Promise<void> {
  const { folder, env, ports } = coordinates;
  const index = join(folder, 'functions', 'lib', 'index.js');
  const [expected] = await Promise.all([companions ? functionExports(index, env) : [], cli.started]);
  await companions?.begin(await loadedBackends(cli, ports.functions, expected));
}

function within<T>(ms: number, cli: Cli, promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const late = () =>
      new Error(`The Emulator Suite was not up within ${ms / 1000} s:\n${cli.log().slice(-25).join('\n')}`);
    timer = setTimeout(() => reject(late()), ms);
    signal?.addEventListener('abort', () =>
      reject(new SetupProblem('Stopped before the Emulator Suite was up.')),
    );
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function suiteOf(
  coordinates: SuiteCoordinates,
  kept: KeptData | null,
  companions: Companions | null,
  closing: Closing,
): Omit<Suite, 'ended'> {
  // Saved by itself only once somebody said that the data are worth keeping.
  let isSaved = kept !== null && kept.importFrom !== null;
  const saveData = async () => {
    if (kept === null) return;
    isSaved = true;
    // An import fires no trigger: an event that is not handled by now would be lost with the process.
    await companions?.relay.quiet(settleWithinMs).catch(() => undefined);
    await kept.save(coordinates.ports.hub, companions?.clock ?? null);
  };
  const saving = setInterval(() => {
    if (isSaved && !companions?.clock.mover.moving) void saveData().catch(() => undefined);
  }, saveEveryMs);
  const stop = async (keep: boolean) => {
    clearInterval(saving);
    companions?.clock.stop();
    try {
      if (keep) await saveData();
    } finally {
      await closing.closeAll();
    }
  };
  let stopped: Promise<void> | null = null;
  return {
    ...connectSuite(coordinates),
    coordinates,
    resumed: isSaved,
    saveData,
    stop: ({ keepData: keep = true } = {}) => (stopped ??= stop(keep)),
  };
}
