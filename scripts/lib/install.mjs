// Installs what is missing, in the root and in functions/, and only when a lock file changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

const packages = ['.', 'functions'];
const stampName = '.nam-ro-stamp';

const lockFile = (folder) => join(root, folder, 'package-lock.json');
const modules = (folder) => join(root, folder, 'node_modules');
const fingerprint = (folder) =>
  createHash('sha256')
    .update(readFileSync(lockFile(folder)))
    .digest('hex');

function readStamp(folder) {
  const file = join(modules(folder), stampName);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function stamp(folder) {
  mkdirSync(modules(folder), { recursive: true });
  writeFileSync(join(modules(folder), stampName), fingerprint(folder));
}

/** True iff npm's own record of what it installed agrees with the lock file (`npm ci` by hand, for example). */
function agrees(folder) {
  const record = join(modules(folder), '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile(folder), 'utf8')).packages);
  return wanted.every(
    ([path, { version, optional, link }]) =>
      path === '' || optional || link || installed[path]?.version === version,
  );
}

function isInstalled(folder) {
  if (readStamp(folder) === fingerprint(folder)) return true;
  if (!agrees(folder)) return false;
  stamp(folder);
  return true;
}

/** The npm that runs this script if one does, else the one on the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

async function install(folder) {
  process.stdout.write(`Installing the dependencies of ${folder === '.' ? 'the project' : folder} …\n`);
  const began = Date.now();
  const { code, output } = await npm(['ci', '--prefix', folder, '--no-audit', '--no-fund']);
  if (code !== 0) {
    process.stderr.write(`${output}\n\`npm ci\` in ${folder} failed: is the npm registry within reach?\n`);
    process.exit(1);
  }
  stamp(folder);
  process.stdout.write(`  done in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

export async function installMissing() {
  if (packages.every(isInstalled)) return;
  await withLock(
    'install',
    async () => {
      for (const folder of packages) if (!isInstalled(folder)) await install(folder);
    },
    () => process.stdout.write('Waiting for another process that installs …\n'),
  );
}
