// Stands in for functions/src/app.ts, so that the real triggers run on the ports of the delivery that calls them.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Accounts, EvidencePorts, Ports, ReportPorts } from '../../functions/src/handlers/ports.ts';

export type AllPorts = Ports & EvidencePorts & ReportPorts & { accounts: Accounts };
/** Called for each piece of work that a trigger hands on; runs it, or only notes that it would. */
export type Worker = (fn: string, work: (ports: AllPorts) => Promise<void>) => Promise<void>;

export const delivery = new AsyncLocalStorage<Worker>();

function run(fn: string, work: (ports: AllPorts) => Promise<void>): Promise<void> {
  const worker = delivery.getStore();
  if (!worker) throw new Error(`${fn} was called outside a delivery`);
  return worker(fn, work);
}

export const withPorts = (fn: string, work: (ports: Ports) => Promise<void>) => run(fn, work);
export const withReports = (fn: string, work: (ports: ReportPorts) => Promise<void>) => run(fn, work);
export const withAccounts = (ports: Ports, work: (ports: AllPorts) => Promise<void>) =>
  work(ports as AllPorts);
export const withEvidence = (ports: Ports, work: (ports: AllPorts) => Promise<void>) =>
  work(ports as AllPorts);
/** A seal says what stood at that night, which is another thing in each run (docs/faults.md). */
export const withSeals = async () => undefined;
