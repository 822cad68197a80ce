// `npm run oracle -- --record`: adds to corpus.json those cases one step away that show a condition of firestore.rules true or false first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { caseOf, chance, stream, type Case, type Recipe } from './cases.ts';
import { corpus, corpusNames, record, recordedNames, stepsByName } from './corpus.ts';
import { seenIn, uncovered, type Seen } from './coverage.ts';
import { Lane } from './emulator.ts';
import { Random } from './generate/random.ts';

const rules = readFileSync(join(projectRoot, 'firestore.rules'), 'utf8');
const minutes = Number(process.argv[2] ?? '20');
const until = Date.now() + minutes * 60_000;

/** Cases asked before the emulator tells its coverage, which takes longer than a dozen answers; together they are kept or not. */
const stretch = 8;

const total = new Map<string, Seen>();
function add(seen: readonly Seen[]): void {
  for (const one of seen) {
    const key = `${one.start} ${one.end}`;
    const known = total.get(key) ?? { ...one, reached: false, true: false, false: false, other: false };
    for (const what of ['reached', 'true', 'false'] as const) known[what] ||= one[what];
    known.other ||= one.other;
    total.set(key, known);
  }
}

/** The steps away of every collection and operation in turn, since some have a hundred times as many as others. */
function inTurn(names: readonly string[]): string[] {
  const random = new Random(3);
  const shuffled = names.map((name) => ({ name, at: random.next() })).sort((a, b) => a.at - b.at);
  const turns = new Map<string, number>();
  const turnOf = (name: string): number => {
    const group = name.slice(0, name.indexOf(':'));
    const turn = (turns.get(group) ?? 0) + 1;
    turns.set(group, turn);
    return turn;
  };
  return shuffled
    .map(({ name }) => ({ name, turn: turnOf(name) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ name }) => name);
}

const suite = await startSuite({ only: ['firestore'] });
try {
  const lane = new Lane(suite.coordinates.ports.firestore, 'demo-record');
  const show = async (cases: Iterable<Case>): Promise<void> => {
    await lane.load(rules);
    for (const one of cases) await lane.decide(one.request, one.world);
    add(seenIn(rules, [await lane.coverage()]));
  };
  await show(corpus());
  await show(stream(chance.seed, chance.count));
  let open = uncovered([...total.values()]);
  process.stdout.write(`${open.length} open before\n`);
  const known = new Set(corpusNames());
  const rest = inTurn([...stepsByName.keys()].filter((name) => !known.has(name)));
  for (let at = 0; at < rest.length && open.length > 0 && Date.now() < until; at += stretch) {
    const names = rest.slice(at, at + stretch);
    await show(names.map((name) => caseOf(stepsByName.get(name) as Recipe)));
    const left = uncovered([...total.values()]);
    if (left.length === open.length) continue;
    open = left;
    record([...recordedNames(), ...names]);
    process.stdout.write(`${at + stretch} asked, ${open.length} open\n`);
  }
  open.forEach(({ place, what }) => process.stdout.write(`${place} ${what}\n`));
} finally {
  await suite.stop();
}
