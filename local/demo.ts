// `npm run demo`: plays April 2026 of the sample district, or with `--profile commune` of the commune, on a suite of its own, and holds the outcome against what it must be;
// `--year` plays twelve months of one division instead (year/demoYear.ts).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadReports } from './demo/downloads.ts';
import { violationsOf } from './demo/expectations.ts';
import { functionBills, sumOf } from './demo/meter.ts';
import { outcomeOf } from './demo/outcome.ts';
import { playMonth } from './demo/play.ts';
import { progressOn } from './demo/progress.ts';
import { Stage } from './demo/stage.ts';
import { summaryOf, tableOf } from './demo/summary.ts';
import { complain } from './console.ts';
import { optionsOf } from './options.ts';
import { projectRoot } from './paths.ts';
import { aprilOf } from './sample/april.ts';
import { bookOf, orgOf, sampleNamed, type SampleName } from './sample/books.ts';
import { expectedOf } from './sample/expected.ts';
import { loadSample } from './sample/load.ts';
import { SetupProblem, startSuite, type Suite } from './suite.ts';
import { demoYear } from './year/demoYear.ts';

const folder = join(projectRoot, 'out', 'demo');
const meterFile = join(folder, 'functions.jsonl');

async function play(suite: Suite, name: SampleName, seconds: Record<string, number>): Promise<string[]> {
  const progress = progressOn(process.stdout);
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const started = performance.now();
    progress.show(0, 0, what);
    const done = await work;
    seconds[what] = Math.round((performance.now() - started) / 100) / 10;
    return done;
  };
  const sample = sampleNamed(name);
  await timed('Nạp tổ chức mẫu', loadSample(suite, { sample, runUntil: null }));
  const stage = new Stage(suite, sample, aprilOf(sample));
  const onAct = (scene: { at: string; title: string }, done: number, total: number) =>
    progress.show(done, total, `${scene.at.replace('T', ' ')} ${scene.title}`);
  const functionsSoFar = () => sumOf(functionBills(meterFile));
  const played = await timed('Diễn tháng 4/2026', playMonth(stage, { onAct, functionsSoFar }));
  const expected = expectedOf(bookOf(sample));
  const heads = Object.keys(expected.people).filter((person) => expected.people[person]?.facts);
  const outcome = await timed('Đọc kết quả', outcomeOf(stage, heads, Object.keys(expected.outside)));
  const downloaded = await timed('Tải phiếu PDF', downloadReports(stage, outcome, folder));
  await stage.close();
  progress.end();
  const held = { expected, sample, script: stage.script, played, outcome, downloaded };
  const violations = violationsOf(held);
  const summary = summaryOf(
    held,
    { functions: functionBills(meterFile), reading: stage.meter.billed, seconds },
    violations,
  );
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  console.log(tableOf(held, summary));
  console.log(`Thời gian (giây): ${JSON.stringify(seconds)}`);
  return violations;
}

/** True iff every expected outcome holds. */
async function demo(name: SampleName): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Function processes inherit the environment of the suite.
  process.env['NAM_RO_METER'] = meterFile;
  const started = performance.now();
  const suite = await startSuite({
    only: ['auth', 'firestore', 'functions', 'storage'],
    org: orgOf(name),
    say: (line) => console.error(line),
  });
  try {
    const violations = await play(suite, name, {
      'Khởi động': Math.round((performance.now() - started) / 100) / 10,
    });
    for (const line of violations) console.log(`✗ ${line}`);
    console.log(
      violations.length === 0 ? '✓ Mọi kết quả đúng như expected.json' : `✗ ${violations.length} sai khác`,
    );
    return violations.length === 0;
  } finally {
    await suite.stop();
  }
}

try {
  const { sample, flags } = optionsOf(process.argv.slice(2), ['year']);
  if (flags.has('year') && sample !== 'district')
    throw new SetupProblem('The year is played by people of the sample district: leave out --profile.');
  process.exitCode = (await (flags.has('year') ? demoYear() : demo(sample))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  complain(error.message);
  process.exitCode = 1;
}
