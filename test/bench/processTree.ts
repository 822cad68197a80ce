// Watches what a process and all that it starts use, from /proc: memory at its highest, and time of the processors.
import { readdirSync, readFileSync } from 'node:fs';

export interface PeakMemory {
  /** Sum of the resident sets: counts what processes share once for each of them. */
  rssMiB: number;
  /** Sum of the proportional sets: counts what processes share once. */
  pssMiB: number;
}

/** A tick of /proc in milliseconds: USER_HZ is 100 on every Linux that matters. */
const tickMs = 10;

/** A process may end between the listing and the reading. */
function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Fields of /proc/PID/stat from the third on; the second, the name of the program, may hold blanks. */
function statOf(pid: number): string[] {
  const stat = readOrNull(`/proc/${pid}/stat`) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function treeOf(root: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const parents = pids.map((name) => [Number(name), Number(statOf(Number(name))[1])] as const);
  const tree = [root];
  // Grows while it is walked: children of children come last.
  for (const process of tree) for (const [child, parent] of parents) if (parent === process) tree.push(child);
  return tree;
}

function sizesOf(pids: readonly number[]): { rss: number; pss: number } {
  const rollups = pids.map((pid) => readOrNull(`/proc/${pid}/smaps_rollup`) ?? '');
  const sum = (field: string) =>
    rollups.reduce(
      (kib, text) => kib + Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(text)?.[1] ?? 0),
      0,
    );
  return { rss: sum('Rss'), pss: sum('Pss') };
}

export interface ProcessTree {
  /** Milliseconds of all processors so far; null where there is no /proc. */
  cpuMs: () => number | null;
  /** Ends the watching; null where there is no /proc. */
  stop: () => PeakMemory | null;
}

/** Watching costs time itself, so it samples now and then: a peak shorter than `everyMs` may be missed. */
export function watchTree(pid: number, everyMs = 50): ProcessTree {
  if (process.platform !== 'linux') return { cpuMs: () => null, stop: () => null };
  const peak = { rss: 0, pss: 0 };
  let tree = [pid];
  let samples = 0;
  const timer = setInterval(() => {
    if (samples++ % 10 === 0) tree = treeOf(pid);
    const { rss, pss } = sizesOf(tree);
    peak.rss = Math.max(peak.rss, rss);
    peak.pss = Math.max(peak.pss, pss);
  }, everyMs);
  return {
    cpuMs: () =>
      treeOf(pid).reduce((sum, one) => {
        const [user, system] = statOf(one).slice(11, 13).map(Number);
        return sum + ((user ?? 0) + (system ?? 0)) * tickMs;
      }, 0),
    stop: () => {
      clearInterval(timer);
      return { rssMiB: Math.round(peak.rss / 1024), pssMiB: Math.round(peak.pss / 1024) };
    },
  };
}
