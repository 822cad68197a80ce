// Picks free ports so that two runs starting at the same moment never pick the same one.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../processes.ts';
import { SetupProblem } from '../setupProblem.ts';

/** Below the range from which systems take ports for outgoing connections, or such a one could slip in between. */
const first = 20_000;
const last = 31_999;
/** The whole machine shares it, whatever checkout a run belongs to. */
const claims = join(tmpdir(), 'nam-ro-ports');

export interface Ports {
  claimed: number[];
  release: () => void;
}

function claim(port: number): boolean {
  const file = join(claims, String(port));
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(readOwner(file));
    if (owner > 0 && isAlive(owner)) return false;
    rmSync(file, { force: true });
    return false; // free from the next look on; another run may be looking at it too
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Claims `count` free ports until `release()`. */
export async function claimPorts(count: number): Promise<Ports> {
  mkdirSync(claims, { recursive: true });
  const claimed: number[] = [];
  const release = () => claimed.forEach((port) => rmSync(join(claims, String(port)), { force: true }));
  for (let tries = 0; claimed.length < count && tries < 5000; tries++) {
    const port = first + Math.floor(Math.random() * (last - first + 1));
    if (!claimed.includes(port) && claim(port)) {
      claimed.push(port);
      if (!(await isFree(port))) rmSync(join(claims, String(claimed.pop())), { force: true });
    }
  }
  if (claimed.length === count) return { claimed, release };
  release();
  throw new SetupProblem(
    `No ${count} free ports were found between ${first} and ${last}: stop what holds them.`,
  );
}

export async function requireFree(ports: Record<string, number>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port)))
      throw new SetupProblem(
        `Port ${port} (${name}) is in use: stop the other \`npm start\` or the program that holds it (\`lsof -i :${port}\` names it), or run \`npm start -- --free-ports\`.`,
      );
  }
}
