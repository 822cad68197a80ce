// Task queues: wake-ups at deadlines, coalesced rebuilds, and the rendering of reports in a function of its own.
import { onTaskDispatched, type TaskQueueOptions } from 'firebase-functions/v2/tasks';
import { withPorts, withReports } from '../app.ts';
import { keepDeadline as keep } from '../handlers/keepDeadline.ts';
import { keepDelegation as keepGiven } from '../handlers/keepDelegation.ts';
import { parsePayload } from '../handlers/payloads.ts';
import { rebuildUnit as rebuild } from '../handlers/rebuildUnit.ts';
import { rebuildYear as rebuildYears } from '../handlers/rebuildYear.ts';
import { renderReport as render } from '../handlers/renderReport.ts';
import { region } from '../params.ts';

const retryConfig = { maxAttempts: 8, minBackoffSeconds: 10, maxBackoffSeconds: 600 };
const options: TaskQueueOptions = { region, retryConfig, memory: '256MiB', timeoutSeconds: 540 };

export const keepDeadline = onTaskDispatched(options, ({ data }) =>
  withPorts('keepDeadline', (ports) => keep(ports, parsePayload('keepDeadline', data))),
);

export const rebuildUnit = onTaskDispatched(options, ({ data }) => {
  const { org, unit, month } = parsePayload('rebuildUnit', data);
  return withPorts('rebuildUnit', (ports) => rebuild(ports, org, unit, month));
});

export const rebuildYear = onTaskDispatched(options, ({ data }) =>
  withPorts('rebuildYear', (ports) => rebuildYears(ports, parsePayload('rebuildYear', data))),
);

export const keepDelegation = onTaskDispatched(options, ({ data }) =>
  withPorts('keepDelegation', (ports) => keepGiven(ports, parsePayload('keepDelegation', data))),
);

/** Alone loads pdfmake; one at a time per instance, because a long form blocks the event loop (limits.md 3.3). */
export const renderReport = onTaskDispatched(
  { ...options, memory: '512MiB', concurrency: 1, rateLimits: { maxConcurrentDispatches: 10 } },
  ({ data }) => withReports('renderReport', (ports) => render(ports, parsePayload('renderReport', data))),
);
