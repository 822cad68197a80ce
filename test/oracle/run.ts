// `npm run oracle [-- --cases 20000] [--seed N]`: asks the rules and the table, prints shares and every difference as small as it gets.
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { stream, type Case } from './cases.ts';
import { differs, Shares, type Difference } from './compare.ts';
import { describeDifference } from './describe.ts';
import { shrink } from './shrink.ts';
import { Lane } from './emulator.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    show: { type: 'string', default: '20' },
    /** Another file than firestore.rules, of which a new version is in the making. */
    rules: { type: 'string', default: join(projectRoot, 'firestore.rules') },
  },
});
const [count, seed, show] = [Number(values.cases), Number(values.seed), Number(values.show)];
const rules = readFileSync(values.rules, 'utf8');
process.stdout.write(`${count} cases from seed ${seed}\n`);
const suite = await startSuite({ only: ['firestore'] });
try {
  process.exitCode = await compareAll(suite.coordinates.ports.firestore);
} finally {
  await suite.stop();
}

async function compareAll(port: number): Promise<number> {
  const shares = new Shares();
  const differences: Difference[] = [];
  const cases = stream(seed, count);
  const began = Date.now();
  const work = async (lane: Lane): Promise<void> => {
    if (!(await lane.load(rules))) throw new Error('firestore.rules does not compile');
    for (let next = cases.next(); !next.done; next = cases.next()) {
      shares.count(next.value);
      const difference = await differs(lane, next.value);
      if (difference) differences.push(difference);
    }
  };
  const lanes = [0, 1, 2].map((n) => new Lane(port, `demo-oracle-${n}`));
  await Promise.all(lanes.map(work));
  process.stdout.write(
    `${shares.table().join('\n')}\n${((Date.now() - began) / count).toFixed(1)} ms a case\n`,
  );
  const shown = new Map<string, Difference>();
  const kindOf = ({ one, rules: is }: Difference) => `${is} ${nameOf(one)}`;
  for (const difference of differences)
    if (!shown.has(kindOf(difference))) shown.set(kindOf(difference), difference);
  for (const difference of [...shown.values()].slice(0, show))
    process.stdout.write(`\n${describeDifference(await shrink(lanes[0] as Lane, difference))}\n`);
  const gaps = shares.gaps();
  process.stdout.write(
    `\n${gaps.join('\n')}\n${differences.length} differences in ${shown.size} kinds of request, ${gaps.length} gaps\n`,
  );
  return differences.length + gaps.length === 0 ? 0 : 1;
}

function nameOf({ recipe }: Case): string {
  return recipe.parts.map(({ kind }) => kind.name).join(' & ');
}
