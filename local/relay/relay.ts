// The event relay: stands between Firestore and the functions, because the plain suite delivers one event after
// another, never tries one again, and cannot tell when everything is handled.
import type { IncomingHttpHeaders } from 'node:http';
import { close, jsonServer, listen, type Call, type Route } from '../http/jsonServer.ts';
import { post } from '../http/post.ts';
import type { SuitePorts } from '../suiteOptions.ts';
import { DeliveryQueue } from './deliveryQueue.ts';
import type { Event, Outcome } from './event.ts';
import type { Faults } from './faults.ts';
import { deadMessage, registerMarkerTrigger, Settler } from './settle.ts';

export interface RelayOptions {
  ports: Pick<SuitePorts, 'relay' | 'functions' | 'firestore'>;
  project: string;
  parallel: number;
  attempts: number;
  explain: (answer: Outcome) => Promise<Outcome>;
}

export interface RelayStatus {
  accepted: number;
  queued: number;
  waiting: number;
  running: string[];
  dead: number;
  dropped: number;
  faults: Faults;
}

export interface Relay {
  queue: DeliveryQueue;
  /** To be called once Firestore is up. */
  register: () => Promise<void>;
  /** Resolves when every event is handled; does not look at dead ones. */
  quiet: (limitMs?: number) => Promise<number>;
  /** The same, and rejects once for each event that died since. */
  settle: (limitMs?: number) => Promise<number>;
  status: () => RelayStatus;
  close: () => Promise<void>;
}

/** A function's own limit is enforced by the emulator; this one is for requests that it never answers. */
const unanswered = 100_000;
const settleLimit = 120_000;

/** What belongs to the connection with Firestore, and not to the event. */
const perConnection = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'expect',
]);

function eventHeaders(headers: IncomingHttpHeaders, length: number) {
  const kept = Object.entries(headers).filter(([name]) => !perConnection.has(name));
  return { ...Object.fromEntries(kept), 'content-length': length };
}

function eventOf({ request, params, body }: Call): Event {
  const document = request.headers['ce-document'] ?? '';
  return {
    trigger: params[0] ?? '',
    document: Array.isArray(document) ? document.join() : document,
    path: request.url ?? '',
    headers: eventHeaders(request.headers, body.length),
    body,
  };
}

function routesOf(relay: Relay, settler: Settler): Route[] {
  const { queue } = relay;
  return [
    {
      method: 'POST',
      path: /^\/functions\/projects\/[^/]+\/triggers\/(.+)$/,
      handle(call) {
        const event = eventOf(call);
        if (!settler.arrived(event.document)) queue.submit(event);
      },
    },
    { method: 'GET', path: /^\/relay\/status$/, handle: () => relay.status() },
    { method: 'GET', path: /^\/relay\/dead$/, handle: () => queue.dead },
    { method: 'DELETE', path: /^\/relay\/dead$/, handle: () => void queue.dead.splice(0) },
    {
      method: 'GET',
      path: /^\/relay\/dropped$/,
      handle: () => queue.dropped.map(({ trigger, document }) => ({ trigger, document })),
    },
    { method: 'GET', path: /^\/relay\/log$/, handle: () => queue.log },
    {
      method: 'PUT',
      path: /^\/relay\/faults$/,
      handle: ({ json }) => queue.setFaults(json() as Partial<Faults>),
    },
    { method: 'POST', path: /^\/relay\/settle$/, handle: async () => ({ rounds: await relay.settle() }) },
  ];
}

export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { ports, project, parallel, attempts, explain } = options;
  const deliver = (event: Event, signal: AbortSignal): Promise<Outcome> =>
    post({
      port: ports.functions,
      path: event.path,
      headers: event.headers,
      body: event.body,
      timeoutMs: unanswered,
      signal,
    }).then(explain);
  const queue = new DeliveryQueue({
    parallel,
    parallelPerTrigger: Math.max(1, Math.ceil(parallel / 2)),
    attempts,
    firstBackoffMs: 50,
    lastBackoffMs: 2000,
    deliver,
  });
  const firestore = { port: ports.firestore, project };
  const settler = new Settler(queue, firestore);
  const relay: Relay = {
    queue,
    register: () => registerMarkerTrigger(firestore),
    quiet: (limitMs = settleLimit) => settler.quiet(limitMs),
    async settle(limitMs = settleLimit) {
      const rounds = await settler.quiet(limitMs);
      const dead = settler.takeDead();
      if (dead.length > 0) throw new Error(deadMessage(dead));
      return rounds;
    },
    status: () => ({
      accepted: queue.accepted,
      ...queue.pending(),
      dead: queue.dead.length,
      dropped: queue.dropped.length,
      faults: queue.faults,
    }),
    close: () => {
      queue.close();
      return close(server);
    },
  };
  const server = jsonServer(routesOf(relay, settler));
  await listen(server, ports.relay);
  return relay;
}
