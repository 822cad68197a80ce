// Talks to the clock of a running suite from any process.
import { callJson } from '../http/callJson.ts';
import type { ClockStatus } from './clockServer.ts';
import type { Fired } from './dueLog.ts';
import type { Moved } from './mover.ts';
import type { OffsetEntry } from './offsetHistory.ts';

export interface ClockClient {
  url: string;
  now: () => Promise<{ now: string; real: string }>;
  history: () => Promise<OffsetEntry[]>;
  status: () => Promise<ClockStatus>;
  /** The latest 5,000 deliveries of tasks and schedules, oldest first. */
  fired: () => Promise<Fired[]>;
  /** A clock that nothing refers to yet goes there at once, backward too; any other like `runUntil`. */
  set: (to: string | number) => Promise<Moved>;
  /** `PT2H`, `1d12h` or milliseconds. */
  advance: (by: string | number) => Promise<Moved>;
  /** ISO; Vietnam's time without an offset. Rejects at the first task, schedule or event that fails for good. */
  runUntil: (to: string | number) => Promise<Moved>;
}

export function clockClient(port: number): ClockClient {
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    now: () => callJson('GET', `${url}/now`),
    history: () => callJson('GET', `${url}/history`),
    status: () => callJson('GET', `${url}/status`),
    fired: () => callJson('GET', `${url}/fired`),
    set: (to) => callJson('POST', `${url}/set`, { to }),
    advance: (by) => callJson('POST', `${url}/advance`, { by }),
    runUntil: (to) => callJson('POST', `${url}/run-until`, { to }),
  };
}
