// The stream of cases: kinds of request in turn, each as it is or with one or two mutations, from one printed seed.
import { couldStand, stepOf, worldOf, pathOfDraft, type Draft, type Kind } from './generate/draft.ts';
import { mutations } from './generate/mutations.ts';
import type { Mutation } from './generate/mutation.ts';
import { calm, Random, randomOf } from './generate/random.ts';
import { readKinds } from './generate/reads.ts';
import { stepsAway } from './generate/steps.ts';
import { writeKinds } from './generate/writes.ts';
import type { Request, World } from './request.ts';

export const kinds: readonly Kind[] = [...readKinds, ...writeKinds];
// A case is recorded by its name: of two that bear one, the first would never be asked again.
const namesakes = kinds.filter(({ name }, i) => kinds.findIndex((one) => one.name === name) !== i);
if (namesakes.length > 0)
  throw new Error(`two kinds of case are called ${namesakes.map(({ name }) => name).join('; ')}`);

/** How a case came about, so that it can be made again without some of it. */
export interface Recipe {
  seed: number;
  parts: readonly {
    kind: Kind;
    seed: number;
    mutations: readonly { name: string; seed: number; apply: Mutation }[];
  }[];
}
export interface Case {
  recipe: Recipe;
  drafts: readonly Draft[];
  request: Request;
  world: World;
}

const wheel = mutations.flatMap(([name, weight, apply]) =>
  Array.from({ length: weight }, () => ({ name, apply })),
);

function partOf(kind: Kind, random: Random, asItIs: number) {
  const count = random.chance(asItIs) ? 0 : random.chance(0.7) ? 1 : 2;
  const wished = Array.from({ length: count * 4 }, () => ({ ...random.pick(wheel), seed: random.seed() }));
  const seed = random.seed();
  // Those that can't be done to this kind of attempt are passed over.
  const fitting = wished.filter(({ apply, seed: own }) => {
    const changed = apply(kind.make(new Random(seed)), new Random(own));
    return changed !== null && couldStand(changed);
  });
  return { kind, seed, mutations: fitting.slice(0, count) };
}

function recipeOf(seed: number, kind: Kind): Recipe {
  const random = new Random(seed);
  const batch = kind.operation === 'update' || kind.operation === 'create' ? random.chance(0.08) : false;
  const parts = [partOf(kind, random, batch ? 0.8 : 0.3)];
  if (batch) {
    const asker = kind.make(new Random(0)).asker.person;
    const beside = writeKinds.filter(
      (other) => other.place !== kind.place && other.make(new Random(0)).asker.person === asker,
    );
    if (beside.length > 0) parts.push(partOf(random.pick(beside), random, 0.5));
  }
  return { seed, parts };
}

export function caseOf(recipe: Recipe): Case {
  const drafts = recipe.parts.map(({ kind, seed, mutations: changes }) =>
    changes.reduce(
      (draft, { apply, seed: own }) => apply(draft, new Random(own)) ?? draft,
      kind.make(randomOf(seed)),
    ),
  );
  return { recipe, drafts, ...requestOf(drafts) };
}

/** A batch is asked by one: who asks the first part asks them all. */
export function requestOf(drafts: readonly Draft[]): { request: Request; world: World } {
  const [first] = drafts;
  if (!first) throw new Error('a case of nothing');
  const batched = drafts.filter(({ operation }) => operation !== 'get' && operation !== 'list');
  const asked =
    batched.length > 1 && new Set(batched.map(pathOfDraft)).size === batched.length ? batched : [first];
  return { request: { asker: first.asker, steps: asked.map(stepOf) }, world: worldOf(asked) };
}

/** Every kind as it is and one step away: the same cases whatever the seed. */
export const steps: readonly Recipe[] = kinds.flatMap((kind, index) => {
  const plain = { kind, seed: calm, mutations: [] };
  const away = stepsAway(kind, kinds).map((step) => ({ ...plain, mutations: [{ ...step, seed: 0 }] }));
  return [plain, ...away].map((part) => ({ seed: index, parts: [part] }));
});

const turns = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));

/** Those of `npm test`; a longer run with another seed is `npm run oracle`. */
export const chance = { seed: 24, count: 1200 };

/** Cases by chance, kinds in turn. */
export function* stream(seed: number, count: number): Generator<Case> {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) yield caseOf(recipeOf(random.seed(), turns[i % turns.length] as Kind));
}
