// What tests may do to a running suite: kill its functions, empty its data.
import type { Clock } from './clock/clock.ts';
import type { RunControl } from './clock/clockServer.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { endNow, isAlive, listProcesses } from './processes.ts';
import type { Relay } from './relay/relay.ts';
import type { SuiteCoordinates } from './suiteOptions.ts';
import { wipe } from './wipe.ts';

export interface Controlled {
  relay: Relay;
  clock: Clock;
  /** The CLI, whose children the function processes are. */
  cli: () => number;
  coordinates: SuiteCoordinates;
}

const worker = 'functionsEmulatorRuntime';

export function runControl({ relay, clock, cli, coordinates }: Controlled): RunControl {
  return {
    async killFunctions() {
      const workers = listProcesses().filter((p) => p.parent === cli() && p.command.includes(worker));
      for (const { pid } of workers) endNow(pid);
      // Until the CLI has noticed, it would hand the next event to a process that is gone.
      while (workers.some(({ pid }) => isAlive(pid))) await sleep(5);
      relay.queue.abortRunning();
      clock.due.abortRunning();
      return workers.length;
    },
    async resetData() {
      relay.queue.setFaults({});
      // Thousands of events may still be on their way from Firestore, all of them about what is wiped; the deletions
      // that empty it are events too.
      relay.queue.discarding = true;
      relay.queue.clear();
      clock.reset();
      await clock.due.idle();
      await relay.quiet();
      await wipe(coordinates);
      await relay.quiet();
      relay.queue.restart();
      clock.reset();
    },
    deadEvents: () => relay.queue.dead.map(({ trigger, document, error }) => ({ trigger, document, error })),
    clearProblems() {
      relay.queue.dead.length = 0;
      clock.due.log.failures.length = 0;
    },
  };
}
