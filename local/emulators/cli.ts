// Runs `firebase emulators:start` as a process group of its own, and ends it without leaving anything behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cacheDir, projectRoot } from '../paths.ts';
import { endNow, listProcesses } from '../processes.ts';
import type { Posted } from '../http/post.ts';
import { errorTeller } from './functionErrors.ts';
import type { RunFolder } from './runFolder.ts';

const ready = 'All emulators ready';
const kept = 400;

export interface Cli {
  pid: number;
  /** Rejects with the end of the log when the CLI ends before its emulators are up. */
  started: Promise<void>;
  /** Resolves when the CLI ends, whoever ended it. */
  ended: Promise<void>;
  /** The latest lines it printed. */
  log: () => string[];
  /** Adds to a function's refusal what the function itself wrote about it, if it did so just now. */
  explain: (answer: Posted) => Promise<Posted>;
  /** One SIGINT, as Ctrl-C would; whatever is left after the limit is killed. */
  stop: (limitMs: number) => Promise<void>;
  /** For the end of this process, where nothing can be awaited. */
  killNow: () => void;
}

export interface CliStart {
  run: RunFolder;
  project: string;
  emulators: readonly string[];
  importFrom: string | null;
  env: Record<string, string>;
}

/** Settings of the surroundings that would send an emulator, or a function, somewhere else. */
const foreign =
  /^(FIREBASE_|FIRESTORE_|STORAGE_|GOOGLE_|GCLOUD_|CLOUDSDK_|CLOUD_RUNTIME|NODE_OPTIONS$|VITEST|NODE_ENV$|TEST$|PORT$)/;

function environment({ run, env }: CliStart): Record<string, string> {
  const own = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !foreign.test(name),
  );
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    PATH: [join(run.path, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
    TMPDIR: run.temporary,
    XDG_CONFIG_HOME: join(run.path, 'config'),
    CI: '1',
    // Every function process loads the same modules: compiled once, each is up a third sooner.
    NODE_COMPILE_CACHE: join(cacheDir, 'node'),
    // The functions tell their manifest through a file: the CLI's own search for a port races with other runs.
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
    // A busy machine takes longer than the CLI's 10 s to load the functions, and 30 s to start one.
    FUNCTIONS_DISCOVERY_TIMEOUT: '90',
    // The relay and the clock bound what they send; this bounds what web clients call, at 150 MB each.
    FUNCTIONS_EMULATOR_PARALLEL: '16',
    ...env,
  };
}

function arguments_({ project, emulators, importFrom }: CliStart): string[] {
  const firebase = join(projectRoot, 'node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js');
  const imported = importFrom === null ? [] : ['--import', importFrom];
  return [
    firebase,
    'emulators:start',
    '--project',
    project,
    '--config',
    'firebase.json',
    '--only',
    emulators.join(','),
    ...imported,
  ];
}

/** Processes of the run: the CLI's group, and the emulators' Java, which the CLI starts in groups of their own. */
function left(group: number, folder: string): number[] {
  return listProcesses()
    .filter((p) => (group > 0 && p.group === group) || (p.command.includes(folder) && /java/.test(p.command)))
    .map((p) => p.pid);
}

/** Returns how many there were; they may take a moment to go. */
export function killRun(group: number, folder: string): number {
  const pids = left(group, folder);
  for (const pid of pids) endNow(pid);
  return pids.length;
}

function collectLog(child: ChildProcess, file: string, onLine: (line: string) => void): string[] {
  const lines: string[] = [];
  const copy = createWriteStream(file);
  let rest = '';
  const take = (chunk: Buffer) => {
    copy.write(chunk);
    const parts = (rest + stripVTControlCharacters(chunk.toString())).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts.filter((part) => part.trim() !== '')) {
      lines.push(line);
      onLine(line);
    }
    lines.splice(0, Math.max(0, lines.length - kept));
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return lines;
}

export function startCli(start: CliStart): Cli {
  const { run } = start;
  const child = spawn(process.execPath, arguments_(start), {
    cwd: run.path,
    env: environment(start),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const errors = errorTeller();
  let lines: string[] = [];
  const started = new Promise<void>((resolve, reject) => {
    lines = collectLog(child, join(run.path, 'cli.log'), (line) => {
      errors.read(line);
      if (line.includes(ready)) resolve();
    });
    void ended.then(() =>
      reject(new Error(`The Emulator Suite ended before it was up:\n${lines.slice(-25).join('\n')}`)),
    );
  });
  started.catch(() => undefined); // it may be looked at late
  const killNow = () => void killRun(pid, run.path);
  return {
    pid,
    started,
    ended,
    log: () => [...lines],
    explain: errors.explain,
    killNow,
    async stop(limitMs) {
      if (child.exitCode === null) child.kill('SIGINT');
      const limit = new Promise<void>((resolve) => setTimeout(resolve, limitMs).unref());
      await Promise.race([ended, limit]);
      killNow();
      await ended;
    },
  };
}
