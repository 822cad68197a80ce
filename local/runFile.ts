// Where `npm start` tells others on this machine that it runs, and where to find it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runFile } from './paths.ts';
import { startMark } from './processes.ts';

export interface RunningStart {
  clock: string;
  hosting: string;
  pid: number;
  started: string | null;
}

export function writeRunFile(running: Pick<RunningStart, 'clock' | 'hosting'>): void {
  const content: RunningStart = { ...running, pid: process.pid, started: startMark(process.pid) };
  writeFileSync(runFile, JSON.stringify(content));
}

/** null when no `npm start` runs, whatever a killed one left behind. */
export function readRunFile(): RunningStart | null {
  if (!existsSync(runFile)) return null;
  const running = JSON.parse(readFileSync(runFile, 'utf8')) as RunningStart;
  return startMark(running.pid) === running.started ? running : null;
}

export function removeRunFile(): void {
  rmSync(runFile, { force: true });
}
