// Waits until the Functions emulator has every function: that it is up does not mean that the functions loaded.
import { setTimeout as sleep } from 'node:timers/promises';
import { readBackends, type Backends } from '../clock/backends.ts';
import type { Cli } from './cli.ts';

const loadedWithinMs = 30_000;

export async function loadedBackends(cli: Cli, functionsPort: number, expected: string[]): Promise<Backends> {
  const end = Date.now() + loadedWithinMs;
  for (;;) {
    const backends = await readBackends(functionsPort);
    const missing = expected.filter((name) => !backends.entryPoints.includes(name));
    if (missing.length === 0) return backends;
    if (Date.now() > end) {
      const hints = cli.log().filter((line) => /function/i.test(line) && /fail|error|ignored/i.test(line));
      throw new Error(`The Functions emulator did not load ${missing.join(', ')}.\n${hints.join('\n')}`);
    }
    await sleep(200);
  }
}
