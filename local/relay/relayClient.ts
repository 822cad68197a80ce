// Talks to the relay of a running suite from any process.
import { callJson } from '../http/callJson.ts';
import type { DeadEvent, DeliveryRecord } from './event.ts';
import type { Faults } from './faults.ts';
import type { RelayStatus } from './relay.ts';

export interface RelayClient {
  status: () => Promise<RelayStatus>;
  /** Sets these faults and switches off all others; `{}` switches off all. */
  setFaults: (faults: Partial<Faults>) => Promise<void>;
  /** Events given up after the last attempt. */
  dead: () => Promise<DeadEvent[]>;
  clearDead: () => Promise<void>;
  dropped: () => Promise<{ trigger: string; document: string }[]>;
  /** The latest 1,000 deliveries, oldest first. */
  log: () => Promise<DeliveryRecord[]>;
}

export function relayClient(port: number): RelayClient {
  const url = (what: string) => `http://127.0.0.1:${port}/relay/${what}`;
  return {
    status: () => callJson('GET', url('status')),
    setFaults: (faults) => callJson('PUT', url('faults'), faults),
    dead: () => callJson('GET', url('dead')),
    clearDead: () => callJson('DELETE', url('dead')),
    dropped: () => callJson('GET', url('dropped')),
    log: () => callJson('GET', url('log')),
  };
}
