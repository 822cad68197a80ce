// Cleans up after runs whose starter was killed before it could: their processes, folders and temporary files.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runsDir } from '../paths.ts';
import { startMark } from '../processes.ts';
import { killRun } from './cli.ts';
import type { RunFolder } from './runFolder.ts';

interface RunRecord {
  owner: number;
  ownerStarted: string | null;
  /** Leader of the CLI's process group; 0 before it is started. */
  group: number;
  temporary: string;
}

const record = 'run.json';

export function recordRun(run: RunFolder, group: number): void {
  const { path, temporary } = run;
  const content: RunRecord = { owner: process.pid, ownerStarted: startMark(process.pid), group, temporary };
  writeFileSync(join(path, record), JSON.stringify(content));
}

export function removeRun({ path, temporary }: RunFolder): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}

function read(path: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(join(path, record), 'utf8')) as RunRecord;
  } catch {
    return null; // being made right now, or half removed
  }
}

/** Resolves when they are gone, and their ports with them. */
export async function cleanStaleRuns(): Promise<void> {
  if (!existsSync(runsDir)) return;
  for (const name of readdirSync(runsDir)) {
    const path = join(runsDir, name);
    const run = read(path);
    if (!run || startMark(run.owner) === run.ownerStarted) continue;
    while (killRun(run.group, path) > 0) await sleep(20);
    removeRun({ path, temporary: run.temporary });
  }
}
