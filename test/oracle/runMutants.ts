// `npm run mutants [-- --only match,match] [--like regex] [--sample N] [--seed N] [--record]`: breaks firestore.rules one condition at a time and lists what no case notices.
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { record, recordedNames, stepsByName } from './corpus.ts';
import { Lane } from './emulator.ts';
import { survivors, unexplained } from './survivors.ts';
import { Pool } from './pool.ts';
import { allMutants, judge, sampled, type Judged } from './mutants.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    like: { type: 'string', default: '' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
    rules: { type: 'string', default: join(projectRoot, 'firestore.rules') },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const rules = readFileSync(values.rules, 'utf8');
/** The emulator keeps every file of rules that it was given, and slows down under some hundreds of them. */
const perEmulator = 100;

const kept = existsSync(join(import.meta.dirname, 'corpus.json'))
  ? recordedNames().filter((name) => stepsByName.has(name))
  : [];
const pool = new Pool([...stepsByName.keys()], kept);
const isWhole = values.only === undefined && values.sample === '0' && values.like === '';
const noted = (killers: ReadonlySet<string>): void => {
  if (values.record) record([...kept, ...killers]);
};

async function onEmulator<T>(work: (port: number) => Promise<T>): Promise<T> {
  const suite = await startSuite({ only: ['firestore'] });
  try {
    return await work(suite.coordinates.ports.firestore);
  } finally {
    await suite.stop();
  }
}

const all = await onEmulator((port) => allMutants(rules, new Lane(port, 'demo-mutants-tree')));
const asked = sampled(
  all
    .filter(({ on }) => values.only === undefined || values.only.split(',').includes(on))
    .filter(({ what }) => new RegExp(values.like).test(what)),
  Number(values.sample),
  Number(values.seed),
);
const began = Date.now();
const judged: Judged[] = [];
for (let from = 0; from < asked.length; from += perEmulator) {
  const some = asked.slice(from, from + perEmulator);
  judged.push(...(await onEmulator((port) => judge(some, { rules, port, pool, say, noted }))));
  say(`${judged.length} of ${asked.length} after ${Math.round((Date.now() - began) / 1000)} s`);
}
if (values.record) record([...pool.killers, ...(isWhole ? [] : kept)]);
const survived = judged.filter(({ killer }) => killer === null).map(({ mutant }) => mutant);
const refused = judged.filter(({ killer }) => killer === 'refused').length;
const open = unexplained(survived);
say(
  `${judged.length} mutants: ${judged.length - survived.length - refused} noticed, ${refused} refused by the compiler, ${survived.length} survive, of which ${open.length} unexplained (${survivors().length} explanations); ${Math.round((Date.now() - began) / 1000)} s`,
);
open.forEach(({ line, column, what }) => say(`unexplained ${line}:${column} ${what}`));
process.exitCode = open.length === 0 ? 0 : 1;
