// `npm run check`: format, lint and types, two at a time, each named with its time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, pinnedEnv, pinnedNode } from './lib/bootstrap.mjs';
import { run } from './lib/child.mjs';
import { root } from './lib/root.mjs';

/** What a check leaves for the next one; never what says that it passed. */
const cacheOf = (name) => join(root, '.nam-ro', 'check', name);
const tsc = (project, cache) => [
  ...['typescript/bin/tsc', '--noEmit', '-p', project],
  ...['--incremental', '--tsBuildInfoFile', cacheOf(`${cache}.tsbuildinfo`)],
];
/**
 * The longest first, so that two cores end at about the same time. Linting reads the types of other files and is done
 * whole each time.
 */
const steps = [
  ['eslint', ['eslint/bin/eslint.js', '.']],
  ['types of functions, local and test', tsc('tsconfig.json', 'all')],
  [
    'prettier',
    [
      ...['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', cacheOf('prettier')],
    ],
  ],
  ['types of web', tsc('web/tsconfig.json', 'web')],
  ['types of functions as deployed', tsc('functions/tsconfig.json', 'functions')],
];

const results = [];

async function take(queue) {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const [name, [tool, ...args]] = step;
    const began = Date.now();
    const { code, output } = await run(pinnedNode(), [join(root, 'node_modules', tool), ...args], {
      env: pinnedEnv(),
    });
    results.push({ name, passed: code === 0 });
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
    if (code !== 0) process.stdout.write(`${output}\n`);
  }
}

await bootstrap();
const queue = [...steps];
await Promise.all([take(queue), take(queue)]);
const failed = results.filter((step) => !step.passed).length;
mkdirSync(join(root, '.nam-ro'), { recursive: true });
writeFileSync(
  join(root, '.nam-ro', 'check.json'),
  JSON.stringify({ passed: results.length - failed, failed }),
);
process.exit(failed === 0 ? 0 : 1);
