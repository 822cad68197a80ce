// `npm run oracle -- --record`: adds to corpus.json those cases one step away that show a condition of firestore.rules true or false first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { caseOf, type Case, type Recipe } from './cases.ts';
import { corpus, corpusNames, record, recordedNames, stepsByName } from './corpus.ts';
import { coverageStretch, seenIn, Total, uncovered } from './coverage.ts';
import { Lane } from './emulator.ts';
import { Random } from './generate/random.ts';
import { matchesIn } from './mutate.ts';
import { placeOf } from './pool.ts';

const rules = readFileSync(join(projectRoot, 'firestore.rules'), 'utf8');
const minutes = Number(process.argv[2] ?? '20');
/** Only cases whose name this matches. */
const about = new RegExp(process.argv[3] ?? '');
const until = Date.now() + minutes * 60_000;

/** Cases asked before the emulator tells its coverage, which takes longer than a dozen answers; together they are kept or not. */
const stretch = 16;

const total = new Total();

/** Another order each time: a run that ran out of time is followed by one that asks other cases first. */
function shuffled(names: readonly string[]): string[] {
  const random = new Random(Date.now());
  return names
    .map((name) => ({ name, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

// What is called otherwise now is looked for anew.
record(recordedNames().filter((name) => stepsByName.has(name)));

const suite = await startSuite({ only: ['firestore'] });
try {
  const lane = new Lane(suite.coordinates.ports.firestore, 'demo-record');
  const show = async (cases: Iterable<Case>): Promise<void> => {
    const all = [...cases];
    for (let at = 0; at < all.length; at += coverageStretch) {
      await lane.load(rules);
      for (const one of all.slice(at, at + coverageStretch)) await lane.decide(one.request, one.world);
      total.add(seenIn(rules, [await lane.coverage()]));
    }
  };
  // Not the chance cases: they are others as soon as there is one more kind of request.
  await show(corpus());
  let open = uncovered(total.seen);
  process.stdout.write(`${open.length} open before\n`);
  const known = new Set(corpusNames());
  const places = new Set(open.map(({ start }) => matchesIn(rules)(start)));
  // What all matches share is shown by whatever concerns one of them.
  const concerns = (name: string) => places.has(placeOf(name)) || (places.size === 1 && places.has(''));
  const rest = shuffled(
    [...stepsByName.keys()].filter((name) => !known.has(name) && concerns(name) && about.test(name)),
  );
  process.stdout.write(`${rest.length} to ask\n`);
  for (let at = 0; at < rest.length && open.length > 0 && Date.now() < until; at += stretch) {
    const names = rest.slice(at, at + stretch);
    await show(names.map((name) => caseOf(stepsByName.get(name) as Recipe)));
    const left = uncovered(total.seen);
    if (left.length === open.length) continue;
    open = left;
    record([...recordedNames(), ...names]);
    process.stdout.write(`${at + stretch} asked, ${open.length} open\n`);
  }
  open.forEach(({ place, what }) => process.stdout.write(`${place} ${what}\n`));
} finally {
  await suite.stop();
}
