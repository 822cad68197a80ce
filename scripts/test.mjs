// `npm test`: builds, then runs the test projects one after another (each may need a suite of its own), and counts.
// With arguments it is vitest: `npm test -- --project rules`, `npm test -- functions/src/domain`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, fail, pinnedEnv, pinnedNode } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { run } from './lib/child.mjs';
import { root } from './lib/root.mjs';

const projects = ['unit', 'zone-east', 'zone-west', 'rules', 'oracle', 'local', 'integration', 'browser'];
const reports = join(root, '.nam-ro', 'test');

function vitest(args) {
  return run(pinnedNode(), [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args], {
    env: pinnedEnv(),
    stdio: 'inherit',
  });
}

/** What the run says about itself; a project that broke before its tests counts as a failure. */
function countsOf(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults,
  } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that failed outside its tests (in an import, in a hook) shows in no number of tests.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = numFailedTests + brokenFiles;
  return {
    passed: numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

async function runProject(project) {
  process.stdout.write(`\n── ${project} ──\n`);
  const report = join(reports, `${project}.json`);
  const began = Date.now();
  const { code } = await vitest([
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return { project, seconds: (Date.now() - began) / 1000, code, ...countsOf(report, code) };
}

await bootstrap();
await build().catch((error) => fail(error.message));
const args = process.argv.slice(2);
if (args.length > 0) process.exit((await vitest(args)).code);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results = [];
for (const project of projects) {
  const result = await runProject(project);
  results.push(result);
  if (result.code === 130) break; // Ctrl-C
}
const sum = (field) => results.reduce((total, result) => total + result[field], 0);
process.stdout.write('\n');
for (const { project, passed, failed, skipped, seconds } of results)
  process.stdout.write(
    `${project.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${seconds.toFixed(0).padStart(5)} s\n`,
  );
process.stdout.write(
  `${'all'.padEnd(12)} ${String(sum('passed')).padStart(5)} passed ${String(sum('failed')).padStart(4)} failed ${String(sum('skipped')).padStart(4)} skipped\n`,
);
writeFileSync(join(reports, 'counts.json'), JSON.stringify({ passed: sum('passed'), failed: sum('failed') }));
process.exit(sum('failed') === 0 && sum('passed') > 0 && results.length === projects.length ? 0 : 1);
