// Brings a bare checkout to the point where everything else can run: dependencies, and the pinned Node.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { installMissing } from './install.mjs';
import { root } from './root.mjs';

const oldestNode = 20;
/** The first that runs TypeScript as it is; only where npm has no build of the pinned one. */
const oldestForTypeScript = [22, 18];

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function version() {
  return process.versions.node.split('.').map(Number);
}

function checkNode() {
  const [major] = version();
  if (major < oldestNode)
    fail(
      `Năm Rõ needs Node ${oldestNode} or newer to begin with, and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
    );
}

export function pinnedNode() {
  const names = ['bin/node', 'bin/node.exe'].flatMap((file) => [
    join(
      root,
      'node_modules',
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
      file,
    ),
    join(root, 'node_modules', `node-bin-${process.platform}-${process.arch}`, file),
  ]);
  const found = names.find((name) => existsSync(name));
  if (found) return found;
  const [major, minor] = version();
  const [wantedMajor, wantedMinor] = oldestForTypeScript;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return process.execPath;
  return fail(
    `npm has no Node 24 for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and run this again.`,
  );
}

/** Tools of node_modules ask for `node` by name: they are to get the pinned one too. */
export function pinnedEnv() {
  const own = [join(root, 'node_modules', '.bin'), join(pinnedNode(), '..')].join(delimiter);
  return { ...process.env, PATH: `${own}${delimiter}${process.env.PATH ?? ''}` };
}

export async function bootstrap() {
  checkNode();
  await installMissing();
}

/** Goes on under the pinned Node, in this terminal, and ends as that process ends. */
export async function goOn(file, args) {
  const { code } = await run(pinnedNode(), [join(root, file), ...args], {
    env: pinnedEnv(),
    stdio: 'inherit',
  });
  process.exit(code);
}
