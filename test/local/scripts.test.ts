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
  /** A checkout of nothing but two scripts that write these counts, or none. */
  function runWith(check: string, tests: string) {
    const checkout = mkdtempSync(join(folder, 'checkout-'));
    mkdirSync(join(checkout, '.nam-ro', 'test'), { recursive: true });
    cpSync(join(projectRoot, '.ci'), join(checkout, '.ci'), { recursive: true });
    const script = (file: string, counts: string) =>
      `node -e "${counts && `require('fs').writeFileSync('.nam-ro/${file}', JSON.stringify(${counts}))`}"`;
    const scripts = { check: script('check.json', check), test: script('test/counts.json', tests) };
    writeFileSync(join(checkout, 'package.json'), JSON.stringify({ name: 'checkout', scripts }));
    const { status, stdout } = spawnSync(join(checkout, '.ci', 'run'), { encoding: 'utf8' });
    return { status, last: stdout.trimEnd().split('\n').at(-1) };
  }

  test.each([
    ['all is well', '{passed:5,failed:0}', '{passed:70,failed:0}', 0, '75 passed, 0 failed'],
    ['a check fails', '{passed:4,failed:1}', '{passed:70,failed:0}', 1, '74 passed, 1 failed'],
    ['a test fails', '{passed:5,failed:0}', '{passed:69,failed:1}', 1, '74 passed, 1 failed'],
    ['no test ran', '{passed:5,failed:0}', '{passed:0,failed:0}', 1, '5 passed, 0 failed'],
    ['the tests broke down', '{passed:5,failed:0}', '', 1, '5 passed, 1 failed'],
  ])('when %s', (_, check, tests, status, last) => expect(runWith(check, tests)).toEqual({ status, last }));
});
