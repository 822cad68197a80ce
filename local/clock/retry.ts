// When a failed delivery is due again, as Cloud Tasks and Cloud Scheduler count it.
import type { RetryConfig } from './backends.ts';

/** The wait after attempt n (from 1): doubles, then grows evenly, and never exceeds the limit. */
export function backoffMs(retry: RetryConfig, attempt: number): number {
  const doublings = Math.min(attempt - 1, retry.maxDoublings);
  const doubled = retry.minBackoffMs * 2 ** doublings;
  const beyond = Math.max(0, attempt - 1 - retry.maxDoublings);
  return Math.min(doubled * (1 + beyond), retry.maxBackoffMs);
}

/** `unlimited` attempts would keep a clock from ever arriving. */
const mostAttempts = 100;

/** Both limits must be used up where a time limit is given. */
export function givesUp(retry: RetryConfig, attempts: number, sinceFirstMs: number): boolean {
  const limit = retry.maxAttempts < 0 ? mostAttempts : retry.maxAttempts;
  return (
    attempts >= limit &&
    (retry.maxRetryMs === 0 || sinceFirstMs >= retry.maxRetryMs || attempts >= mostAttempts)
  );
}
