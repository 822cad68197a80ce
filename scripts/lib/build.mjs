// Builds the functions and the web client when their sources changed, each beside its place and then moved there, so
// that whoever copies them meanwhile never sees half of one.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedEnv, pinnedNode } from './bootstrap.mjs';
import { run } from './child.mjs';
import { listFiles } from './files.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

const stampName = '.built-from';

const parts = [
  {
    name: 'functions',
    output: 'functions/lib',
    sources: [
      'functions/src',
      'functions/tsconfig.json',
      'functions/package.json',
      'functions/package-lock.json',
      'tsconfig.base.json',
    ],
    command: (out) => ['node_modules/typescript/bin/tsc', '-p', 'functions/tsconfig.json', '--outDir', out],
  },
  {
    name: 'web',
    output: 'web/dist',
    sources: [
      'web',
      'functions/src/domain',
      'functions/src/schema',
      'functions/profiles',
      'package-lock.json',
      'tsconfig.base.json',
    ],
    command: (out) => [
      'node_modules/vite/bin/vite.js',
      'build',
      'web',
      '--mode',
      'suite',
      '--outDir',
      join(root, out),
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
  },
];

const isTest = (file) => /\.test\.tsx?$/.test(file);

function fingerprint({ sources, command }) {
  const hash = createHash('sha256').update(command('').join(' '));
  for (const file of sources
    .flatMap((source) => listFiles(join(root, source), ['dist', 'node_modules']))
    .filter((one) => !isTest(one)))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function isBuilt(part, wanted) {
  const stamp = join(root, part.output, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function replace(draft, target) {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(draft, target);
  rmSync(old, { recursive: true, force: true });
}

async function buildPart(part) {
  const wanted = fingerprint(part);
  if (isBuilt(part, wanted)) return;
  const began = Date.now();
  const draft = `${part.output}.new`;
  rmSync(join(root, draft), { recursive: true, force: true });
  const { code, output } = await run(pinnedNode(), part.command(draft), { env: pinnedEnv() });
  if (code !== 0) {
    rmSync(join(root, draft), { recursive: true, force: true });
    throw new Error(`The build of ${part.name} failed:\n${output}`);
  }
  writeFileSync(join(root, draft, stampName), wanted);
  replace(join(root, draft), join(root, part.output));
  process.stdout.write(`Built ${part.name} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/** Throws with the compiler's output when a build fails. */
export async function build(names = parts.map((part) => part.name)) {
  for (const part of parts.filter(({ name }) => names.includes(name)))
    await withLock(
      `build-${part.name}`,
      () => buildPart(part),
      () => process.stdout.write(`Waiting for another build of ${part.name} …\n`),
    );
}
