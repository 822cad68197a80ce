// `npm run mutants [-- --only match] [--sample N] [--seed N] [--record]`: breaks firestore.rules one condition at a time and lists what no case notices.
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { decide } from './access/all.ts';
import type { Decision } from './access.ts';
import { caseOf, type Case } from './cases.ts';
import { record, recordedNames, stepsByName } from './corpus.ts';
import { seenIn } from './coverage.ts';
import { Lane } from './emulator.ts';
import { Random } from './generate/random.ts';
import { batches, broken, brokenForEach, mutantsOf, type Mutant } from './mutate.ts';
import { survivors, unexplained } from './survivors.ts';

export interface Judged {
  mutant: Mutant;
  /** Name of the case that noticed; 'refused' where the compiler did, null where nothing did. */
  killer: string | null;
}

/** Matches that stand inside another. */
const inside: Record<string, string> = { versions: 'results', parts: 'changes' };

/** Cases that could notice a mutant: those of its match, first what noticed something before, then what it likely turns over. */
export class Pool {
  private readonly entries: { name: string; place: string; one: Case; expected: Decision }[];
  /** What the whole rules decide otherwise than the table: that tells nothing about a mutant. */
  readonly differing = new Set<string>();
  readonly killers = new Set<string>();

  constructor(names: readonly string[]) {
    this.entries = names.map((name) => {
      const recipe = stepsByName.get(name);
      if (!recipe) throw new Error(`no case is called ${name}`);
      const one = caseOf(recipe);
      const place = name.slice(0, name.indexOf(' '));
      return { name, place: inside[place] ?? place, one, expected: decide(one.request, one.world) };
    });
  }

  private ordered({ on, what }: Mutant) {
    const fitting = this.entries.filter(({ place }) => on === '' || place === on);
    const likely = what.includes(': taken for false:') ? 'allow' : 'deny';
    const reads = /^allow (get|list|read)/.test(what);
    const rank = ({ name, one, expected }: { name: string; one: Case; expected: Decision }) =>
      (['get', 'list'].includes(one.request.steps[0]?.operation ?? '') === reads ? 0 : 4) +
      (this.killers.has(name) ? 0 : 2) +
      (expected === likely ? 0 : 1);
    const ranks = new Map(fitting.map((entry) => [entry, rank(entry)]));
    return fitting.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  }

  /** `name` is the mutant's in a file that is broken in several ways, '' in one that is broken in this way alone. */
  async killerOf(mutant: Mutant, name: string, lane: Lane, whole: Lane): Promise<string | null> {
    for (const { name: killer, one, expected } of this.ordered(mutant)) {
      if (this.differing.has(killer)) continue;
      if ((await lane.decide(one.request, one.world, name)) === expected) continue;
      const unbroken = name === '' ? whole : lane;
      if ((await unbroken.decide(one.request, one.world)) !== expected) {
        this.differing.add(killer);
        continue;
      }
      this.killers.add(killer);
      return killer;
    }
    return null;
  }
}

export async function allMutants(rules: string, lane: Lane): Promise<Mutant[]> {
  if (!(await lane.load(rules))) throw new Error('firestore.rules does not compile');
  return mutantsOf(rules, seenIn(rules, [await lane.coverage()]));
}

/** Every mutant, or a sample that the seed draws. */
export function sampled(mutants: readonly Mutant[], sample: number, seed: number): Mutant[] {
  const random = new Random(seed);
  const drawn = mutants.map((mutant) => ({ mutant, at: random.next() })).sort((a, b) => a.at - b.at);
  return sample === 0 ? [...mutants] : drawn.slice(0, sample).map(({ mutant }) => mutant);
}

interface Bench {
  rules: string;
  port: number;
  pool: Pool;
  say: (line: string) => void;
  /** Told now and then which cases noticed something, so that a long run that ends early isn't lost. */
  noted?: (killers: ReadonlySet<string>) => void;
}

/** Most at once that keep a file within its size and a request within its expressions. */
const together = 24;

export async function judge(
  mutants: readonly Mutant[],
  { rules, port, pool, say, noted }: Bench,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  const done = (mutant: Mutant, killer: string | null): void => {
    judged.push({ mutant, killer });
    if (killer === null) say(`survives ${mutant.line}:${mutant.column} ${mutant.what}`);
  };
  const whole = new Lane(port, 'demo-mutants-whole');
  await whole.load(rules);
  const alone = async (mutant: Mutant, lane: Lane): Promise<void> => {
    if (await lane.load(broken(rules, mutant))) done(mutant, await pool.killerOf(mutant, '', lane, whole));
    else done(mutant, 'refused');
  };
  const queue = batches(mutants, together);
  const work = async (lane: Lane): Promise<void> => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const loaded = await lane.load(brokenForEach(rules, batch));
      const left: Mutant[] = loaded ? [] : [...batch];
      for (const [index, mutant] of loaded ? batch.entries() : []) {
        const killer = await pool.killerOf(mutant, String(index), lane, whole);
        if (killer === null) left.push(mutant);
        else done(mutant, killer);
      }
      // What nothing noticed is broken once more by itself: a proof about a query may not see through the choice.
      for (const mutant of left) await alone(mutant, lane);
      say(`${judged.length} of ${mutants.length}`);
      noted?.(pool.killers);
    }
  };
  await Promise.all([0, 1].map((n) => work(new Lane(port, `demo-mutants-${n}`))));
  return judged;
}

async function main(): Promise<void> {
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
}

if (process.argv[1] === import.meta.filename) await main();
