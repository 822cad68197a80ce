// The scripts that must work before anything is installed: locks, and how .ci/run counts.
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot, stateDir } from '../../local/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a lock', () => {
  const log = join(folder, 'log');
  const lockModule = JSON.stringify(join(projectRoot, 'scripts', 'lib', 'lock.mjs'));
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${lockModule};
    await withLock('test', async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await new Promise((resolve) => setTimeout(resolve, 100));
      appendFileSync(${JSON.stringify(log)}, 'out ');
    });`;
  const take = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);

  test('lets one process in at a time, and is not held by a dead one', async () => {
    mkdirSync(join(stateDir, 'locks'), { recursive: true });
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(stateDir, 'locks', 'test'), String(pid));
    await Promise.all([take(), take(), take()]);
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
  });
});

describe('.ci/run', () => {
  const table = (...got: string[]) =>
    JSON.stringify({ lines: got.map((one) => ({ expected: 'A', got: one })) });
  const year = table('A', 'A');

  /** A checkout of nothing but three scripts that write what they counted, or nothing. */
  function runWith(check: string, tests: string, demo: string) {
    const checkout = mkdtempSync(join(folder, 'checkout-'));
    mkdirSync(join(checkout, '.nam-ro', 'test'), { recursive: true });
    mkdirSync(join(checkout, 'out', 'demo'), { recursive: true });
    cpSync(join(projectRoot, '.ci'), join(checkout, '.ci'), { recursive: true });
    const script = (name: string, file: string, text: string) => {
      writeFileSync(
        join(checkout, `${name}.cjs`),
        text && `require('fs').writeFileSync('${file}', '${text}')`,
      );
      return `node ${name}.cjs`;
    };
    const scripts = {
      check: script('check', '.nam-ro/check.json', check),
      test: script('test', '.nam-ro/test/counts.json', tests),
      demo: script('demo', 'out/demo/year.json', demo),
    };
    writeFileSync(join(checkout, 'package.json'), JSON.stringify({ name: 'checkout', scripts }));
    const { status, stdout } = spawnSync(join(checkout, '.ci', 'run'), { encoding: 'utf8' });
    return { status, last: stdout.trimEnd().split('\n').at(-1) };
  }

  const counts = (passed: number, failed: number) => JSON.stringify({ passed, failed });
  test.each([
    ['all is well', counts(5, 0), counts(70, 0), year, 0, '77 passed, 0 failed'],
    ['a check fails', counts(4, 1), counts(70, 0), year, 1, '76 passed, 1 failed'],
    ['a test fails', counts(5, 0), counts(69, 1), year, 1, '76 passed, 1 failed'],
    ['no test ran', counts(5, 0), counts(0, 0), year, 1, '7 passed, 0 failed'],
    ['the tests broke down', counts(5, 0), '', year, 1, '7 passed, 1 failed'],
    ['a line of the year is another', counts(5, 0), counts(70, 0), table('A', 'B'), 1, '76 passed, 1 failed'],
    ['the year broke down', counts(5, 0), counts(70, 0), '', 1, '75 passed, 1 failed'],
  ])('when %s', (_, check, tests, demo, status, last) =>
    expect(runWith(check, tests, demo)).toEqual({ status, last }),
  );
});
