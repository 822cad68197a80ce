// An event on its way to a function, and what becomes of it.
import type { OutgoingHttpHeaders } from 'node:http';

export interface Event {
  /** The trigger's key, such as `asia-southeast1-onSheetWritten-0`. */
  trigger: string;
  document: string;
  path: string;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

export interface Outcome {
  status: number;
  body: string;
}

export interface DeadEvent {
  trigger: string;
  document: string;
  attempts: number;
  status: number;
  error: string;
  /** A settle() has already failed because of it. */
  reported: boolean;
}

export interface DeliveryRecord {
  trigger: string;
  document: string;
  attempt: number;
  status: number;
  ms: number;
}

export interface QueueOptions {
  /** Deliveries at the same time. */
  parallel: number;
  /** The same for one trigger: the Functions emulator starts a process for each request beyond the first. */
  parallelPerTrigger: number;
  attempts: number;
  firstBackoffMs: number;
  lastBackoffMs: number;
  deliver: (event: Event, signal: AbortSignal) => Promise<Outcome>;
}
