// `npm run mutants [-- --only match] [--sample N] [--seed N] [--record]`: breaks firestore.rules one condition at a time and lists what no case notices.
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { record, recordedNames, stepsByName } from './corpus.ts';
import { Lane } from './emulator.ts';
import { survivors, unexplained } from './survivors.ts';
import { Pool } from './pool.ts';
import { allMutants, judge, sampled } from './mutants.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
    rules: { type: 'string', default: join(projectRoot, 'firestore.rules') },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const rules = readFileSync(values.rules, 'utf8');
const suite = await startSuite({ only: ['firestore'] });
try {
  const port = suite.coordinates.ports.firestore;
  const all = await allMutants(rules, new Lane(port, 'demo-mutants-tree'));
  const asked = sampled(
    all.filter(({ on }) => values.only === undefined || on === values.only),
    Number(values.sample),
    Number(values.seed),
  );
  const kept = existsSync(join(import.meta.dirname, 'corpus.json'))
    ? recordedNames().filter((name) => stepsByName.has(name))
    : [];
  const pool = new Pool([...kept, ...[...stepsByName.keys()].filter((name) => !kept.includes(name))]);
  const began = Date.now();
  const noted = (killers: ReadonlySet<string>): void => {
    if (values.record) record([...kept, ...killers]);
  };
  const judged = await judge(asked, { rules, port, pool, say, noted });
  const survived = judged.filter(({ killer }) => killer === null).map(({ mutant }) => mutant);
  const refused = judged.filter(({ killer }) => killer === 'refused').length;
  if (values.record)
    record([...pool.killers, ...(values.only === undefined && values.sample === '0' ? [] : kept)]);
  const open = unexplained(survived);
  say(
    `${judged.length} mutants: ${judged.length - survived.length - refused} noticed, ${refused} refused by the compiler, ${survived.length} survive, of which ${open.length} unexplained (${survivors().length} explanations); ${Math.round((Date.now() - began) / 1000)} s`,
  );
  open.forEach(({ line, column, what }) => say(`unexplained ${line}:${column} ${what}`));
  process.exitCode = open.length === 0 ? 0 : 1;
} finally {
  await suite.stop();
}
