// `npm run faults [-- --runs 500] [--seed 1]`: plays the month once quietly and then under the faults of each seed, prints every seed that ends otherwise.
import { registerHooks } from 'node:module';
import { parseArgs } from 'node:util';
import { loadProfiles } from '../../functions/src/store/profileFiles.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const [runs, first] = [Number(values.runs), Number(values.seed)];

// The triggers get the ports of the delivery in place of Google's.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '../app.ts' && context.parentURL?.includes('/functions/src/triggers/')
      ? { url: new URL('./app.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
loadProfiles();
const { differences, faultsOf } = await import('./compare.ts');
const { playQuietly, playSeed, weatherOf } = await import('./play.ts');

const print = (line: string) => void process.stdout.write(`${line}\n`);
const quiet = await playQuietly();
const total = { deliveries: 0, kills: 0, together: 0, lost: 0, hurried: 0, refused: 0 };
let differ = 0;
print(`${runs} runs from seed ${first}`);
for (let seed = first; seed < first + runs; seed++) {
  const found = await foundIn(seed);
  if (found.length === 0) continue;
  differ += 1;
  print(`seed ${seed} (events come ${weatherOf(seed)})`);
  for (const one of found.slice(0, 20)) print(`  ${one}`);
}
const { deliveries, kills, together, lost, refused } = total;
print(
  `${deliveries} deliveries, ${kills} killed, ${together} times several at once, ${refused} writes refused, ${lost} tasks lost`,
);
print(`${runs} runs, ${differ} differ`);
process.exitCode = differ === 0 ? 0 : 1;

async function foundIn(seed: number): Promise<string[]> {
  try {
    const run = await playSeed(seed);
    for (const [key, count] of Object.entries(run.platform.counts)) total[key as keyof typeof total] += count;
    return [...faultsOf(run), ...differences(quiet, run)];
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : 'failed'];
  }
}
