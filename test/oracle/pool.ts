// The cases that could notice a broken rule, in the order in which they likely do.
import { decide } from './access/all.ts';
import type { Decision } from './access.ts';
import { caseOf, type Case } from './cases.ts';
import { stepsByName } from './corpus.ts';
import { Lane } from './emulator.ts';
import { Random } from './generate/random.ts';
import type { Mutant } from './mutate.ts';

/** Cases that a mutant is asked before it counts as a survivor, besides those that noticed another. */
const most = 3000;

export interface Verdict {
  /** Case that noticed; null where none did. */
  killer: string | null;
  /** False where the mutant is to be asked once more by itself. */
  isSure: boolean;
}

/** Matches that stand inside another. */
const inside: Record<string, string> = {
  ...{ versions: 'results', parts: 'changes', plans: 'sheets' },
  ...{ 'unitSheets/plans': 'unitSheets', 'unitPlans/plans': 'unitPlans' },
};

/** The outermost match that a case is about. */
export function placeOf(name: string): string {
  const place = name.slice(0, name.indexOf(' '));
  return inside[place] ?? place;
}

/** What a mutant is about: the word that it drops from a list or adds, else every field and word of the condition. */
function tellingIn(what: string): string[] {
  const [, how = '', text = ''] = /^[^:]*: ([^:]*): (.*)$/.exec(what) ?? [];
  const dropped = /^(?:without|with) '?(\w+)/.exec(how)?.[1];
  const words = dropped ? [dropped] : [...text.matchAll(/[.'](\w{2,})/g)].map(([, word = '']) => word);
  if (text.includes('hasAll(fields')) return ['without '];
  return words.filter((word) => !['get', 'size', 'matches', 'time', 'auth', 'uid'].includes(word));
}

/** True iff it refuses what was allowed, so that a case that may tells it: a limit that comes nearer, a condition that never holds. */
const tightens = (what: string): boolean => /: taken for false:|: one less:.*<|: one more:.*>/.test(what);

/** Cases that could notice a mutant: those of its match, first what noticed something before, then what it likely turns over. */
export class Pool {
  private readonly entries: { name: string; place: string; one: Case; expected: Decision }[];
  /** What the whole rules decide otherwise than the table: that tells nothing about a mutant. */
  readonly differing = new Set<string>();
  readonly killers = new Set<string>();

  /** Those that noticed something in earlier runs. */
  private readonly recorded: ReadonlySet<string>;

  constructor(names: readonly string[], recorded: Iterable<string> = []) {
    this.recorded = new Set(recorded);
    // Neighbours ask much the same things: they come apart, always in the same way.
    const random = new Random(1);
    const shuffled = names.map((name) => ({ name, at: random.next() })).sort((a, b) => a.at - b.at);
    this.entries = shuffled.map(({ name }) => {
      const recipe = stepsByName.get(name);
      if (!recipe) throw new Error(`no case is called ${name}`);
      const one = caseOf(recipe);
      return { name, place: placeOf(name), one, expected: decide(one.request, one.world) };
    });
  }

  private ordered({ on, what, asked }: Mutant) {
    const isAsked = ({ request }: Case) => request.steps.some(({ operation }) => asked.has(operation));
    const fitting = this.entries.filter(({ place, one }) => (on === '' || place === on) && isAsked(one));
    const likely = tightens(what) ? 'allow' : 'deny';
    // A word that every other case bears tells nothing.
    const isRare = (word: string) =>
      fitting.filter(({ name }) => name.includes(word)).length < fitting.length / 4;
    const words = tellingIn(what).filter(isRare);
    const rank = ({ name, expected }: { name: string; expected: Decision }) =>
      (words.some((word) => name.includes(word)) ? 0 : 8) +
      (this.killers.has(name) ? 0 : 4) +
      (this.recorded.has(name) ? 0 : 2) +
      (expected === likely ? 0 : 1);
    const ranks = new Map(fitting.map((entry) => [entry, rank(entry)]));
    return fitting
      .sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
      .slice(0, this.killers.size + (on === '' ? 3 * most : most));
  }

  /**
   * `name` is the mutant's in a file that is broken in several ways, '' in one that is broken in this way alone. In the
   * first, only a case counts that the file answers as expected where no way is asked for: so many at once may be more
   * than a request is granted, or than the emulator can answer.
   */
  async killerOf(mutant: Mutant, name: string, lane: Lane, whole: Lane): Promise<Verdict> {
    let unanswered = 0;
    for (const { name: killer, one, expected } of this.ordered(mutant)) {
      if (this.differing.has(killer)) continue;
      if ((await lane.decide(one.request, one.world, name)) === expected) continue;
      const unbroken = await (name === '' ? whole : lane).decide(one.request, one.world);
      if (unbroken === expected) {
        this.killers.add(killer);
        return { killer, isSure: true };
      }
      if (name === '') this.differing.add(killer);
      else if (++unanswered > 4) break;
    }
    // A proof about a query may not see through the choice between the ways.
    return { killer: null, isSure: name === '' || (unanswered === 0 && !mutant.asked.has('list')) };
  }
}
