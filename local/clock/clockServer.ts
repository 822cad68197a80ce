// The clock over HTTP: rehearsed time, moves, settling, and the Cloud Tasks API beside them.
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { BadCall, close, jsonServer, listen, Reply, type Route } from '../http/jsonServer.ts';
import type { Clock } from './clock.ts';
import type { Due, Failure } from './dueLog.ts';
import { parseDuration, parseMoment } from './localTime.ts';
import type { Moving } from './mover.ts';
import { taskRoutes } from './taskApi.ts';

export interface ClockStatus {
  now: string;
  moving: Moving | null;
  upcoming: Due[];
  failures: Failure[];
  deadEvents: { trigger: string; document: string; error: string }[];
}

/** What the clock can ask of the run that it belongs to. */
export interface RunControl {
  killFunctions: () => Promise<number>;
  resetData: () => Promise<void>;
  deadEvents: () => ClockStatus['deadEvents'];
  clearProblems: () => void;
}

const panel = new URL('panel.html', import.meta.url);
const shown = 30;

function statusOf(clock: Clock, run: RunControl): ClockStatus {
  return {
    now: new Date(clock.now()).toISOString(),
    moving: clock.mover.moving,
    upcoming: clock.due.upcoming().slice(0, shown),
    failures: clock.due.log.failures,
    deadEvents: run.deadEvents(),
  };
}

const field = (json: unknown, name: string): unknown => {
  const value = (json as Record<string, unknown>)[name];
  if (value === undefined) throw new BadCall(`The field \`${name}\` is missing.`);
  return value;
};

function routesOf(clock: Clock, run: RunControl): Route[] {
  const get = (path: RegExp, handle: Route['handle']): Route => ({ method: 'GET', path, handle });
  const set = (path: RegExp, handle: Route['handle']): Route => ({ method: 'POST', path, handle });
  return [
    get(/^\/$/, async () => new Reply(200, await readFile(panel, 'utf8'), 'text/html; charset=utf-8')),
    get(/^\/now$/, () => {
      const real = Date.now();
      return { now: new Date(clock.history.moment(real)).toISOString(), real: new Date(real).toISOString() };
    }),
    get(/^\/history$/, () => clock.history.entries),
    get(/^\/status$/, () => statusOf(clock, run)),
    get(/^\/fired$/, () => clock.due.log.fired),
    set(/^\/set$/, ({ json }) => clock.mover.set(parseMoment(field(json(), 'to')))),
    set(/^\/run-until$/, ({ json }) => clock.mover.runUntil(parseMoment(field(json(), 'to')))),
    set(/^\/advance$/, ({ json }) => clock.mover.runUntil(clock.now() + parseDuration(field(json(), 'by')))),
    set(/^\/settle$/, () => clock.mover.settle()),
    set(/^\/kill-functions$/, async () => ({ killed: await run.killFunctions() })),
    set(/^\/reset$/, () => run.resetData()),
    set(/^\/clear-problems$/, () => run.clearProblems()),
    ...taskRoutes({
      now: () => clock.now(),
      store: clock.store,
      queues: clock.queues,
      wake() {
        clock.touched();
        clock.wake();
      },
    }),
  ];
}

export async function startClockServer(
  clock: Clock,
  run: RunControl,
  port: number,
): Promise<{ close(): Promise<void> }> {
  const server: Server = jsonServer(routesOf(clock, run));
  await listen(server, port);
  return { close: () => close(server) };
}
