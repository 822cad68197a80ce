// How long `npm start` takes to be ready, with a new sample organisation and with the data of the last time.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../local/paths.ts';

export interface StartFigures {
  /** Seconds until "Ready", dependencies installed and everything built. */
  firstSeconds: number;
  resumedSeconds: number;
}

const limitMs = 240_000;

function started(kept: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'scripts', 'start.mjs'), '--free-ports', ...args],
      { cwd: projectRoot, env: { ...process.env, NAM_RO_KEPT: kept }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    // Ctrl-C would reach the whole group of a terminal; the starter passes this one on.
    const interrupt = () => child.kill('SIGTERM');
    const timer = setTimeout(interrupt, limitMs);
    let seconds: number | null = null;
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (seconds !== null || !/^Ready in/m.test(output)) return;
      seconds = (performance.now() - began) / 1000;
      interrupt();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => {
      clearTimeout(timer);
      if (seconds === null)
        reject(new Error(`npm start was not ready within ${limitMs / 1000} s:\n${output.slice(-2000)}`));
      else resolve(Math.round(seconds * 10) / 10);
    });
  });
}

export async function benchStart(): Promise<StartFigures> {
  const kept = mkdtempSync(join(tmpdir(), 'nam-ro-bench-'));
  try {
    const firstSeconds = await started(kept, ['--fresh']);
    return { firstSeconds, resumedSeconds: await started(kept, []) };
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}
