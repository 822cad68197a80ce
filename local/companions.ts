// The relay and the clock of a run: what the Emulator Suite lacks, beside it.
import { Clock } from './clock/clock.ts';
import type { Backends } from './clock/backends.ts';
import { startClockServer, type RunControl } from './clock/clockServer.ts';
import { parseMoment } from './clock/localTime.ts';
import type { Closing } from './closing.ts';
import type { Cli } from './emulators/cli.ts';
import type { KeptData } from './keptData.ts';
import { startRelay, type Relay } from './relay/relay.ts';
import { runControl } from './runControl.ts';
import type { SuiteCoordinates, SuiteOptions } from './suiteOptions.ts';

export interface Companions {
  relay: Relay;
  clock: Clock;
  control: RunControl;
  /** To be called once every function is loaded. */
  begin: (backends: Backends) => Promise<void>;
}

export interface CompanionsStart {
  coordinates: SuiteCoordinates;
  options: SuiteOptions;
  kept: KeptData | null;
  /** They listen before the CLI starts, which is told where to find them. */
  cli: () => Cli | null;
  closing: Closing;
}

const hourMs = 3_600_000;

export async function startCompanions(start: CompanionsStart): Promise<Companions> {
  const { coordinates, options, kept, cli, closing } = start;
  const { project, ports } = coordinates;
  const parallel = options.parallel ?? 4;
  const explain: Cli['explain'] = async (answer) => (await cli()?.explain(answer)) ?? answer;
  const relay = await startRelay({ ports, project, parallel, attempts: options.eventAttempts ?? 6, explain });
  closing.add(() => relay.close());
  const clock = new Clock({
    functions: { port: ports.functions, project },
    parallel,
    tombstoneMs: (options.tombstoneHours ?? 24) * hourMs,
    state: kept?.clock ?? null,
    startAt: options.startAt === undefined ? null : parseMoment(options.startAt),
    explain,
    events: () => relay.queue.accepted,
    settleEvents: () => relay.settle(),
    onProblem: (error) => options.say?.(error.message),
  });
  relay.queue.onEvent = () => clock.touched();
  closing.add(() => clock.stop());
  const control = runControl({ relay, clock, cli: () => cli()?.pid ?? 0, coordinates });
  const server = await startClockServer(clock, control, ports.clock);
  closing.add(() => server.close());
  const begin = async (backends: Backends) => {
    await relay.register();
    clock.start(backends);
  };
  return { relay, clock, control, begin };
}
