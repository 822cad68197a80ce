// Runs beside each other, runs whose starter was killed, and functions that cannot load.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { cleanStaleRuns } from '../../local/emulators/staleRuns.ts';
import { runsDir } from '../../local/paths.ts';
import { listProcesses } from '../../local/processes.ts';
import { connectSuite, startSuite } from '../../local/suite.ts';
import { documentsOf } from './documents.ts';

const suite = connectSuite(inject('suite'));
const fixture = join(import.meta.dirname, 'fixture');
const temporary = mkdtempSync(join(tmpdir(), 'runs-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Of this process; others may come and go beside it. */
const ownRuns = () =>
  readdirSync(runsDir).filter((name) => {
    const record = join(runsDir, name, 'run.json');
    return existsSync(record) && readFileSync(record, 'utf8').includes(`"owner":${process.pid},`);
  });

const processesOf = (folder: string) => listProcesses().filter((process) => process.command.includes(folder));

test('two suites of one project at once do not know of each other', async () => {
  await suite.resetData();
  await suite.clock.set('2026-01-01T08:00');
  const other = await startSuite({
    functionsDir: join(fixture, 'functions'),
    webDir: join(fixture, 'web'),
    startAt: '2027-05-05T05:05',
  });
  try {
    const [here, there] = [documentsOf(suite), documentsOf(other)];
    await here.set('things/same', { n: 1 });
    await there.set('things/same', { n: 2 });
    await Promise.all([suite.settle(), other.settle()]);
    expect([await here.get('echoes/same'), await there.get('echoes/same')]).toEqual([{ n: 1 }, { n: 2 }]);
    expect((await suite.clock.now()).now).toMatch(/^2026-01-01T01:0/);
    expect((await other.clock.now()).now).toMatch(/^2027-05-04T22:0/);
    expect(await other.killFunctions()).toBeGreaterThan(0);
    const local = (await (await fetch(`${other.hostingUrl}/local.json`)).json()) as object;
    expect(local).toMatchObject({
      projectId: other.project,
      ports: { firestore: other.ports.firestore },
      clock: other.clock.url,
    });
  } finally {
    await other.stop();
  }
  expect(processesOf(other.coordinates.folder)).toEqual([]);
  expect(existsSync(other.coordinates.folder)).toBe(false);
  await documentsOf(suite).set('things/after', { n: 3 });
  await suite.settle();
  expect(await documentsOf(suite).get('echoes/after')).toEqual({ n: 3 });
});

test('a run whose starter was killed is cleaned up by the next, and no other', async () => {
  const program = `
    import { startSuite } from ${JSON.stringify(join(import.meta.dirname, '../../local/suite.ts'))};
    const suite = await startSuite({ only: ['firestore'] });
    process.stdout.write(suite.coordinates.folder);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = await new Promise<string>((resolve) =>
    starter.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  );
  starter.kill('SIGKILL');
  await new Promise((resolve) => starter.once('exit', resolve));
  expect(processesOf(folder).length).toBeGreaterThan(0);
  await cleanStaleRuns();
  expect(processesOf(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(runsDir).map((name) => join(runsDir, name))).toContain(inject('suite').folder);
  await suite.settle();
});

test('functions that cannot load end the start with their error', async () => {
  const broken = join(temporary, 'functions');
  cpSync(join(fixture, 'functions'), broken, { recursive: true });
  symlinkSync(join(import.meta.dirname, '../../functions/node_modules'), join(broken, 'node_modules'), 'dir');
  writeFileSync(
    join(broken, 'lib', 'index.js'),
    "import { absent } from 'firebase-functions/v2/https';\nexport const f = absent();\n",
  );
  await expect(startSuite({ only: ['functions', 'firestore'], functionsDir: broken })).rejects.toThrow(
    /functions cannot be loaded:[^]*does not provide an export named 'absent'/,
  );
  expect(ownRuns()).toEqual([]);
});
