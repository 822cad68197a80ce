// Reaches a running suite from any process, by its coordinates: a test worker gets them by `inject('suite')`.
import { clockClient, type ClockClient } from './clock/clockClient.ts';
import { callJson } from './http/callJson.ts';
import { relayClient, type RelayClient } from './relay/relayClient.ts';
import { wipe } from './wipe.ts';
import type { SuiteCoordinates, SuitePorts } from './suiteOptions.ts';

export interface SuiteClient {
  project: string;
  region: string;
  ports: SuitePorts;
  /** Variables that point the admin SDK, and whatever reads them, at this suite. */
  env: Record<string, string>;
  hostingUrl: string;
  clock: ClockClient;
  relay: RelayClient;
  /**
   * Resolves when every event of every write so far is handled, those of the functions' own writes too, and every
   * task that is due by now has run. Rejects once for each event or task that failed for good.
   */
  settle: () => Promise<void>;
  /** kill -9 for every function process of this run; returns how many there were. The next event starts new ones. */
  killFunctions: () => Promise<number>;
  /** Empties Firestore, Auth, Storage, the queues of tasks and events, and makes the clock settable again. */
  resetData: () => Promise<void>;
}

export function connectSuite(coordinates: SuiteCoordinates): SuiteClient {
  const { project, region, ports, env, hostingUrl, emulators } = coordinates;
  const hasFunctions = emulators.includes('functions');
  const clock = clockClient(ports.clock);
  const onlyWithFunctions = () => Promise.reject(new Error('This suite runs without functions.'));
  return {
    project,
    region,
    ports,
    env,
    hostingUrl,
    clock,
    relay: relayClient(ports.relay),
    settle: async () => void (hasFunctions && (await callJson('POST', `${clock.url}/settle`))),
    killFunctions: hasFunctions
      ? async () => (await callJson<{ killed: number }>('POST', `${clock.url}/kill-functions`)).killed
      : onlyWithFunctions,
    resetData: async () =>
      void (await (hasFunctions ? callJson('POST', `${clock.url}/reset`) : wipe(coordinates))),
  };
}
