// `npm run demo -- --year`: twelve months of one division on the moved clock, held line by line against what must come of them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replayResult } from '../../functions/src/domain/basis.ts';
import type { Month } from '../../functions/src/domain/words.ts';
import { personYearId, unitYearId } from '../../functions/src/schema/paths.ts';
import { functionBills, sumOf } from '../demo/meter.ts';
import { progressOn } from '../demo/progress.ts';
import { Users } from '../demo/users.ts';
import { projectRoot } from '../paths.ts';
import { loadSample } from '../sample/load.ts';
import { startSuite, type Suite } from '../suite.ts';
import { yearEnd } from './cases.ts';
import { division, loadedAt, year, yearOrganisation } from './cast.ts';
import { eventLines, type Seen } from './events.ts';
import { linesOf, type Line } from './lines.ts';
import { outcomeOf, type YearOutcome } from './outcome.ts';
import { playYear, type MonthCost } from './play.ts';
import { exportOf, replayLine } from './replay.ts';
import { months, yearScripts } from './scripts.ts';
import { consoleTable, costTable, holds, markdownOf } from './table.ts';
import { timelineOf } from './timeline.ts';

const folder = join(projectRoot, 'out', 'demo');
const meterFile = join(folder, 'year-functions.jsonl');
const files = ['year.json', 'year.md', 'year-stored.json', 'year-functions.jsonl'];
/** The years are decided, and December isn't published yet. */
const dayBefore = '2026-12-09T18:00';
/** May is published, and half of the year is still to come. */
const inJune = '2026-06-10T18:00';
const looker = 'tckh-cv-03';

interface Ended {
  outcome: YearOutcome;
  seen: Seen;
  people: string[];
  costs: Map<Month, MonthCost>;
}

async function play(suite: Suite): Promise<Ended> {
  const sample = yearOrganisation();
  const scripts = yearScripts(sample);
  const people = [...scripts.authorities.keys()];
  const users = new Users(suite, sample);
  const progress = progressOn(process.stdout);
  const seen: Seen = { beforePublication: null, inJune: null };
  const lookAhead = async () => {
    const session = await users.open('tckh-truong');
    seen.inJune = await session.get('unitYears', unitYearId(division, year));
  };
  const look = async () => {
    const session = await users.open(looker);
    seen.beforePublication = await session.get('personYears', personYearId(looker, year));
  };
  await loadSample(suite, { sample, at: loadedAt, runUntil: null, left: new Map() });
  const costs = await playYear({
    ...{ users, scripts, scenes: timelineOf(sample, scripts), until: yearEnd },
    looks: [
      { at: inJune, look: lookAhead },
      { at: dayBefore, look },
    ],
    onAct: ({ at }, done, total) => progress.show(done, total, `Tháng ${at.slice(5, 7)}/${year}`),
    functionsSoFar: () => sumOf(functionBills(meterFile)),
  });
  const outcome = await outcomeOf(users, people, months);
  await users.close();
  progress.end();
  return { outcome, seen, people, costs };
}

/** What is stored is written down, so that anybody can replay it without the run. */
function report({ outcome, seen, people, costs }: Ended, seconds: number): boolean {
  const stored = exportOf(
    [...outcome.results.values()].flatMap((own) => [...own.values()].flat()),
    outcome.years.values(),
    outcome.acts.values(),
  );
  const lines: Line[] = [
    ...linesOf(outcome, people, (result) => replayResult(result)?.proposal.level ?? null),
    ...eventLines(outcome, seen),
    replayLine(stored),
  ];
  const isRight = lines.every(holds);
  const summary = { year, holds: isRight, seconds, lines, months: Object.fromEntries(costs) };
  writeFileSync(join(folder, 'year.json'), `${JSON.stringify(summary, null, 2)}\n`);
  writeFileSync(join(folder, 'year-stored.json'), `${JSON.stringify(stored, null, 1)}\n`);
  writeFileSync(join(folder, 'year.md'), markdownOf(lines, costs));
  console.log(consoleTable(lines));
  console.log(costTable(costs));
  return isRight;
}

/** True iff every line holds. */
export async function demoYear(): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  for (const file of files) rmSync(join(folder, file), { force: true });
  // Function processes inherit the environment of the suite.
  process.env['NAM_RO_METER'] = meterFile;
  const started = performance.now();
  const suite = await startSuite({
    only: ['auth', 'firestore', 'functions', 'storage'],
    org: yearOrganisation().organisation.id,
    say: (line) => console.error(line),
  });
  try {
    const ended = await play(suite);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const isRight = report(ended, seconds);
    console.log(`Thời gian: ${seconds} giây`);
    return isRight;
  } finally {
    await suite.stop();
  }
}
