// Keeps the data of a run over restarts: the emulators' own export, and the state of the clock beside it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, ClockState } from './clock/clock.ts';
import { callJson } from './http/callJson.ts';

const clockFile = 'clock.json';
const exportMark = 'firebase-export-metadata.json';
/** A crash loses at most this much. */
export const saveEveryMs = 180_000;

export interface KeptData {
  /** The export to begin with; null when there is none. */
  importFrom: string | null;
  clock: ClockState | null;
  save: (hubPort: number, clock: Clock | null) => Promise<void>;
}

/** The latest whole export: the folder itself, or the one it was just being replaced by. */
function latest(folder: string): string | null {
  return [folder, `${folder}.old`].find((one) => existsSync(join(one, exportMark))) ?? null;
}

function readClock(folder: string): ClockState | null {
  const file = join(folder, clockFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ClockState) : null;
}

/** A task that was there before the export or after it is kept: delivering twice is harmless, losing is not. */
function merged(before: ClockState, after: ClockState): ClockState {
  const names = new Set(after.tasks.tasks.map((task) => task.name));
  const gone = before.tasks.tasks.filter((task) => !names.has(task.name));
  const buried = after.tasks.tombstones.filter(([name]) => !gone.some((task) => task.name === name));
  return { ...after, tasks: { ...after.tasks, tasks: [...after.tasks.tasks, ...gone], tombstones: buried } };
}

async function save(folder: string, hubPort: number, clock: Clock | null): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const before = clock?.save();
  await callJson('POST', `http://127.0.0.1:${hubPort}/_admin/export`, { path: draft, initiatedBy: 'nam-ro' });
  if (clock && before) writeFileSync(join(draft, clockFile), JSON.stringify(merged(before, clock.save())));
  rmSync(`${folder}.old`, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, `${folder}.old`);
  renameSync(draft, folder);
  rmSync(`${folder}.old`, { recursive: true, force: true });
}

export function keepData(folder: string): KeptData {
  const found = latest(folder);
  let saving: Promise<void> = Promise.resolve();
  return {
    importFrom: found,
    clock: found === null ? null : readClock(found),
    save(hubPort, clock) {
      // One after another: two at once would write into the same draft.
      saving = saving.catch(() => undefined).then(() => save(folder, hubPort, clock));
      return saving;
    },
  };
}
