// `npm run mutants [-- --only match] [--sample N] [--seed N] [--record]`: breaks firestore.rules one condition at a time and lists what no case notices.
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../local/paths.ts';
import { startSuite } from '../../local/suite.ts';
import { decide } from './access/all.ts';
import { caseOf, type Case } from './cases.ts';
import { record, recordedNames, stepsByName } from './corpus.ts';
import { seenIn } from './coverage.ts';
import { Lane } from './emulator.ts';
import { Random } from './generate/random.ts';
import { mutantsOf, type Mutant } from './mutate.ts';
import { survivors, unexplained } from './survivors.ts';

export interface Judged {
  mutant: Mutant;
  /** Name of the case that noticed; 'refused' where the compiler did, null where nothing did. */
  killer: string | null;
}

/** Cases that could notice a mutant: those of its match, the recorded ones first. */
export class Pool {
  private readonly cases = new Map<string, Case>();
  private readonly names: string[];
  /** Whether the whole rules decide a case as the table does; what differs there tells nothing about a mutant. */
  private readonly trusted = new Map<string, boolean>();
  readonly killers = new Set<string>();

  constructor(names: readonly string[]) {
    this.names = [...names];
  }

  private of(name: string): Case {
    const known = this.cases.get(name);
    if (known) return known;
    const recipe = stepsByName.get(name);
    if (!recipe) throw new Error(`no case is called ${name}`);
    const made = caseOf(recipe);
    this.cases.set(name, made);
    return made;
  }

  /** Cases that noticed something before come first. */
  private *of_(mutant: Mutant): Generator<string> {
    const fits = (name: string) => {
      if (mutant.on === '') return true;
      const place = name.slice(0, name.indexOf(' '));
      return (
        place === mutant.on ||
        (mutant.on === 'results' && place === 'versions') ||
        (mutant.on === 'changes' && place === 'parts')
      );
    };
    for (const name of this.killers) if (fits(name)) yield name;
    for (const name of this.names) if (fits(name) && !this.killers.has(name)) yield name;
  }

  async killerOf(mutant: Mutant, lane: Lane, whole: Lane): Promise<string | null> {
    if (!(await lane.load(mutant.rules))) return 'refused';
    for (const name of this.of_(mutant)) {
      const one = this.of(name);
      const expected = decide(one.request, one.world);
      if ((await lane.decide(one.request, one.world)) === expected) continue;
      if (!this.trusted.has(name))
        this.trusted.set(name, (await whole.decide(one.request, one.world)) === expected);
      if (!this.trusted.get(name)) continue;
      this.killers.add(name);
      return name;
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

export async function judge(
  mutants: readonly Mutant[],
  pool: Pool,
  port: number,
  rules: string,
  say: (line: string) => void,
): Promise<Judged[]> {
  const whole = new Lane(port, 'demo-mutants-whole');
  await whole.load(rules);
  const judged: Judged[] = [];
  const queue = [...mutants];
  const work = async (lane: Lane): Promise<void> => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const killer = await pool.killerOf(mutant, lane, whole);
      judged.push({ mutant, killer });
      if (killer === null) say(`survives ${mutant.line}:${mutant.column} ${mutant.what}`);
      if (judged.length % 100 === 0) say(`${judged.length} of ${mutants.length}`);
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
    },
  });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const rules = readFileSync(join(projectRoot, 'firestore.rules'), 'utf8');
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
    const judged = await judge(asked, pool, port, rules, say);
    const survived = judged.filter(({ killer }) => killer === null).map(({ mutant }) => mutant);
    const refused = judged.filter(({ killer }) => killer === 'refused').length;
    if (values.record) record([...pool.killers, ...(values.only === undefined ? [] : kept)]);
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
