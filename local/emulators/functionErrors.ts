// Finds in the CLI's log why a function failed: a worker that throws is killed before it can answer why.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Posted } from '../http/post.ts';

/** The log comes through a pipe of its own, a little later than the answer. */
const laterMs = 60;
const freshMs = 5000;

/** `⚠  functions: Error: …` for a throw, `>  {"severity":"ERROR",…}` for what firebase-functions caught and logged. */
function errorIn(line: string): string | null {
  const thrown = /^⚠\s+functions: (.+)/.exec(line)?.[1];
  if (thrown !== undefined) return thrown;
  const logged = /^>\s+(\{.*"severity":"ERROR".*\})/.exec(line)?.[1];
  if (logged === undefined) return null;
  try {
    const { message } = JSON.parse(logged) as { message?: string };
    return message?.split('\n')[0] ?? null;
  } catch {
    return null;
  }
}

export function errorTeller() {
  let latest = { text: '', at: 0 };
  return {
    read(line: string): void {
      const text = errorIn(line);
      if (text !== null) latest = { text, at: Date.now() };
    },
    explain: async (answer: Posted): Promise<Posted> => {
      if (answer.status < 500) return answer;
      await sleep(laterMs);
      return Date.now() - latest.at < freshMs ? { ...answer, body: latest.text } : answer;
    },
  };
}
