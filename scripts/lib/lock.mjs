// Lets one process at a time do something that two at once would spoil: installing, building.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';

const folder = join(root, '.nam-ro', 'locks');

function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes what a killed process left behind, and nothing that another has put there in the same instant. */
function setAside(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (ownerOf(aside) !== owner) linkSync(aside, file);
  } catch {
    // Another was faster; the next look will tell.
  }
  rmSync(aside, { force: true });
}

function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = ownerOf(file);
    if (owner > 0 && !isAlive(owner)) setAside(file, owner);
    return false;
  }
}

/** Runs `work` alone; `onWait` is told once if another process is at it. */
export async function withLock(name, work, onWait = () => {}) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  for (let waited = 0; !tryTake(file); waited++) {
    if (waited === 5) onWait();
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
