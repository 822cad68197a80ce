// `npm run check`: format, lint and types, two at a time, each named with its time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, pinnedEnv, pinnedNode } from './lib/bootstrap.mjs';
import { run } from './lib/child.mjs';
import { root } from './lib/root.mjs';

const tsc = (project) => ['typescript/bin/tsc', '--noEmit', '-p', project];
/** The longest first, so that two cores end at about the same time. */
const steps = [
  ['eslint', ['eslint/bin/eslint.js', '.']],
  ['types of functions, local and test', tsc('tsconfig.json')],
  ['prettier', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['types of web', tsc('web/tsconfig.json')],
  ['types of functions as deployed', tsc('functions/tsconfig.json')],
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
