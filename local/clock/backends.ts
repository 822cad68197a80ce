// Reads from the Functions emulator which queues and schedules the deployed functions declare.
import { callJson } from '../http/callJson.ts';

export interface RetryConfig {
  maxAttempts: number;
  maxRetryMs: number;
  minBackoffMs: number;
  maxBackoffMs: number;
  maxDoublings: number;
}

export interface Queue {
  /** Also the name of the function that it feeds. */
  name: string;
  location: string;
  retry: RetryConfig;
  maxConcurrent: number;
}

export interface Schedule {
  name: string;
  location: string;
  cron: string;
  timeZone: string;
  retry: RetryConfig;
}

export interface Backends {
  entryPoints: string[];
  queues: Queue[];
  schedules: Schedule[];
}

interface RetryOptions {
  maxAttempts?: number | null;
  retryCount?: number | null;
  maxRetrySeconds?: number | null;
  minBackoffSeconds?: number | null;
  maxBackoffSeconds?: number | null;
  maxDoublings?: number | null;
}

interface FunctionTrigger {
  name: string;
  region: string;
  entryPoint: string;
  taskQueueTrigger?: { retryConfig?: RetryOptions; rateLimits?: { maxConcurrentDispatches?: number | null } };
  schedule?: { schedule: string; timeZone?: string | null; retryConfig?: RetryOptions };
}

/** The defaults that `firebase deploy` gives a task queue function (3 attempts) and Cloud Tasks a queue. */
function queueRetry(options: RetryOptions = {}): RetryConfig {
  return {
    maxAttempts: options.maxAttempts ?? 3,
    maxRetryMs: (options.maxRetrySeconds ?? 0) * 1000,
    minBackoffMs: (options.minBackoffSeconds ?? 0.1) * 1000,
    maxBackoffMs: (options.maxBackoffSeconds ?? 3600) * 1000,
    maxDoublings: options.maxDoublings ?? 16,
  };
}

/** Cloud Scheduler does not try again unless asked. */
function scheduleRetry(options: RetryOptions = {}): RetryConfig {
  return {
    maxAttempts: (options.retryCount ?? 0) + 1,
    maxRetryMs: (options.maxRetrySeconds ?? 0) * 1000,
    minBackoffMs: (options.minBackoffSeconds ?? 5) * 1000,
    maxBackoffMs: (options.maxBackoffSeconds ?? 3600) * 1000,
    maxDoublings: options.maxDoublings ?? 5,
  };
}

export async function readBackends(functionsPort: number): Promise<Backends> {
  const { backends } = await callJson<{ backends: { functionTriggers: FunctionTrigger[] }[] }>(
    'GET',
    `http://127.0.0.1:${functionsPort}/backends`,
  );
  const triggers = backends.flatMap((backend) => backend.functionTriggers);
  return {
    entryPoints: triggers.map((trigger) => trigger.entryPoint),
    queues: triggers.flatMap(({ name, region, taskQueueTrigger: queue }) =>
      queue
        ? [
            {
              name,
              location: region,
              retry: queueRetry(queue.retryConfig),
              maxConcurrent: queue.rateLimits?.maxConcurrentDispatches ?? 1000,
            },
          ]
        : [],
    ),
    schedules: triggers.flatMap(({ name, region, schedule }) =>
      schedule
        ? [
            {
              name,
              location: region,
              cron: schedule.schedule,
              timeZone: schedule.timeZone ?? 'UTC',
              retry: scheduleRetry(schedule.retryConfig),
            },
          ]
        : [],
    ),
  };
}
