// `npm start`: everything on this machine, with the sample organisation, and data that are there again next time.
// Options: --profile commune takes the sample commune; --fresh begins anew; --free-ports takes any free ports instead of the well-known ones.
import { rmSync } from 'node:fs';
import { complain, say, table } from './console.ts';
import { optionsOf, type Options } from './options.ts';
import { dataDirOf } from './paths.ts';
import { readRunFile, removeRunFile, writeRunFile } from './runFile.ts';
import { demoAccounts, demoPassword } from './sample/accounts.ts';
import { openSample } from './demo/opening.ts';
import { bookOf, orgOf, sampleNamed, type SampleName } from './sample/books.ts';
import { SetupProblem, startSuite, type Suite } from './suite.ts';

/** Two at once would write into the same data. */
function refuseSecond(): void {
  const running = readRunFile();
  if (running)
    throw new SetupProblem(
      `\`npm start\` is running already (process ${running.pid}, ${running.hosting}): stop it with Ctrl-C first.`,
    );
}

function describe(suite: Suite, name: SampleName): string {
  const sample = sampleNamed(name);
  const accounts = demoAccounts(sample, bookOf(sample)).map(({ email, name, role }) => [email, name, role]);
  return [
    `Open      ${suite.hostingUrl}`,
    `Clock     ${suite.clock.url}  (or: npm run clock -- advance 1d)`,
    `Accounts  password ${demoPassword}`,
    table(accounts)
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
  ].join('\n');
}

/** The first signal that asks to stop; further ones only repeat that it is under way. */
function stopAsked(): { asked: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      say('\nStopping …');
      controller.abort();
    });
  return { asked, signal: controller.signal };
}

/** The address, as soon as there is something to see behind it. */
async function open(suite: Suite, name: SampleName, began: number): Promise<void> {
  writeRunFile({ clock: suite.clock.url, hosting: suite.hostingUrl });
  if (!suite.resumed) {
    say('Loading the sample organisation …');
    await openSample(suite, sampleNamed(name));
    await suite.saveData();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`\n${describe(suite, name)}\n\nReady in ${seconds} s. Ctrl-C stops it and keeps the data.`);
}

async function start({ sample, flags }: Options<'fresh' | 'free-ports'>): Promise<void> {
  const began = performance.now();
  const dataDir = dataDirOf(sample);
  refuseSecond();
  const stop = stopAsked();
  if (flags.has('fresh'))
    for (const suffix of ['', '.old', '.new'])
      rmSync(`${dataDir}${suffix}`, { recursive: true, force: true });
  say('Starting the Emulator Suite …');
  const suite = await startSuite({
    dataDir,
    fixedPorts: !flags.has('free-ports'),
    org: orgOf(sample),
    say: complain,
    signal: stop.signal,
  });
  // Half a sample would pass for the whole one at the next start.
  let isWhole = suite.resumed;
  try {
    const opened = open(suite, sample, began).then(() => void (isWhole = true));
    const broken = suite.ended.then(() => {
      isWhole = false; // there is nobody left to export the data; those of the last save stay
      throw new Error('The Emulator Suite ended by itself.');
    });
    await Promise.race([opened, stop.asked, broken]);
    if (isWhole) await Promise.race([stop.asked, broken]);
  } finally {
    removeRunFile();
    await suite.stop({ keepData: isWhole });
  }
}

try {
  await start(optionsOf(process.argv.slice(2), ['fresh', 'free-ports']));
  process.exit();
} catch (error) {
  complain(
    error instanceof SetupProblem ? error.message : String(error instanceof Error ? error.stack : error),
  );
  process.exit(1);
}
