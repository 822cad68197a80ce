// Breaks firestore.rules one condition at a time and asks of each whether any case notices.
import { createHash } from 'node:crypto';
import { seenIn } from './coverage.ts';
import { Lane } from './emulator.ts';
import { batches, broken, brokenForEach, mutantsOf, type Mutant } from './mutate.ts';
import type { Pool } from './pool.ts';

export interface Judged {
  mutant: Mutant;
  /** Name of the case that noticed; 'refused' where the compiler did, null where nothing did. */
  killer: string | null;
}

export async function allMutants(rules: string, lane: Lane): Promise<Mutant[]> {
  if (!(await lane.load(rules))) throw new Error('firestore.rules does not compile');
  return mutantsOf(rules, seenIn(rules, [await lane.coverage()]));
}

/** Every mutant, or a sample that the seed draws: each by its own text, so that a change elsewhere in the file draws no others. */
export function sampled(mutants: readonly Mutant[], sample: number, seed: number): Mutant[] {
  if (sample === 0) return [...mutants];
  const drawn = mutants.map((mutant) => ({
    mutant,
    at: lotOf(`${seed} ${mutant.on} ${mutant.what} ${mutant.by}`),
  }));
  return drawn
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, sample)
    .map(({ mutant }) => mutant);
}

const lotOf = (text: string) => createHash('sha256').update(text).digest('hex');

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
    if (await lane.load(broken(rules, mutant)))
      done(mutant, (await pool.killerOf(mutant, '', lane, whole)).killer);
    else done(mutant, 'refused');
  };
  const queue = batches(mutants, together);
  const work = async (lane: Lane): Promise<void> => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const loaded = await lane.load(brokenForEach(rules, batch));
      const left: Mutant[] = loaded ? [] : [...batch];
      for (const [index, mutant] of loaded ? batch.entries() : []) {
        const { killer, isSure } = await pool.killerOf(mutant, String(index), lane, whole);
        if (isSure) done(mutant, killer);
        else left.push(mutant);
      }
      for (const mutant of left) await alone(mutant, lane);
      noted?.(pool.killers);
    }
  };
  await Promise.all([0, 1].map((n) => work(new Lane(port, `demo-mutants-${n}`))));
  return judged;
}
